import type {
  CommissionKind,
  CommissionMember,
  CommissionRules,
  DocumentType,
  EdsSignature,
  FamilyAct,
  HearingMinutes,
  HearingPlan,
  InstantString,
  LocalDate,
  Medium,
  PersonNumber,
  PriceBasis,
  RefusalGround,
  Verdict,
  Vote,
} from '../case.types.js';
import { entered, type Fact, type SchemasOf, textsAnd } from '../../event-schema.js';

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
    /** `person` and `act`: of whom and on what a document is asked for; null where it was not said, and in events of version 1. */
    remarks: readonly Readonly<{
      documentType: DocumentType | null;
      text: string;
      person: PersonNumber | null;
      act: FamilyAct | null;
    }>[];
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
    /** Why it was formed anew; null the first time. */
    reason: string | null;
    /** Whose key seals the reason; null where there is none. */
    applicantIin: string | null;
    /** Present where the chair is the secretary as well. */
    chairNotice: string | null;
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
    /** Last day for objections: two working days after receipt; null where that needed a year without calendar. */
    objectionsUntil: LocalDate | null;
    /** First day on which the act may be adopted; null likewise. */
    actNotBefore: LocalDate | null;
  }
>;
export type HearingScheduled = Fact<'HearingScheduled', { hearing: HearingPlan }>;
export type ObjectionReceived = Fact<
  'ObjectionReceived',
  {
    text: string;
    medium: Medium;
    receivedOn: LocalDate;
    /** After the term of R-78: kept, and shown to the commission all the same. Null where that needed a year without calendar. */
    late: boolean | null;
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
  {
    decisionNumber: string;
    eds: EdsSignature;
    /** Present where the EDS is late by what the installation says (EDS_LATE_AFTER_DAYS). */
    edsNotice: string | null;
    signedOn: LocalDate;
    signedBy: string;
  }
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
  members: listIn(data, 'members').map((member) => ({ conflictOfInterest: null, ...member })),
});

/** The first remarks did not say of whom or on what a document was asked for. */
const ofNobody = (data: object): object => ({
  ...data,
  remarks: listIn(data, 'remarks').map((remark) => ({ person: null, act: null, ...remark })),
});

const listIn = (data: object, name: string): readonly object[] => {
  const list: unknown = Reflect.get(data, name);
  return Array.isArray(list) ? list : [];
};

/** How each of them is written. */
export const examinationSchemas: SchemasOf<ExaminationEvent> = {
  ComplianceReviewed: textsAnd({ at: 'MOMENT' }, 'findings.*'),
  RemarksRaised: {
    version: 2,
    personal: entered('remarks.*.text'),
    correctable: { raisedOn: 'OWN_DAY', 'remarks.*.documentType': 'DOCUMENT_TYPE', 'remarks.*.text': 'TEXT' },
    upcasts: { 1: ofNobody },
  },
  CommissionFormed: {
    version: 3,
    personal: [
      ...entered('members.*.memberId', 'members.*.fullName', 'members.*.conflictOfInterest', 'chairId', 'secretaryId'),
      { at: 'reason', subject: 'applicantIin' },
      { at: 'applicantIin', subject: 'applicantIin' },
    ],
    correctable: {
      at: 'MOMENT',
      'members.*.fullName': 'TEXT',
      'members.*.conflictOfInterest': 'TEXT',
      chairId: 'TEXT',
      secretaryId: 'TEXT',
      reason: 'TEXT',
    },
    upcasts: { 1: withRules, 2: (data) => ({ reason: null, applicantIin: null, chairNotice: null, ...data }) },
  },
  PreliminaryRefusalNotified: textsAnd(
    { notifiedOn: 'OWN_DAY', receivedAt: 'MOMENT', ground: 'GROUND' },
    'facts',
    'reasons',
  ),
  HearingScheduled: textsAnd({ 'hearing.at': 'TIME' }, 'hearing.place'),
  ObjectionReceived: textsAnd({ receivedOn: 'OWN_DAY' }, 'text'),
  HearingHeld: textsAnd(
    { heldOn: 'OWN_DAY', 'minutes.startedAt': 'MOMENT', 'minutes.endedAt': 'MOMENT' },
    'note',
    'minutes.place',
    'minutes.body',
    'minutes.official',
    'minutes.secretary',
    'minutes.participants.*',
    'minutes.question',
    'minutes.explanations',
    'minutes.essentialFacts',
  ),
  CommissionDecided: {
    version: 1,
    personal: entered(
      'votes.*.memberId',
      'facts',
      'reasons',
      'priceBasis.valuationDocumentId',
      'priceBasis.determinedBy',
    ),
    correctable: {
      decidedOn: 'OWN_DAY',
      'votes.*.vote': 'VOTE',
      ground: 'GROUND',
      facts: 'TEXT',
      reasons: 'TEXT',
      'priceBasis.residualValue': 'AMOUNT',
      'priceBasis.valuationDate': 'DAY',
      'priceBasis.valuationDocumentId': 'TEXT',
      'priceBasis.determinedBy': 'TEXT',
    },
  },
  DecisionSigned: {
    version: 2,
    personal: entered('decisionNumber', 'eds.certificateSerial'),
    correctable: {
      decisionNumber: 'TEXT',
      'eds.certificateSerial': 'TEXT',
      'eds.signedAt': 'MOMENT',
      signedOn: 'OWN_DAY',
    },
    upcasts: { 1: (data) => ({ edsNotice: null, ...data }) },
  },
};
