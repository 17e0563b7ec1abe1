import type { RefusalCatalogue } from '../refusal.js';

/** Receipt, delivery and registration; completeness of the package, and rejection. */
export const stageOneRefusals = {
  'accepted-on-day-off': {
    rule: 'R-16',
    message: 'The {acceptedOn} is no working day ({dayOff}): acceptance is on the next one.',
  },
  'accepted-before-filing': {
    rule: 'R-16',
    message: 'The application was filed on {filedOn}: it is not accepted before.',
  },
  'before-acceptance': {
    rule: 'R-16',
    message:
      'The application counts as accepted on {acceptedOn}: nothing of the provider is effective before that day.',
  },
  'receipt-only-at-state-corporation': {
    rule: 'R-19',
    message: 'A receipt is issued where the application came through the State Corporation.',
  },
  'receipt-already-issued': { rule: 'R-19', message: 'The receipt has been issued already.' },
  'receipt-missing': { rule: 'R-19', message: 'The State Corporation has not issued a receipt to the applicant.' },
  'copies-not-made': {
    rule: 'R-23',
    message: 'The receipt is issued once electronic copies of the documents have been made.',
  },
  'originals-not-returned': {
    rule: 'R-24',
    message: 'The receipt is issued once the originals have been given back to the applicant.',
  },
  'delivery-only-from-state-corporation': {
    rule: 'R-18',
    message: 'Documents are delivered where the application came through the State Corporation.',
  },
  'already-delivered': { rule: 'R-18', message: 'The documents have been delivered already.' },
  'not-delivered': { rule: 'R-18', message: 'The State Corporation has not delivered the documents to the provider.' },
  'already-registered': { rule: 'R-15', message: 'The application has been registered already.' },
  'not-registered': { rule: 'R-15', message: 'The application has not been registered.' },
  'package-incomplete': { rule: 'R-41', message: 'The package is incomplete or holds expired documents: {defects}.' },
  'completeness-already-confirmed': { rule: 'R-41', message: 'Completeness has been confirmed already.' },
  'completeness-not-confirmed': { rule: 'R-41', message: 'Completeness of the documents has not been confirmed.' },
  'state-data-awaited': {
    rule: 'R-69',
    message:
      'The state registers that hold what is missing have not answered yet: {registers}. An outage is not incompleteness.',
  },
  'state-data-summary-missing': {
    rule: 'R-69',
    message: 'What a state register has found is told in a summary.',
  },
  'document-held-by-state': {
    rule: 'R-70',
    message: 'State registers hold what this document proves, and it may not be demanded: {registers}.',
  },
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
} as const satisfies RefusalCatalogue;
