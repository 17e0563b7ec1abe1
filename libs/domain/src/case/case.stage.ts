import type { CaseState } from './case.state.js';
import type { CaseStage, CaseStatus, LocalDate, Outcome } from './case.types.js';

/**
 * The stage of paragraph 9 in which a case is, the first being the provision of documents; null before submission.
 * On the communal route stage 2 closes when the decision is signed and the rights are known (A9, A16); on the entity
 * routes the transfer follows the signed decision.
 */
export const stageOf = (state: CaseState): CaseStage | null => {
  if (state.status === null) return null;
  if (state.status !== 'DECISION_SIGNED') return stages[state.status];
  if (state.application?.route !== 'COMMUNAL') return 'TRANSFER';
  return state.dates.RightsInformationReceived === undefined ? 'DECISION' : 'AGREEMENT';
};

const stages: Readonly<Record<Exclude<CaseStatus, 'DECISION_SIGNED'>, CaseStage>> = {
  SUBMITTED: 'DOCUMENTS',
  REGISTERED: 'DECISION',
  COMPLETE: 'DECISION',
  EXAMINED: 'DECISION',
  COMMISSION_FORMED: 'DECISION',
  DECIDED: 'DECISION',
  PETITION_SENT: 'TRANSFER',
  INDUSTRY_AGREED: 'TRANSFER',
  STATE_PROPERTY_DECIDED: 'TRANSFER',
  DEED_SIGNED: 'TRANSFER',
  DEED_APPROVED: 'TRANSFER',
  TITLE_REGISTERED: 'AGREEMENT',
  AGREEMENT_OFFERED: 'AGREEMENT',
  AGREEMENT_CONCLUDED: 'PAYMENT',
  PAID: 'CLOSED',
  CONCLUDED: 'CLOSED',
  REJECTED: 'CLOSED',
  REFUSED: 'CLOSED',
  WITHDRAWN: 'CLOSED',
};

/** The fact that closed a case; null while it is open. */
export const closingFact = ({ outcome }: CaseState) => (outcome === null ? null : closing[outcome]);

/** Its legal day; null while the case is open. */
export const closedOn = (state: CaseState): LocalDate | null => {
  const fact = closingFact(state);
  return fact === null ? null : (state.dates[fact] ?? null);
};

const closing = {
  PAID: 'PaymentReceived',
  CONCLUDED: 'AgreementSigned',
  REJECTED: 'ApplicationRejected',
  REFUSED: 'DecisionSigned',
  WITHDRAWN: 'ApplicationWithdrawn',
} as const satisfies Record<Outcome, string>;
