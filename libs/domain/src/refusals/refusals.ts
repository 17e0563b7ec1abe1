/**
 * Every reason for which a rule says no. Codes are for ever. `rule` is a row of docs/law/rules.md section 11 (`R-10`,
 * that the service is provided in accordance with the Rules, where no closer row speaks; `A25` for a guard of ours).
 */
export const refusals = {
  // The rulebook and the calendar
  'before-rulebook': {
    rule: 'R-05',
    message: 'The application would be accepted on {acceptedOn}, before the Order was in force ({validFrom}).',
  },
  'no-rulebook-for-date': {
    rule: 'R-05',
    message:
      'No transcribed rulebook covers acceptance on {acceptedOn}; an administrator can choose the 2021 rulebook for demonstration.',
  },
  'rulebook-unknown': { rule: 'R-05', message: 'The case is pinned to a rulebook that this version does not hold.' },
  'calendar-year-missing': {
    rule: 'R-16',
    message: 'No working-day calendar is loaded for {year}; no term is computed from weekends alone.',
  },

  // What this service takes
  'already-submitted': { rule: 'R-11', message: 'This application has been submitted already.' },
  'not-submitted': { rule: 'R-11', message: 'There is no application to act on.' },
  'channel-not-provided': {
    rule: 'R-11',
    message: 'An application comes through the State Corporation or the portal, and no other way.',
  },
  'form-not-provided': {
    rule: 'R-12',
    message: 'Only Appendix 2 (redemption) is carried out by this version; Appendix 1 (free of charge) is not.',
  },
  'route-not-provided': {
    rule: 'R-27',
    message: 'Only the communal route, paragraph 6(1), is carried out by this version.',
  },
  'payment-mode-not-provided': {
    rule: 'R-98',
    message: 'Only payment in a single sum is carried out by this version; a redemption is never without payment.',
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
  'secrets-consent-missing': {
    rule: 'R-26b',
    message: 'The applicant has not consented to the use of secrets protected by law.',
  },
  'personal-data-consent-missing': {
    rule: 'R-101',
    message: 'The applicant has not consented to the collection, processing and use of personal data.',
  },

  // Time
  'effective-in-future': {
    rule: 'R-10',
    message: 'What is recorded has happened: it cannot lie after the moment of its entry.',
  },
  'signed-in-future': { rule: 'R-102', message: 'A signature cannot be later than the moment at which it is entered.' },
  'before-what-it-follows': { rule: 'R-10', message: 'This cannot have happened before the step it follows.' },

  // Acceptance and registration
  'receipt-only-at-state-corporation': {
    rule: 'R-19',
    message: 'A receipt is issued where the application came through the State Corporation.',
  },
  'receipt-already-issued': { rule: 'R-19', message: 'The receipt has been issued already.' },
  'receipt-missing': { rule: 'R-19', message: 'The State Corporation has not issued a receipt to the applicant.' },
  'delivery-only-from-state-corporation': {
    rule: 'R-18',
    message: 'Documents are delivered where the application came through the State Corporation.',
  },
  'already-delivered': { rule: 'R-18', message: 'The documents have been delivered already.' },
  'not-delivered': { rule: 'R-18', message: 'The State Corporation has not delivered the documents to the provider.' },
  'already-registered': { rule: 'R-15', message: 'The application has been registered already.' },
  'not-registered': { rule: 'R-15', message: 'The application has not been registered.' },

  // Completeness and rejection
  'package-incomplete': { rule: 'R-41', message: 'The package is incomplete or holds expired documents: {defects}.' },
  'completeness-already-confirmed': { rule: 'R-41', message: 'Completeness has been confirmed already.' },
  'completeness-not-confirmed': { rule: 'R-41', message: 'Completeness of the documents has not been confirmed.' },
  'rejection-without-defects': { rule: 'R-33', message: 'A rejection lists what is missing or expired.' },
  'rejection-term-lapsed': {
    rule: 'R-33',
    message:
      'The power to reject lapsed on {due}, two working days after registration; defects found later go by paragraph 10.',
  },
  'rejection-after-completeness': {
    rule: 'R-33',
    message: 'An application whose completeness has been confirmed can no longer be rejected.',
  },

  // The commission and its decision
  'already-examined': { rule: 'R-42', message: 'Compliance has been examined already.' },
  'not-examined': { rule: 'R-42', message: 'Compliance with the law has not been examined.' },
  'commission-already-formed': { rule: 'R-43', message: 'The composition of the commission has been formed already.' },
  'commission-not-formed': { rule: 'R-43', message: 'There is no vote without a composition of the commission.' },
  'commission-member-repeated': { rule: 'R-43', message: 'A person is named more than once in the composition.' },
  'chair-not-a-member': { rule: 'R-43', message: 'The chair is one of the members.' },
  'secretary-not-a-member': { rule: 'R-43', message: 'The secretary is one of the members.' },
  'already-decided': { rule: 'R-44', message: 'The commission has decided already.' },
  'not-a-member': { rule: 'R-44', message: 'Only members of the commission vote.' },
  'vote-repeated': { rule: 'R-44', message: 'Each member has one vote.' },
  'no-quorum': {
    rule: 'R-44',
    message: 'Too few members took part in the vote; those who recused themselves do not count.',
  },
  'not-adopted': { rule: 'R-44', message: 'The votes for are not more than the votes against; a tie is not adopted.' },
  'hearing-not-held': { rule: 'R-79', message: 'There is no refusal without a hearing, and none is on file.' },
  'price-basis-missing': {
    rule: 'R-98',
    message: 'A decision on redemption states the residual value and what it rests on.',
  },
  'price-basis-not-positive': { rule: 'R-98', message: 'The residual value is a positive amount of whole tiyn.' },
  'valuation-in-future': { rule: 'R-98', message: 'The valuation cannot be later than the decision that rests on it.' },
  'not-decided': { rule: 'R-46', message: 'There is no decision of the commission to sign.' },
  'decision-already-signed': { rule: 'R-46', message: 'The decision has been signed already.' },
  'decision-not-signed': { rule: 'R-46', message: 'The decision has not been registered and signed.' },
  'examiner-may-not-sign': {
    rule: 'R-46',
    message: 'Who examined the case may not sign its decision (a guard of ours).',
  },
  'received-in-future': { rule: 'R-47', message: 'Information cannot have been received later than it is entered.' },
  'rights-information-missing': {
    rule: 'R-47',
    message: 'The registered rights and technical characteristics of the dwelling have not been received.',
  },

  // Agreement and payment
  'agreement-already-offered': { rule: 'R-48', message: 'The agreement has been offered already.' },
  'agreement-not-offered': { rule: 'R-48', message: 'No agreement has been offered.' },
  'price-not-as-decided': {
    rule: 'R-98',
    message: 'The price of the agreement is the residual value that was decided.',
  },
  'party-already-signed': { rule: 'R-48', message: 'This party has signed already.' },
  'eds-missing': { rule: 'R-39', message: 'An electronic agreement is signed with an electronic digital signature.' },
  'agreement-not-concluded': { rule: 'R-36', message: 'Nothing is payable before the agreement is concluded.' },
  'amount-not-positive': { rule: 'R-36', message: 'A payment is a positive amount of whole tiyn.' },
  'amount-too-large': { rule: 'R-36', message: 'The payments exceed the largest amount that can be kept exactly.' },
  'paid-in-future': { rule: 'R-36', message: 'A payment cannot be later than the day on which it is entered.' },
  'paid-before-agreement': {
    rule: 'R-36',
    message: 'A payment cannot be earlier than the conclusion of the agreement.',
  },
  'case-closed': { rule: 'R-10', message: 'The case is closed: nothing more happens on it.' },

  // The dwelling
  'dwelling-claimed': { rule: 'A25', message: 'Another active application holds this dwelling (a guard of ours).' },
} as const satisfies Readonly<Record<string, Readonly<{ rule: string; message: string }>>>;

export type RefusalCode = keyof typeof refusals;
