import type { RefusalCatalogue } from './refusal-catalogue.js';

/** Receipt, delivery and registration. */
export const acceptanceRefusals = {
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
} as const satisfies RefusalCatalogue;
