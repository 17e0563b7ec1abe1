import type { TermRow } from '../rulebook.js';
import { owed } from './owed.js';

const decision = {
  ...owed,
  rule: 'R-27',
  passage: 1,
  duty: 'decide on the privatization, register and sign the decision',
  trigger: 'ApplicationSubmitted',
  term: { n: 30, unit: 'calendar' },
  // Stage 2 closes when the decision is signed, not when it is adopted (A16).
  dischargedBy: 'DecisionSigned',
} as const;

/**
 * The first and second stages: to decide, within the same thirty days on each route, to reject, to hear first
 * (docs/law/rules.md 11.3, 11.5).
 */
export const decisionTerms: readonly TermRow[] = [
  { ...decision, paragraph: '6(1)', where: { route: 'COMMUNAL' } },
  { ...decision, paragraph: '6(2)', where: { route: 'COMMUNAL_ENTITY' } },
  { ...decision, paragraph: '6(3)', where: { route: 'REPUBLICAN_ENTITY' } },
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
    rule: 'R-75',
    paragraph: '10',
    passage: 0,
    duty: 'notify the applicant of the preliminary decision to refuse, with the time and place of the hearing',
    // From the day of the thirty days, not from that of the remarks: so the hearing fits inside them (A2).
    trigger: 'ApplicationSubmitted',
    needs: ['RemarksRaised'],
    term: { n: 15, unit: 'calendar' },
    dischargedBy: 'PreliminaryRefusalNotified',
    fallsAwayOn: ['CommissionDecided'],
    within: 'R-27',
  },
  {
    ...owed,
    rule: 'R-78',
    paragraph: '10',
    passage: 1,
    kind: 'POWER',
    duty: 'object to the preliminary decision',
    debtor: 'RECIPIENT',
    creditor: 'PROVIDER',
    trigger: 'PreliminaryRefusalNotified',
    countedFrom: 'RECEIPT',
    term: { n: 2, unit: 'working' },
    dischargedBy: 'ObjectionReceived',
    fallsAwayOn: ['CommissionDecided'],
  },
];
