import { paragraphs437 } from './paragraphs-437.js';
import type { Rulebook, TermRow } from './rulebook.js';

/** What every row says unless it says otherwise. */
const owed = {
  kind: 'OBLIGATION',
  debtor: 'PROVIDER',
  creditor: 'RECIPIENT',
  fallsAwayOn: [],
  within: null,
  where: {},
} as const;

const terms: readonly TermRow[] = [
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
  {
    ...owed,
    rule: 'R-27',
    paragraph: '6(1)',
    passage: 1,
    duty: 'decide on the privatization, register and sign the decision',
    trigger: 'ApplicationSubmitted',
    term: { n: 30, unit: 'calendar' },
    // Stage 2 closes when the decision is signed, not when it is adopted (A16).
    dischargedBy: 'DecisionSigned',
    fallsAwayOn: ['ApplicationRejected'],
    where: { route: 'COMMUNAL' },
  },
  {
    ...owed,
    rule: 'R-33',
    paragraph: '6 end',
    passage: 0,
    kind: 'POWER',
    duty: 'reject an incomplete package or expired documents',
    trigger: 'ApplicationRegistered',
    term: { n: 2, unit: 'working' },
    dischargedBy: 'ApplicationRejected',
    fallsAwayOn: ['CompletenessConfirmed'],
  },
  {
    ...owed,
    rule: 'R-28',
    paragraph: '6(1)',
    passage: 2,
    duty: 'conclude the agreement',
    debtor: 'PROVIDER_AND_RECIPIENT',
    // From the adoption of the positive decision (A6, A16).
    trigger: 'CommissionDecided',
    term: { n: 5, unit: 'working' },
    dischargedBy: 'AgreementSigned',
    where: { route: 'COMMUNAL', decision: 'PRIVATIZE' },
  },
  {
    ...owed,
    rule: 'R-36',
    paragraph: '8',
    passage: 0,
    duty: 'pay the cost of the dwelling to the local budget',
    debtor: 'RECIPIENT',
    creditor: 'LOCAL_BUDGET',
    trigger: 'AgreementSigned',
    term: { n: 30, unit: 'calendar' },
    dischargedBy: 'PaymentReceived',
    where: { paymentMode: 'SINGLE' },
  },
];

/** The original edition of 12 August 2021, the only one transcribed. */
export const rulebook2021: Rulebook = {
  id: 'KZ-437/2021-08-12',
  title: 'Order No. 437 of 12 August 2021, original edition',
  // Registered on 13 August 2021 and in force ten calendar days after the day of publication, which is unknown: the
  // earliest day possible.
  validFrom: '2021-08-24',
  terms,
  paragraphs: paragraphs437,
  commission: { quorumAbove: { parts: 1, of: 2 } },
};
