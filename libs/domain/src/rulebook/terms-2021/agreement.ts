import type { TermRow } from '../rulebook.js';
import { owed } from './owed.js';

const agreement = {
  ...owed,
  duty: 'conclude the agreement',
  debtor: 'PROVIDER_AND_RECIPIENT',
  term: { n: 5, unit: 'working' },
  dischargedBy: 'AgreementSigned',
} as const;

/** The agreement, from the end of the stage before it (A6), and the payment (docs/law/rules.md 11.3). */
export const agreementTerms: readonly TermRow[] = [
  {
    ...agreement,
    rule: 'R-28',
    paragraph: '6(1)',
    passage: 2,
    // From the adoption of the positive decision (A6, A16).
    trigger: 'CommissionDecided',
    where: { route: 'COMMUNAL', decision: 'PRIVATIZE' },
  },
  {
    ...agreement,
    rule: 'R-30',
    paragraph: '6(2)',
    passage: 3,
    trigger: 'TitleRegistered',
    where: { route: 'COMMUNAL_ENTITY' },
  },
  {
    ...agreement,
    rule: 'R-32b',
    paragraph: '6(3)',
    passage: 5,
    trigger: 'TitleRegistered',
    where: { route: 'REPUBLICAN_ENTITY' },
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
    // Instalments are paid as the agreement says, and who acquires free of charge pays nothing.
    where: { paymentMode: 'SINGLE' },
  },
];
