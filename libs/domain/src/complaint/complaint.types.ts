import type { LocalDate } from '../case/case.types.js';

/** The words of a complaint, each set once; they are contract. */

/** Who considers a complaint: the three of paragraph 12, and no other. */
export const addressees = ['PROVIDER_HEAD', 'AUTHORIZED_BODY', 'QUALITY_BODY'] as const;
export type Addressee = (typeof addressees)[number];

/** With whom it was left: the provider, who sends on what is addressed to others, or the addressee itself (A19). */
export const lodgings = ['PROVIDER', 'AUTHORIZED_BODY', 'QUALITY_BODY'] as const;
export type LodgedWith = (typeof lodgings)[number];

export const contestedKinds = ['DECISION', 'ACTION', 'INACTION'] as const;
export type ContestedKind = (typeof contestedKinds)[number];

/** The two grounds of paragraph 14, and no other. */
export const extensionGrounds = ['ADDITIONAL_STUDY_OR_INSPECTION', 'ADDITIONAL_INFORMATION'] as const;
export type ExtensionGround = (typeof extensionGrounds)[number];

export const complaintOutcomes = ['SATISFIED', 'PARTLY_SATISFIED', 'DISMISSED'] as const;
export type ComplaintOutcome = (typeof complaintOutcomes)[number];

/** What the provider has to do about the case. */
export const effectKinds = ['DECIDE_ANEW', 'ACT', 'NONE'] as const;
export type EffectKind = (typeof effectKinds)[number];

/** Where a complaint stands; SETTLED is one that the provider met in full before sending it on. */
export const complaintStatuses = [
  'FILED',
  'FORWARDED',
  'REGISTERED',
  'DECIDED',
  'SETTLED',
  'IN_COURT',
  'RULED',
] as const;
export type ComplaintStatus = (typeof complaintStatuses)[number];

/** Who complains, as APPC 93 asks. */
export type Complainant = Readonly<{ iin: string; fullName: string; address: string }>;

/**
 * What a complaint is about. A decision or action is named by its day, an inaction by the rule (`R-27`) of the duty that
 * was not kept. `what` names no person.
 */
export type Contested = Readonly<{
  kind: ContestedKind;
  what: string;
  on: LocalDate | null;
  rule: string | null;
}>;

/**
 * What a decision on a complaint, or a ruling, means for the case, in words. `carryOutBy`: the day by which the case is decided
 * anew (A31); null for all else, and where a decision of before set none.
 */
export type ComplaintEffect = Readonly<{ kind: EffectKind; description: string; carryOutBy: LocalDate | null }>;

/** What may order that a case be decided anew: a decision on a complaint, or the ruling of a court (A31). */
export const orderCauses = ['COMPLAINT', 'COURT'] as const;
export type OrderCause = (typeof orderCauses)[number];
