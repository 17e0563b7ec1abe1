import type { RefusalCatalogue } from './refusal-catalogue.js';

/** Completeness of the package, and rejection. */
export const documentRefusals = {
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
