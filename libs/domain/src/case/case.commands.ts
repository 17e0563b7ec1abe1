import type { CaseEvent, CommissionDecided, Filed, ResultIssued } from './case.events.js';
import type { SaidValue } from '../corrections/corrected-value.js';
import type {
  CaseDocument,
  CommissionKind,
  CommissionMember,
  CommissionRules,
  DeedApprover,
  Defect,
  DocumentType,
  EdsSignature,
  FamilyAct,
  HearingMinutes,
  HearingPlan,
  Identification,
  InstantString,
  LocalDate,
  Medium,
  OfficeSettings,
  Overpayment,
  PaperFault,
  Party,
  PowerOfAttorney,
  RefusalGround,
  RegisterOutcome,
  ReopeningCause,
  Side,
  StateRegister,
  Tiyn,
} from './case.types.js';

/** What every command carries: when it happened, when it was entered, and who did it. */
export type Act<T extends string, Fields> = Readonly<
  { type: T; at: InstantString; enteredAt: InstantString; by: string } & Fields
>;

export type SubmitApplication = Act<'SubmitApplication', Filed & { office: OfficeSettings }>;
export type IssueReceipt = Act<
  'IssueReceipt',
  { receiptNumber: string; identification: Identification; copiesMade: boolean; originalsReturned: boolean }
>;
export type DeliverDocuments = Act<'DeliverDocuments', { deliveryNumber: string }>;
/** `eds`: of the provider, on an electronic notice of acceptance. */
export type RegisterApplication = Act<'RegisterApplication', { registrationNumber: string; eds: EdsSignature | null }>;
/** `subjectIin`: whose document it is; `act`: what a certificate of family status (D2) proves, null where that is not said. */
export type AddDocument = Act<'AddDocument', { document: CaseDocument; subjectIin: string; act: FamilyAct | null }>;
/** A paper that the file shows to be none of what it stands for no longer counts. */
export type SetDocumentAside = Act<
  'SetDocumentAside',
  { documentType: DocumentType; sha256: string; fault: PaperFault; reason: string }
>;
/** `actOn`: the day of the act; null takes back that there is such an act. */
export type StateFamilyAct = Act<'StateFamilyAct', { act: FamilyAct; subjectIin: string; actOn: LocalDate | null }>;
/** `summary`: what was found; where the register could not be asked, why. */
export type RegisterAnswer = Readonly<{
  register: StateRegister;
  subjectIin: string;
  outcome: RegisterOutcome;
  summary: string | null;
}>;
export type RecordStateData = Act<'RecordStateData', RegisterAnswer>;
export type RecordFamilyData = Act<'RecordFamilyData', { answers: readonly RegisterAnswer[] }>;
export type ConfirmCompleteness = Act<'ConfirmCompleteness', { note: string | null }>;
export type RejectApplication = Act<'RejectApplication', { defects: readonly Defect[] }>;
export type ReviewCompliance = Act<'ReviewCompliance', { findings: readonly string[] }>;
/** A remark on a document says of whom and on which act of family status it should be, where that matters. */
export type Remark = Readonly<{
  documentType: DocumentType | null;
  text: string;
  subjectIin: string | null;
  act: FamilyAct | null;
}>;
export type RaiseRemarks = Act<'RaiseRemarks', { remarks: readonly Remark[] }>;
/** `rules`: the office's own, null where it has none. `reason`: why it is formed anew, null the first time. */
export type FormCommission = Act<
  'FormCommission',
  {
    kind: CommissionKind;
    members: readonly CommissionMember[];
    chairId: string;
    secretaryId: string;
    reason: string | null;
    rules: CommissionRules | null;
  }
>;
export type NotifyPreliminaryRefusal = Act<
  'NotifyPreliminaryRefusal',
  { ground: RefusalGround; facts: string; reasons: string; hearing: HearingPlan; receivedAt: InstantString }
>;
export type RecordObjection = Act<'RecordObjection', { text: string; medium: Medium }>;
export type RecordHearing = Act<
  'RecordHearing',
  { appeared: boolean; minutes: HearingMinutes | null; note: string | null }
>;
export type DecideCommission = Act<'DecideCommission', Omit<CommissionDecided['data'], 'at' | 'decidedOn'>>;
export type SignDecision = Act<'SignDecision', { decisionNumber: string; eds: EdsSignature }>;
export type RecordRightsInformation = Act<
  'RecordRightsInformation',
  { source: string; encumbrances: readonly string[]; technicalCharacteristics: string; receivedOn: LocalDate }
>;
export type SendPetition = Act<'SendPetition', { petitionNumber: string; akim: string }>;
export type GiveIndustryConsent = Act<'GiveIndustryConsent', { consentNumber: string; body: string }>;
export type MakeStatePropertyDecision = Act<'MakeStatePropertyDecision', { decisionNumber: string; body: string }>;
export type SignTransferDeed = Act<'SignTransferDeed', { side: Side; signedBy: string }>;
export type ApproveTransferDeed = Act<
  'ApproveTransferDeed',
  { side: Side; approver: DeedApprover; approvedBy: string }
>;
export type RecordTitleRegistration = Act<'RecordTitleRegistration', { registrationNumber: string }>;
/** What an agreement on instalments fixes beyond the application: how often, and when first (A18). */
export type InstalmentTerms = Readonly<{
  initialContributionDue: LocalDate;
  firstInstalmentDue: LocalDate;
  everyMonths: 1 | 3 | 6 | 12;
}>;
export type OfferAgreement = Act<
  'OfferAgreement',
  { agreementNumber: string; price: Tiyn; medium: Medium; instalments: InstalmentTerms | null }
>;
export type SignAgreement = Act<'SignAgreement', { party: Party; eds: EdsSignature | null }>;
/** `repeatedBecause`: why the same reference on the same day is another payment. */
export type RecordPayment = Act<
  'RecordPayment',
  {
    amount: Tiyn;
    paidOn: LocalDate;
    reference: string;
    overpayment: Overpayment | null;
    repeatedBecause: string | null;
  }
>;
/** `payment`: its revision in the stream of the case. */
export type ReversePayment = Act<'ReversePayment', { payment: number; reason: string }>;
/** `powerOfAttorney`: of a representative. */
export type IssueResult = Act<
  'IssueResult',
  Omit<ResultIssued['data'], 'at' | 'issuedOn' | 'issuedBy' | 'powerOfAttorney' | 'applicantIin' | 'edsNotice'> &
    Readonly<{ powerOfAttorney: PowerOfAttorney | null }>
>;
/** `at` is when the watch looked. */
export type RecordDutyMissed = Act<'RecordDutyMissed', { rule: string; instance: number | null }>;
export type CorrectRecord = Act<
  'CorrectRecord',
  {
    subject: string;
    /** In words; null where `values` or `date` say it. */
    was: string | null;
    is: string | null;
    reason: string;
    /** The right value of each entry that was wrong, as people write it: amounts in tenge. */
    values: readonly SaidValue[];
    date: Readonly<{ fact: CaseEvent['type']; is: LocalDate }> | null;
  }
>;
/** A decision on a complaint or a ruling that has the case decided anew; `at` is when that was made. */
export type ReopenCase = Act<
  'ReopenCase',
  {
    cause: Extract<ReopeningCause, 'COMPLAINT' | 'COURT'>;
    complaintId: string;
    carryOutBy: LocalDate;
    reopenedOn: LocalDate;
    /** The revision of the entry by which it is told already: its days become those of today. Null where it is told for the first time. */
    toldIn: number | null;
  }
>;
export type WithdrawApplication = Act<'WithdrawApplication', { reason: string }>;

/** Everything a case answers to. */
export type CaseCommand =
  | SubmitApplication
  | IssueReceipt
  | DeliverDocuments
  | RegisterApplication
  | AddDocument
  | SetDocumentAside
  | StateFamilyAct
  | RecordStateData
  | RecordFamilyData
  | ConfirmCompleteness
  | RejectApplication
  | ReviewCompliance
  | RaiseRemarks
  | FormCommission
  | NotifyPreliminaryRefusal
  | RecordObjection
  | RecordHearing
  | DecideCommission
  | SignDecision
  | RecordRightsInformation
  | SendPetition
  | GiveIndustryConsent
  | MakeStatePropertyDecision
  | SignTransferDeed
  | ApproveTransferDeed
  | RecordTitleRegistration
  | OfferAgreement
  | SignAgreement
  | RecordPayment
  | ReversePayment
  | IssueResult
  | RecordDutyMissed
  | CorrectRecord
  | ReopenCase
  | WithdrawApplication;

/** Everything a submitted case answers to. */
export type LaterCommand = Exclude<CaseCommand, { type: 'SubmitApplication' }>;
