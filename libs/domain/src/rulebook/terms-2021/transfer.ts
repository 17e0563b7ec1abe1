import type { TermRow } from '../rulebook.js';
import { owed } from './owed.js';

const republican = { route: 'REPUBLICAN_ENTITY', decision: 'PRIVATIZE' } as const;

/** The transfer to communal ownership, the third stage on the entity routes (docs/law/rules.md 11.3, A7, A8). */
export const transferTerms: readonly TermRow[] = [
  {
    ...owed,
    rule: 'R-29',
    paragraph: '6(2)',
    passage: 2,
    duty: 'transfer the dwelling to the communal housing stock and register the title',
    debtor: 'TRANSFER_PARTIES',
    trigger: 'CommissionDecided',
    term: { n: 15, unit: 'calendar' },
    // The registration is inside the term; what is told of the rights afterwards is not (A8).
    dischargedBy: 'TitleRegistered',
    where: { route: 'COMMUNAL_ENTITY', decision: 'PRIVATIZE' },
  },
  {
    ...owed,
    rule: 'R-31',
    paragraph: '6(3)',
    passage: 2,
    duty: 'transfer the dwelling from republican to communal ownership and register the title',
    debtor: 'TRANSFER_PARTIES',
    // The parties can do nothing before the state property decision.
    owedFirst: { debtor: 'STATE_PROPERTY_BODY', until: 'StatePropertyDecisionMade' },
    trigger: 'CommissionDecided',
    term: { n: 30, unit: 'calendar' },
    dischargedBy: 'TitleRegistered',
    where: republican,
  },
  {
    ...owed,
    rule: 'R-32',
    paragraph: '6(3)',
    passage: 3,
    duty: 'decide on the transfer of state property',
    debtor: 'STATE_PROPERTY_BODY',
    trigger: 'CommissionDecided',
    term: { n: 15, unit: 'calendar' },
    dischargedBy: 'StatePropertyDecisionMade',
    within: 'R-31',
    where: republican,
  },
  {
    ...owed,
    rule: 'R-32a',
    paragraph: '6(3)',
    passage: 4,
    duty: 'sign and approve the transfer deed and register the title',
    debtor: 'TRANSFER_PARTIES',
    // "From the date of making decisions on housing": the state property decision (A7).
    trigger: 'StatePropertyDecisionMade',
    term: { n: 15, unit: 'calendar' },
    dischargedBy: 'TitleRegistered',
    within: 'R-31',
    where: republican,
  },
];
