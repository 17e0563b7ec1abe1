import type { CaseState } from '../case/case.state.js';
import type { LocalDate, Outcome } from '../case/case.types.js';

/** The legal day of the fact that closed a case; null while it is open. */
export const closedOn = ({ outcome, dates }: CaseState): LocalDate | null =>
  outcome === null ? null : (dates[closing[outcome]] ?? null);

const closing = {
  PAID: 'PaymentReceived',
  CONCLUDED: 'AgreementSigned',
  REJECTED: 'ApplicationRejected',
  REFUSED: 'DecisionSigned',
  WITHDRAWN: 'ApplicationWithdrawn',
} as const satisfies Record<Outcome, string>;
