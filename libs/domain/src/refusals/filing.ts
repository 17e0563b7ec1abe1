import type { RefusalCatalogue } from '../refusal.js';

/** What this service takes, and from whom. */
export const filingRefusals = {
  'already-submitted': {
    rule: null,
    message: 'This application has been submitted already.',
    next: 'Go on with the case that is there.',
  },
  'not-submitted': { rule: null, message: 'There is no application to act on.', next: 'Submit the application first.' },
  'channel-not-provided': {
    rule: 'R-11',
    message: 'An application comes through the State Corporation or the portal, and no other way.',
    next: 'Refer the applicant to the State Corporation or the portal.',
  },
  'form-not-provided': {
    rule: 'R-12',
    message: 'An application is on the form of Appendix 1 (free of charge) or of Appendix 2 (redemption).',
    next: 'Take the application on the form of Appendix 1 or 2.',
  },
  'route-not-provided': {
    rule: 'R-27',
    message: 'Paragraph 6 has three routes: communal, by a communal entity and by a republican entity.',
    next: 'Find out in whose stock the dwelling is, and choose one of the three.',
  },
  'payment-mode-not-provided': {
    rule: 'R-98',
    message: 'A redemption is paid in a single sum or in instalments, never without payment.',
    next: 'Ask the applicant which of the two they choose.',
  },
  'gratuitous-not-paid': {
    rule: 'R-38',
    message: 'A dwelling acquired free of charge is not paid for: neither a payment nor a price belongs to it.',
    next: 'Leave the price and the payment out.',
  },
  'instalment-years-not-allowed': {
    rule: 'R-98',
    message: 'Instalments run over whole years, from one up to {most}.',
    next: 'Agree with the applicant on whole years within that limit.',
  },
  'initial-contribution-not-positive': {
    rule: 'R-98',
    message: 'The initial contribution is a positive amount of whole tiyn.',
    next: 'Enter the initial contribution that the application states.',
  },
  'free-category-missing': {
    rule: 'R-97',
    message: 'An application on Appendix 1 states the category by which the dwelling is free of charge.',
    next: 'Enter the category that the applicant states.',
  },
  'free-category-on-redemption': {
    rule: 'R-97',
    message: 'A category entitled to a free dwelling belongs on Appendix 1, not on an application for redemption.',
    next: 'Leave the category out, or take the application on the form of Appendix 1.',
  },
  'iin-in-clear': {
    rule: null,
    message: 'What stands in {field} is written where it can never be erased, and it holds an IIN.',
    next: 'Enter it without the number of a person.',
  },
  'claim-unknown': {
    rule: null,
    message: 'The list of documents knows no such claim; it knows {known}.',
    next: 'Choose one of these, or none.',
  },
  'not-an-individual': {
    rule: 'R-08',
    message: 'The service is for individuals: this is the number of a legal entity (BIN).',
    next: 'Enter the IIN of the person.',
  },
  'iin-invalid': {
    rule: 'R-95',
    message: 'This is not an individual identification number (IIN).',
    next: 'Compare the number with the identity document.',
  },
  'family-member-repeated': {
    rule: null,
    message: 'A person stands in the application more than once.',
    next: 'Enter each person once.',
  },
  'power-of-attorney-missing': {
    rule: 'R-21',
    message: 'A representative comes with a notarized power of attorney: its number and its notary.',
    next: 'Ask for the power of attorney, and enter its number and its notary.',
  },
  'power-of-attorney-later': {
    rule: 'R-21',
    message: 'The power of attorney was notarized after the representative came.',
    next: 'Compare the day with the power of attorney; where it is right, ask for one that was notarized by then.',
  },
  'secrets-consent-missing': {
    rule: 'R-26b',
    message: 'The applicant has not consented to the use of secrets protected by law.',
    next: 'Ask the applicant for this consent.',
  },
  'personal-data-consent-missing': {
    rule: 'R-101',
    message: 'The applicant has not consented to the collection, processing and use of personal data.',
    next: 'Ask the applicant for this consent.',
  },
  'dwelling-claimed': {
    rule: null,
    message: 'Another active application holds this dwelling.',
    next: 'Close the other case first, or check the identifier of the dwelling.',
  },
  'reopened-dwelling-held': {
    rule: null,
    message:
      'Another active application holds this dwelling by now: this case was reopened and waits until that one has ended.',
    next: 'Wait until the other case has ended, or close it first.',
  },
  'accuracy-not-confirmed': {
    rule: 'R-101',
    message: 'Those who sign the application confirm that what it says is accurate.',
    next: 'Ask them to confirm it.',
  },
  'liability-not-acknowledged': {
    rule: 'R-101',
    message: 'Those who sign the application confirm that they know of their liability for false information.',
    next: 'Ask them to confirm it.',
  },
  'application-unsigned': {
    rule: 'R-102',
    message: 'The applicant, or who represents them, signs the application.',
    next: 'Have the application signed, and enter the signature.',
  },
  'signed-after-filing': {
    rule: 'R-102',
    message: 'An application is signed before it is sent: no signature is later than the filing.',
    next: 'Compare the time of signing with the signature, and the time of filing with the application.',
  },
  'application-eds-missing': {
    rule: 'R-102',
    message: 'An electronic application is signed by EDS: name the certificate of each signature.',
    next: 'Enter the certificate by which each of them signed.',
  },
  'paper-on-portal': {
    rule: 'R-102',
    message: 'An application on the portal is electronic, never on paper.',
    next: 'Enter it as electronic, or as filed at the State Corporation.',
  },
  'nominal-owner-not-in-application': {
    rule: 'R-100',
    message: 'The dwelling is privatized in the name of the applicant or of a member of the family: name one of them.',
    next: 'Ask the family in whose name the dwelling is privatized, and enter the IIN of that person.',
  },
  'consent-to-another-owner': {
    rule: 'R-100',
    message: 'A member of the family agrees to privatize in the name that the application states, and in no other.',
    next: 'Compare the consent with the application; where they differ, ask for a consent to the name that it states.',
  },
  'paper-of-the-future': {
    rule: null,
    message: 'A paper that is handed in on {on} was issued by then: its date, {issuedOn}, is later.',
    next: 'Compare the date with the paper.',
  },
} as const satisfies RefusalCatalogue;
