import type { CalendarEvent } from './calendar/calendar-day.js';
import type { CaseEvent } from './case/case.events.js';
import type { ComplaintEvent } from './complaint/complaint.events.js';
import type { DwellingEvent } from './dwelling/dwelling.js';

/**
 * How an event type is written: the version of its shape, what of it is personal, and how older shapes become this one.
 */
export type EventSchema = Readonly<{
  version: number;
  /**
   * Values sealed before they are written: `at` is the path of the value, `subject` the path of the IIN whose key seals
   * it; `*` stands for each item of an array, the same item in both paths. A null is left as it is.
   */
  personal: readonly Readonly<{ at: string; subject: string }>[];
  /** By the version they lead away from. */
  upcasts?: Readonly<Record<number, (data: object) => object>>;
}>;

const plain: EventSchema = { version: 1, personal: [] };

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

/** Every event type of this domain. */
export const eventSchemas: Readonly<
  Record<CaseEvent['type'] | ComplaintEvent['type'] | DwellingEvent['type'] | CalendarEvent['type'], EventSchema>
> = {
  ApplicationSubmitted: {
    version: 1,
    personal: [
      { at: 'applicant', subject: 'applicant.iin' },
      { at: 'familyMembers.*', subject: 'familyMembers.*.iin' },
      { at: 'representative', subject: 'representative.iin' },
      { at: 'freeCategory', subject: 'applicant.iin' },
      { at: 'tenancy', subject: 'applicant.iin' },
      { at: 'dwelling.address', subject: 'applicant.iin' },
      { at: 'documents.*.number', subject: 'applicant.iin' },
    ],
  },
  ReceiptIssued: {
    version: 2,
    personal: [],
    upcasts: { 1: (data) => ({ identification: null, copiesMade: null, originalsReturned: null, ...data }) },
  },
  DocumentsDelivered: plain,
  ApplicationRegistered: { version: 2, personal: [], upcasts: { 1: (data) => ({ eds: null, ...data }) } },
  DocumentAdded: {
    version: 1,
    personal: [
      { at: 'subjectIin', subject: 'subjectIin' },
      { at: 'document.number', subject: 'subjectIin' },
    ],
  },
  StateDataReceived: {
    version: 1,
    personal: [
      { at: 'subjectIin', subject: 'subjectIin' },
      { at: 'summary', subject: 'subjectIin' },
    ],
  },
  CompletenessConfirmed: plain,
  ApplicationRejected: plain,
  ComplianceReviewed: plain,
  RemarksRaised: plain,
  CommissionFormed: { version: 2, personal: [], upcasts: { 1: withRules } },
  PreliminaryRefusalNotified: plain,
  HearingScheduled: plain,
  ObjectionReceived: plain,
  HearingHeld: plain,
  CommissionDecided: plain,
  DecisionSigned: plain,
  RightsInformationReceived: plain,
  PetitionSent: plain,
  IndustryConsentGiven: plain,
  StatePropertyDecisionMade: plain,
  TransferDeedSigned: plain,
  TransferDeedApproved: plain,
  TitleRegistered: plain,
  AgreementOffered: {
    version: 2,
    personal: [],
    upcasts: { 1: (data) => ({ schedule: null, decreeNotice: null, ...data }) },
  },
  AgreementSigned: plain,
  PaymentReceived: { version: 2, personal: [], upcasts: { 1: (data) => ({ allocations: [], ...data }) } },
  ResultIssued: plain,
  DutyMissed: plain,
  CorrectionRecorded: plain,
  ApplicationWithdrawn: plain,
  CaseClosed: plain,
  ComplaintFiled: { version: 1, personal: [{ at: 'complainant', subject: 'complainant.iin' }] },
  ComplaintForwarded: plain,
  FavourableActAdopted: plain,
  ComplaintRegistered: plain,
  ComplaintTermExtended: plain,
  ExtensionNoticeSent: plain,
  ComplaintDecided: plain,
  CourtAppealFiled: plain,
  CourtRulingRecorded: plain,
  DwellingClaimed: plain,
  DwellingReleased: plain,
  CalendarDayChanged: plain,
};
