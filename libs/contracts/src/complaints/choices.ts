import type {
  Addressee,
  ComplaintOutcome,
  ComplaintStatus,
  ContestedKind,
  EffectKind,
  ExtensionGround,
  LodgedWith,
} from '@app/domain';
import { choicesOf } from '../http/fields/values.js';

export const addressees = choicesOf<Addressee>({ PROVIDER_HEAD: true, AUTHORIZED_BODY: true, QUALITY_BODY: true });
export const lodgings = choicesOf<LodgedWith>({ PROVIDER: true, AUTHORIZED_BODY: true, QUALITY_BODY: true });
export const contestedKinds = choicesOf<ContestedKind>({ DECISION: true, ACTION: true, INACTION: true });
export const extensionGrounds = choicesOf<ExtensionGround>({
  ADDITIONAL_STUDY_OR_INSPECTION: true,
  ADDITIONAL_INFORMATION: true,
});
export const complaintOutcomes = choicesOf<ComplaintOutcome>({
  SATISFIED: true,
  PARTLY_SATISFIED: true,
  DISMISSED: true,
});
export const effectKinds = choicesOf<EffectKind>({ DECIDE_ANEW: true, ACT: true, NONE: true });
export const complaintStatuses = choicesOf<ComplaintStatus>({
  FILED: true,
  FORWARDED: true,
  REGISTERED: true,
  DECIDED: true,
  SETTLED: true,
  IN_COURT: true,
  RULED: true,
});

/** How the term of consideration stands. */
export const considerations = ['NOT_BEGUN', 'RUNNING', 'OVERDUE', 'KEPT', 'LATE', 'SETTLED'] as const;
export type ComplaintTerm = (typeof considerations)[number];
