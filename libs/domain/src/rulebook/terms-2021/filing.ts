import type { TermRow } from '../rulebook.js';
import { owed } from './owed.js';

/** Acceptance and registration (docs/law/rules.md 11.2). */
export const filingTerms: readonly TermRow[] = [
  {
    ...owed,
    rule: 'R-15',
    paragraph: '4',
    passage: 0,
    duty: 'register the application and documents',
    // Of the recipient's day, also where the State Corporation delivers late: that lateness is its own, R-18 (A5).
    trigger: 'ApplicationSubmitted',
    term: { n: 0, unit: 'working' },
    dischargedBy: 'ApplicationRegistered',
  },
  {
    ...owed,
    rule: 'R-18',
    paragraph: '4',
    passage: 1,
    duty: 'deliver the documents to the provider',
    debtor: 'STATE_CORPORATION',
    creditor: 'PROVIDER',
    trigger: 'ApplicationSubmitted',
    term: { n: 0, unit: 'working' },
    dischargedBy: 'DocumentsDelivered',
    where: { channel: 'STATE_CORPORATION' },
  },
];
