import type { Acceptance } from '../calendar/acceptance.js';
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

/** A fact of a case. `at` is when it happened (the metadata also says when it was recorded); names are contract. */
type Fact<T extends string, Data> = Readonly<{ type: T; data: Readonly<{ at: InstantString } & Data> }>;

export type ApplicationSubmitted = Fact<
  'ApplicationSubmitted',
  {
    caseId: string;
    officeId: string;
    /** IANA zone of the provider: the local dates of this case are dates there. */
    zone: string;
    rulebook: string;
    /** Shown wherever the case is, where the rulebook was not the law's own choice. */
    rulebookNotice: string | null;
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
    /** The day of acceptance, normalized by paragraph 4. */
    acceptedOn: LocalDate;
    /** How `acceptedOn` followed from the moment of filing. */
    acceptance: Acceptance;
    /** Adult family members who had not signed at filing (A23); 18 years counted on the day of filing. */
    adultsWithoutConsent: number;
    registrationDue: LocalDate;
    resultDue: LocalDate;
  }
>;
export type ReceiptIssued = Fact<'ReceiptIssued', { receiptNumber: string }>;
export type DocumentsDelivered = Fact<'DocumentsDelivered', { deliveryNumber: string; deliveredOn: LocalDate }>;
export type ApplicationRegistered = Fact<
  'ApplicationRegistered',
  {
    registrationNumber: string;
    /** The day of acceptance where it was registered before that day began. */
    registeredOn: LocalDate;
  }
>;
export type CompletenessConfirmed = Fact<
  'CompletenessConfirmed',
  { note: string | null; confirmedOn: LocalDate; confirmedBy: string }
>;
export type ApplicationRejected = Fact<
  'ApplicationRejected',
  {
    defects: readonly Defect[];
    rejectedOn: LocalDate;
    /** Those of the defects that the record does not bear out: recorded, not blocked. */
    notBorneOut: readonly Pick<Defect, 'kind' | 'documentType'>[];
  }
>;
export type ComplianceReviewed = Fact<'ComplianceReviewed', { findings: readonly string[]; examinedBy: string }>;
export type CommissionFormed = Fact<
  'CommissionFormed',
  { kind: CommissionKind; members: readonly CommissionMember[]; chairId: string; secretaryId: string }
>;
export type CommissionDecided = Fact<
  'CommissionDecided',
  {
    outcome: 'PRIVATIZE' | 'REFUSE';
    decidedOn: LocalDate;
    votes: readonly Readonly<{ memberId: string; vote: Vote }>[];
    ground: string | null;
    facts: string | null;
    reasons: string | null;
    priceBasis: PriceBasis | null;
  }
>;
export type DecisionSigned = Fact<
  'DecisionSigned',
  { decisionNumber: string; eds: EdsSignature; signedOn: LocalDate; signedBy: string }
>;
export type RightsInformationReceived = Fact<
  'RightsInformationReceived',
  { source: string; encumbrances: readonly string[]; technicalCharacteristics: string; receivedOn: LocalDate }
>;
export type AgreementOffered = Fact<
  'AgreementOffered',
  {
    agreementNumber: string;
    price: Tiyn;
    medium: Medium;
    offeredOn: LocalDate;
    /** Present where the agreement is on paper: paragraph 8 asks the electronic form. */
    paperNotice: string | null;
  }
>;
export type AgreementSigned = Fact<
  'AgreementSigned',
  { party: Party; eds: EdsSignature | null; signedOn: LocalDate; concludesAgreement: boolean }
>;
export type PaymentReceived = Fact<
  'PaymentReceived',
  { amount: Tiyn; paidOn: LocalDate; reference: string; outstanding: Tiyn; overpaid: Tiyn }
>;
export type CaseClosed = Fact<'CaseClosed', { outcome: 'PAID' | 'REJECTED' }>;

/** Every fact a case may hold. */
export type CaseEvent =
  | ApplicationSubmitted
  | ReceiptIssued
  | DocumentsDelivered
  | ApplicationRegistered
  | CompletenessConfirmed
  | ApplicationRejected
  | ComplianceReviewed
  | CommissionFormed
  | CommissionDecided
  | DecisionSigned
  | RightsInformationReceived
  | AgreementOffered
  | AgreementSigned
  | PaymentReceived
  | CaseClosed;
