import type { RefusalCatalogue } from '../refusal.js';

/** What this service takes, and from whom. */
export const filingRefusals = {
  'already-submitted': { rule: 'R-11', message: 'This application has been submitted already.' },
  'not-submitted': { rule: 'R-11', message: 'There is no application to act on.' },
  'channel-not-provided': {
    rule: 'R-11',
    message: 'An application comes through the State Corporation or the portal, and no other way.',
  },
  'form-not-provided': {
    rule: 'R-12',
    message: 'An application is on the form of Appendix 1 (free of charge) or of Appendix 2 (redemption).',
  },
  'route-not-provided': {
    rule: 'R-27',
    message: 'Paragraph 6 has three routes: communal, by a communal entity and by a republican entity.',
  },
  'payment-mode-not-provided': {
    rule: 'R-98',
    message: 'A redemption is paid in a single sum or in instalments, never without payment.',
  },
  'gratuitous-not-paid': {
    rule: 'R-38',
    message: 'A dwelling acquired free of charge is not paid for: neither a payment nor a price belongs to it.',
  },
  'instalment-years-not-allowed': {
    rule: 'R-98',
    message: 'Instalments run over whole years, from one up to {most}.',
  },
  'initial-contribution-not-positive': {
    rule: 'R-98',
    message: 'The initial contribution is a positive amount of whole tiyn.',
  },
  'free-category-missing': {
    rule: 'R-97',
    message: 'An application on Appendix 1 states the category by which the dwelling is free of charge.',
  },
  'free-category-on-redemption': {
    rule: 'R-97',
    message: 'A category entitled to a free dwelling belongs on Appendix 1, not on an application for redemption.',
  },
  'claim-unknown': {
    rule: 'R-13',
    message: 'The list of documents knows no such claim; it knows {known}.',
  },
  'not-an-individual': {
    rule: 'R-08',
    message: 'The service is for individuals: this is the number of a legal entity (BIN).',
  },
  'iin-invalid': { rule: 'R-95', message: 'This is not an individual identification number (IIN).' },
  'family-member-repeated': { rule: 'R-100', message: 'A person stands in the application more than once.' },
  'power-of-attorney-missing': {
    rule: 'R-21',
    message: 'A representative comes with a notarized power of attorney: its number and its notary.',
  },
  'power-of-attorney-later': {
    rule: 'R-21',
    message: 'The power of attorney was notarized after the representative came with the application.',
  },
  'secrets-consent-missing': {
    rule: 'R-26b',
    message: 'The applicant has not consented to the use of secrets protected by law.',
  },
  'personal-data-consent-missing': {
    rule: 'R-101',
    message: 'The applicant has not consented to the collection, processing and use of personal data.',
  },
  'reopened-dwelling-held': {
    rule: 'A25',
    message:
      'Another application holds the dwelling {dwellingId} by now: this case was reopened and waits until that one has ended (a guard of ours).',
  },
  'dwelling-claimed': { rule: 'A25', message: 'Another active application holds this dwelling (a guard of ours).' },
} as const satisfies RefusalCatalogue;
