import type { CaseStage, CaseStatus, Duty } from '@app/domain';
import { choicesOf } from '../fields/values.js';

export type Debtor = Duty['debtor'];
export type DeadlineBucket = (typeof deadlineBuckets)[number];

export const statuses = choicesOf<CaseStatus>({
  SUBMITTED: true,
  REGISTERED: true,
  COMPLETE: true,
  EXAMINED: true,
  COMMISSION_FORMED: true,
  DECIDED: true,
  DECISION_SIGNED: true,
  AGREEMENT_OFFERED: true,
  AGREEMENT_CONCLUDED: true,
  PAID: true,
  REJECTED: true,
});

export const stages = choicesOf<CaseStage>({
  DOCUMENTS: true,
  DECISION: true,
  AGREEMENT: true,
  PAYMENT: true,
  CLOSED: true,
});

export const debtors = choicesOf<Debtor>({
  RECIPIENT: true,
  PROVIDER: true,
  PROVIDER_AND_RECIPIENT: true,
  STATE_CORPORATION: true,
  LOCAL_BUDGET: true,
});

/** How a duty stands: owed and not yet due; of those, due soon; owed and past due; done in time; done late. */
export const deadlineBuckets = ['OPEN', 'DUE_SOON', 'OVERDUE', 'KEPT', 'LATE'] as const;
