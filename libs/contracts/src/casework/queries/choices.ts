import type { CaseStage, CaseStatus, Duty, Outcome } from '@app/domain';
import { choicesOf } from '../../http/fields/values.js';

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
  PETITION_SENT: true,
  INDUSTRY_AGREED: true,
  STATE_PROPERTY_DECIDED: true,
  DEED_SIGNED: true,
  DEED_APPROVED: true,
  TITLE_REGISTERED: true,
  AGREEMENT_OFFERED: true,
  AGREEMENT_CONCLUDED: true,
  PAID: true,
  CONCLUDED: true,
  REJECTED: true,
  REFUSED: true,
  WITHDRAWN: true,
});

export const outcomes = choicesOf<Outcome>({
  PAID: true,
  CONCLUDED: true,
  REJECTED: true,
  REFUSED: true,
  WITHDRAWN: true,
});

export const stages = choicesOf<CaseStage>({
  DOCUMENTS: true,
  DECISION: true,
  TRANSFER: true,
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
  TRANSFER_PARTIES: true,
  STATE_PROPERTY_BODY: true,
  AUTHORIZED_BODY: true,
  QUALITY_BODY: true,
  COMPLAINANT: true,
});

/** How a duty stands: owed and not yet due; of those, due soon; owed and past due; done in time; done late; recorded as missed. */
export const deadlineBuckets = ['OPEN', 'DUE_SOON', 'OVERDUE', 'KEPT', 'LATE', 'MISSED'] as const;
