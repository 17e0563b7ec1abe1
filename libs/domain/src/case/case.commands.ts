import type {
  CaseDocument,
  Channel,
  CommissionKind,
  CommissionMember,
  Consents,
  Defect,
  Dwelling,
  EdsSignature,
  FamilyMember,
  Form,
  InstantString,
  LocalDate,
  Medium,
  OfficeSettings,
  Party,
  Payment,
  Person,
  PriceBasis,
  Representative,
  Route,
  Tenancy,
  Tiyn,
  Vote,
} from './case.types.js';

/** What every command carries: when it happened, when it was entered, and who did it. */
type Act<T extends string, Fields> = Readonly<
  { type: T; at: InstantString; enteredAt: InstantString; by: string } & Fields
>;

export type SubmitApplication = Act<
  'SubmitApplication',
  {
    caseId: string;
    office: OfficeSettings;
    channel: Channel;
    medium: Medium;
    form: Form;
    route: Route;
    applicant: Person;
    familyMembers: readonly FamilyMember[];
    tenancy: Tenancy;
    dwelling: Dwelling;
    payment: Payment;
    freeCategory: string | null;
    claims: readonly string[];
    representative: Representative | null;
    documents: readonly CaseDocument[];
    consents: Consents;
  }
>;
export type IssueReceipt = Act<'IssueReceipt', { receiptNumber: string }>;
export type DeliverDocuments = Act<'DeliverDocuments', { deliveryNumber: string }>;
export type RegisterApplication = Act<'RegisterApplication', { registrationNumber: string }>;
export type ConfirmCompleteness = Act<'ConfirmCompleteness', { note: string | null }>;
export type RejectApplication = Act<'RejectApplication', { defects: readonly Defect[] }>;
export type ReviewCompliance = Act<'ReviewCompliance', { findings: readonly string[] }>;
export type FormCommission = Act<
  'FormCommission',
  { kind: CommissionKind; members: readonly CommissionMember[]; chairId: string; secretaryId: string }
>;
export type DecideCommission = Act<
  'DecideCommission',
  {
    outcome: 'PRIVATIZE' | 'REFUSE';
    votes: readonly Readonly<{ memberId: string; vote: Vote }>[];
    ground: string | null;
    facts: string | null;
    reasons: string | null;
    priceBasis: PriceBasis | null;
  }
>;
export type SignDecision = Act<'SignDecision', { decisionNumber: string; eds: EdsSignature }>;
export type RecordRightsInformation = Act<
  'RecordRightsInformation',
  { source: string; encumbrances: readonly string[]; technicalCharacteristics: string; receivedOn: LocalDate }
>;
export type OfferAgreement = Act<'OfferAgreement', { agreementNumber: string; price: Tiyn; medium: Medium }>;
export type SignAgreement = Act<'SignAgreement', { party: Party; eds: EdsSignature | null }>;
export type RecordPayment = Act<'RecordPayment', { amount: Tiyn; paidOn: LocalDate; reference: string }>;

/** Everything a case answers to. */
export type CaseCommand =
  | SubmitApplication
  | IssueReceipt
  | DeliverDocuments
  | RegisterApplication
  | ConfirmCompleteness
  | RejectApplication
  | ReviewCompliance
  | FormCommission
  | DecideCommission
  | SignDecision
  | RecordRightsInformation
  | OfferAgreement
  | SignAgreement
  | RecordPayment;
