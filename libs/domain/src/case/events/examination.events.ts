import type {
  CommissionKind,
  CommissionMember,
  CommissionRules,
  DocumentType,
  EdsSignature,
  HearingMinutes,
  HearingPlan,
  InstantString,
  LocalDate,
  Medium,
  PriceBasis,
  RefusalGround,
  Verdict,
  Vote,
} from '../case.types.js';
import { type Fact, plain, type SchemasOf } from '../../event-schema.js';

/** Compliance, commission, hearing and decision: the second stage (paras 9, 10). */
export type ExaminationEvent =
  | ComplianceReviewed
  | RemarksRaised
  | CommissionFormed
  | PreliminaryRefusalNotified
  | HearingScheduled
  | ObjectionReceived
  | HearingHeld
  | CommissionDecided
  | DecisionSigned;

export type ComplianceReviewed = Fact<'ComplianceReviewed', { findings: readonly string[]; examinedBy: string }>;
export type RemarksRaised = Fact<
  'RemarksRaised',
  {
    remarks: readonly Readonly<{ documentType: DocumentType | null; text: string }>[];
    raisedOn: LocalDate;
    raisedBy: string;
  }
>;
export type CommissionFormed = Fact<
  'CommissionFormed',
  {
    kind: CommissionKind;
    members: readonly CommissionMember[];
    chairId: string;
    secretaryId: string;
    /** What the votes of this commission are counted by. */
    rules: CommissionRules;
  }
>;
export type PreliminaryRefusalNotified = Fact<
  'PreliminaryRefusalNotified',
  {
    ground: RefusalGround;
    facts: string;
    reasons: string;
    notifiedOn: LocalDate;
    /** When the notice reached the recipient, and that day there. */
    receivedAt: InstantString;
    receivedOn: LocalDate;
    /** Last day for objections: two working days after receipt. */
    objectionsUntil: LocalDate;
    /** First day on which the act may be adopted. */
    actNotBefore: LocalDate;
  }
>;
export type HearingScheduled = Fact<'HearingScheduled', { hearing: HearingPlan }>;
export type ObjectionReceived = Fact<
  'ObjectionReceived',
  {
    text: string;
    medium: Medium;
    receivedOn: LocalDate;
    /** After the term of R-78: kept, and shown to the commission all the same. */
    late: boolean;
  }
>;
export type HearingHeld = Fact<
  'HearingHeld',
  { appeared: boolean; heldOn: LocalDate; minutes: HearingMinutes | null; note: string | null }
>;
export type CommissionDecided = Fact<
  'CommissionDecided',
  {
    outcome: Verdict;
    decidedOn: LocalDate;
    votes: readonly Readonly<{ memberId: string; vote: Vote }>[];
    ground: RefusalGround | null;
    facts: string | null;
    reasons: string | null;
    priceBasis: PriceBasis | null;
  }
>;
export type DecisionSigned = Fact<
  'DecisionSigned',
  { decisionNumber: string; eds: EdsSignature; signedOn: LocalDate; signedBy: string }
>;

/** The first commissions voted by the rulebook of 2021 and declared no conflicts. */
const withRules = (data: object): object => ({
  ...data,
  rules: {
    minMembers: 1,
    quorumAbove: { parts: 1, of: 2 },
    majorityAbove: { parts: 1, of: 2 },
    chairCastingVote: false,
    abstentionAllowed: true,
  },
  members: membersOf(data).map((member) => ({ conflictOfInterest: null, ...member })),
});

const membersOf = (data: object): readonly object[] =>
  'members' in data && Array.isArray(data.members) ? data.members : [];

/** How each of them is written. */
export const examinationSchemas: SchemasOf<ExaminationEvent> = {
  ComplianceReviewed: plain,
  RemarksRaised: plain,
  CommissionFormed: { version: 2, personal: [], upcasts: { 1: withRules } },
  PreliminaryRefusalNotified: plain,
  HearingScheduled: plain,
  ObjectionReceived: plain,
  HearingHeld: plain,
  CommissionDecided: plain,
  DecisionSigned: plain,
};
