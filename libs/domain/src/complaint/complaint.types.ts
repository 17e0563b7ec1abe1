import type { InstantString, LocalDate } from '../case/case.types.js';
import type { ContestedKind, EffectKind } from './complaint.words.js';

export * from './complaint.words.js';

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

/** What a decision on a complaint, or a ruling, means for the case, in words. */
export type ComplaintEffect = Readonly<{ kind: EffectKind; description: string }>;

/** What a complaint must know of its case. */
export type ContestedCase = Readonly<{
  caseId: string;
  officeId: string;
  /** IANA zone of the provider. */
  zone: string;
  /** The edition that the case is pinned to: its complaint goes by the same one. */
  rulebook: string;
  duties: readonly ContestedDuty[];
}>;

/** `missedFrom`: the end of the due day, where the duty was not kept by then or is not kept yet; else null. */
export type ContestedDuty = Readonly<{ rule: string; due: LocalDate; missedFrom: InstantString | null }>;
