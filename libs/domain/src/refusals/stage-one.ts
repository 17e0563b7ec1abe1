import type { RefusalCatalogue } from '../refusal.js';
import { goOn } from './words/go-on.js';

/** Receipt, delivery and registration; completeness of the package, and rejection. */
export const stageOneRefusals = {
  'accepted-on-day-off': {
    rule: 'R-16',
    message: 'Acceptance is on a working day, and {acceptedOn} is none: it is on the next one.',
    next: 'Enter the next working day as the day of acceptance.',
  },
  'accepted-before-filing': {
    rule: 'R-16',
    message: 'The application was filed on {filedOn}: it is not accepted before.',
    next: 'Compare both days with the application.',
  },
  'before-acceptance': {
    rule: 'R-16',
    message:
      'The application counts as accepted on {acceptedOn}: nothing of the provider is effective before that day.',
    next: 'Record the step with a time from that day on.',
  },
  'receipt-only-at-state-corporation': {
    rule: 'R-19',
    message: 'A receipt is issued where the application came through the State Corporation.',
    next: 'Go on without a receipt.',
  },
  'receipt-already-issued': {
    rule: null,
    message: 'The receipt has been issued already.',
    next: goOn.en,
  },
  'receipt-missing': {
    rule: 'R-19',
    message: 'The State Corporation has not issued a receipt to the applicant.',
    next: 'Have the State Corporation issue the receipt first.',
  },
  'copies-not-made': {
    rule: 'R-23',
    message: 'The receipt is issued once electronic copies of the documents have been made.',
    next: 'Make the electronic copies first.',
  },
  'originals-not-returned': {
    rule: 'R-24',
    message: 'The receipt is issued once the originals have been given back to the applicant.',
    next: 'Give the originals back first.',
  },
  'delivery-only-from-state-corporation': {
    rule: 'R-18',
    message: 'Documents are delivered where the application came through the State Corporation.',
    next: 'Register the application: its documents are with the provider.',
  },
  'already-delivered': {
    rule: null,
    message: 'The documents have been delivered already.',
    next: goOn.en,
  },
  'not-delivered': {
    rule: 'R-18',
    message: 'The State Corporation has not delivered the documents to the provider.',
    next: 'Have the State Corporation deliver the documents first.',
  },
  'already-registered': {
    rule: null,
    message: 'The application has been registered already.',
    next: goOn.en,
  },
  'not-registered': {
    rule: 'R-15',
    message: 'The application has not been registered.',
    next: 'Register the application first.',
  },
  'package-incomplete': {
    rule: 'R-41',
    message: 'The package is incomplete or holds expired documents: {defects}.',
    next: 'Ask the state registers about all the family, or add the document; otherwise, within two working days of registration, reject the application, and after these raise remarks.',
  },
  'completeness-already-confirmed': {
    rule: null,
    message: 'Completeness has been confirmed already.',
    next: goOn.en,
  },
  'completeness-not-confirmed': {
    rule: 'R-41',
    message: 'Completeness of the documents has not been confirmed.',
    next: 'Confirm the completeness of the documents first, or raise remarks on what is missing.',
  },
  'state-data-awaited': {
    rule: 'R-69',
    message:
      'The state registers that hold what is missing have not answered yet: {registers}. An outage is not incompleteness.',
    next: 'Ask these registers, and record their answers.',
  },
  'family-not-asked-about': {
    rule: 'R-69',
    message:
      'The provider asks every register about every member of the family before completeness is confirmed; not asked: {unasked}. One that cannot be asked is recorded as unavailable, with the reason.',
    next: 'Ask these registers about each of these persons: number 0 is the applicant, then come the members of the family as the application names them.',
  },
  'family-data-empty': {
    rule: null,
    message: 'The answers of the registers hold at least one.',
    next: 'Enter at least one answer of a register.',
  },
  'not-a-person-of-the-case': {
    rule: null,
    message:
      'This is the number of somebody who is neither the applicant nor a member of the family in the application.',
    next: 'Compare the IIN with the application.',
  },
  'family-act-later': {
    rule: null,
    message: 'An act of family status ({act}) is not of a day after the one on which it is stated.',
    next: 'Check the day of the act.',
  },
  'not-a-family-certificate': {
    rule: 'R-61',
    message: 'An act of family status ({act}) is proved by a copy of its certificate, document D2.',
    next: 'Enter the paper as document D2, or leave the act out.',
  },
  'set-aside-without-reason': {
    rule: null,
    message: 'A paper is set aside with the reason.',
    next: 'Say what the file shows to be wrong with the paper.',
  },
  'document-not-in-file': {
    rule: null,
    message: 'The file has no document {documentType} with this hash, or it has been set aside already.',
    next: 'Look in the case which documents are there.',
  },
  'copy-set-aside': {
    rule: null,
    message: 'This very copy was set aside: it cannot be read, or is no {documentType}.',
    next: 'Have another copy made, or enter the copy as the document that it is.',
  },
  'defect-not-borne-out': {
    rule: 'R-33',
    message:
      'The file does not show the defect {kind} {documentType}: a rejection rests on what is required of this applicant and missing, expired, or not signed. Set a paper aside that is none; a doubt about what a paper says goes by paragraph 10.',
    next: 'List the defects that the file shows, or set aside first a paper that is none; otherwise confirm completeness, and raise remarks.',
  },
  'state-data-reason-missing': {
    rule: null,
    message: 'That a register could not be asked is recorded with the reason, in the summary.',
    next: 'Enter in a few words why the register could not be asked.',
  },
  'state-data-summary-missing': {
    rule: null,
    message: 'What a state register has found is told in a summary.',
    next: 'Enter in a few words what the register found.',
  },
  'document-held-by-state': {
    rule: 'R-70',
    message: 'State registers hold what this document proves, and it may not be demanded: {registers}.',
    next: 'Use the answer of the register: this paper is neither asked for nor missing.',
  },
  'rejection-without-defects': {
    rule: 'R-33',
    message: 'A rejection lists what is missing or expired.',
    next: 'List what the file shows to be missing, expired or unsigned; a paper that is none is set aside first.',
  },
  'rejection-term-lapsed': {
    rule: 'R-33',
    message:
      'The power to reject lapsed on {due}, two working days after registration; defects found later go by paragraph 10.',
    next: 'Go on with the examination, and raise remarks on what you find.',
  },
  'rejection-after-completeness': {
    rule: 'R-33',
    message: 'An application whose completeness has been confirmed can no longer be rejected.',
    next: 'Raise remarks on what you find, until the commission decides.',
  },
  'provider-eds-missing': {
    rule: 'R-103',
    message: 'The notice of acceptance of an electronic application carries the EDS of the provider.',
    next: 'Sign the notice of acceptance with the EDS of the provider, and enter its data.',
  },
  'registration-number-given': {
    rule: null,
    message: 'The office has given this number to another application.',
    next: 'Give another number.',
  },
} as const satisfies RefusalCatalogue;
