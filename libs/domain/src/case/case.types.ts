/** Vocabulary of a case; the literals are contract (docs/rules.md section 7). */

/** A date in the provider's zone, `YYYY-MM-DD`. */
export type LocalDate = string;
/** An instant, ISO 8601 with offset. */
export type InstantString = string;
/** An amount in tiyn (1/100 tenge): a non-negative safe integer. */
export type Tiyn = number;

export type Channel = 'STATE_CORPORATION' | 'PORTAL';
export type Medium = 'ELECTRONIC' | 'PAPER';
export type Form = 'GRATUITOUS' | 'REDEMPTION';
export type Route = 'COMMUNAL' | 'COMMUNAL_ENTITY' | 'REPUBLICAN_ENTITY';
export type DocumentType = 'D1' | 'D2' | 'D3' | 'D4' | 'D5' | 'D6' | 'D7' | 'D8' | 'D9';
export type Party = 'RECIPIENT' | 'PROVIDER';
export type CommissionKind = 'LOCAL_EXECUTIVE_BODY' | 'STATE_ENTERPRISE' | 'STATE_INSTITUTION';
export type Vote = 'FOR' | 'AGAINST' | 'ABSTAINED' | 'RECUSED';
/** The three grounds of item 9, and no other. */
export type RefusalGround = 'UNRELIABLE_DOCUMENTS' | 'NOT_COMPLIANT' | 'RIGHT_DEPRIVED_BY_COURT';
/** What state systems hold and the provider itself obtains (R-69, item 8). */
export type StateRegister =
  'IDENTITY' | 'MARRIAGE_DIVORCE' | 'DEATH' | 'BIRTH' | 'HOUSING' | 'ADDRESS' | 'COURT_DECISIONS' | 'SOCIAL_STATUS';
/** UNAVAILABLE is an outage: it says nothing about the package (A12). */
export type RegisterOutcome = 'FOUND' | 'NOT_FOUND' | 'UNAVAILABLE';
/** The two sides of a transfer into the communal stock. */
export type Side = 'TRANSFERRING' | 'RECEIVING';
/** Who approves a transfer deed: the first two for the transferring side, the last two for the receiving one (A15). */
export type DeedApprover =
  'STATE_PROPERTY_TERRITORIAL_HEAD' | 'NATIONAL_BANK_DEPUTY_CHAIRMAN' | 'COMMUNAL_PROPERTY_BODY_HEAD' | 'AKIM_OFFICE';
/** What is issued to the recipient (R-34, R-35, A14). */
export type ResultKind = 'REJECTION' | 'REFUSAL' | 'DECISION' | 'TRANSFER_DEED' | 'AGREEMENT';
/** How a person showed who they are. */
export type Identification = 'IDENTITY_DOCUMENT' | 'DIGITAL_DOCUMENT';

/** Where a case stands. The last five are final. */
export type CaseStatus =
  | 'SUBMITTED'
  | 'REGISTERED'
  | 'COMPLETE'
  | 'EXAMINED'
  | 'COMMISSION_FORMED'
  | 'DECIDED'
  | 'DECISION_SIGNED'
  | 'PETITION_SENT'
  | 'INDUSTRY_AGREED'
  | 'STATE_PROPERTY_DECIDED'
  | 'DEED_SIGNED'
  | 'DEED_APPROVED'
  | 'TITLE_REGISTERED'
  | 'AGREEMENT_OFFERED'
  | 'AGREEMENT_CONCLUDED'
  | Outcome;

/** How a case ended: CONCLUDED is a gratuitous one, WITHDRAWN is outside the Order (A25). */
export type Outcome = 'PAID' | 'CONCLUDED' | 'REJECTED' | 'REFUSED' | 'WITHDRAWN';

/** The stages of paragraph 9 (TRANSFER on the entity routes only), the payment of paragraph 8, and the end. */
export type CaseStage = 'DOCUMENTS' | 'DECISION' | 'TRANSFER' | 'AGREEMENT' | 'PAYMENT' | 'CLOSED';

/** An identity document as the forms ask for it (Appendices 1-2). */
export type IdentityDocument = Readonly<{ number: string; issuedOn: LocalDate; issuedBy: string }>;

/** Surname, name, patronymic if any. */
export type Person = Readonly<{
  iin: string;
  fullName: string;
  address: string;
  identityDocument: IdentityDocument;
}>;

export type FamilyMember = Readonly<{
  iin: string;
  fullName: string;
  relationship: string;
  identityDocument: IdentityDocument;
  /** Present where the member agreed; when it was signed (EDS or by hand). */
  consent: Readonly<{ signedAt: InstantString }> | null;
}>;

/** Acts for the applicant by a notarized power of attorney (para 5). */
export type Representative = Readonly<{
  iin: string;
  fullName: string;
  powerOfAttorney: Readonly<{ number: string; notarizedOn: LocalDate; notary: string }>;
}>;

export type Tenancy = Readonly<{ kind: 'TENANCY_AGREEMENT' | 'HOUSING_ORDER'; number: string; concludedOn: LocalDate }>;

export type Dwelling = Readonly<{ dwellingId: string; address: string }>;

export type CaseDocument = Readonly<{
  type: DocumentType;
  number: string | null;
  issuedOn: LocalDate | null;
  expiresOn: LocalDate | null;
  sha256: string;
}>;

/** The two consents of Appendices 1-2 and paragraph 5. */
export type Consents = Readonly<{ useOfSecrets: boolean; personalData: boolean }>;

export type Payment =
  | Readonly<{ mode: 'SINGLE' }>
  | Readonly<{ mode: 'INSTALMENTS'; years: number; initialContribution: Tiyn }>
  | Readonly<{ mode: 'NONE' }>;

export type Defect = Readonly<{
  kind: 'MISSING' | 'EXPIRED' | 'UNSIGNED';
  documentType: DocumentType;
  explanation: string;
}>;

/** `conflictOfInterest` says what binds a member to the case: who has one recuses themselves. */
export type CommissionMember = Readonly<{ memberId: string; fullName: string; conflictOfInterest: string | null }>;

/** How a commission votes: set by the provider's regulation, not by the Order (docs/law/rules.md 1.5). */
export type CommissionRules = Readonly<{
  minMembers: number;
  /** Parts of the whole composition that must be exceeded by who takes part. */
  quorumAbove: Readonly<{ parts: number; of: number }>;
  /** Parts of the votes cast (for and against) that must be exceeded by those for. */
  majorityAbove: Readonly<{ parts: number; of: number }>;
  /** Whether the chair's vote decides a tie. */
  chairCastingVote: boolean;
  abstentionAllowed: boolean;
}>;

/** When and where the recipient can give a position. */
export type HearingPlan = Readonly<{ at: InstantString; place: string }>;

/** Minutes of a hearing as APPC 74 asks for them. */
export type HearingMinutes = Readonly<{
  startedAt: InstantString;
  endedAt: InstantString;
  place: string;
  body: string;
  official: string;
  secretary: string;
  participants: readonly string[];
  question: string;
  explanations: string;
  /** What the participant asked to be entered. */
  essentialFacts: string | null;
  signedByChair: boolean;
  signedBySecretary: boolean;
}>;

/** One amount of a schedule; number 0 is the initial contribution. */
export type Instalment = Readonly<{ number: number; dueOn: LocalDate; amount: Tiyn }>;

/** What the price rests on (docs/rules.md 1.4): the formula is not in the Order, so a document carries it. */
export type PriceBasis = Readonly<{
  residualValue: Tiyn;
  valuationDate: LocalDate;
  valuationDocumentId: string;
  determinedBy: string;
}>;

export type EdsSignature = Readonly<{ certificateSerial: string; signedAt: InstantString }>;

/** Working hours and zone of a provider's office (item 7); the clock times are its own regulation, not the Order's. */
export type OfficeSettings = Readonly<{
  officeId: string;
  /** IANA zone, e.g. `Asia/Almaty`. */
  zone: string;
  /** `HH:MM`; filing later than this counts as after hours. */
  closesAt: string;
  /** Absent where the office has set none: the rulebook's defaults then apply. */
  commission?: CommissionRules;
  /** Which local executive body it belongs to. */
  body?: ProviderBody;
}>;

/** The local executive bodies that provide the service (R-09, para 2). */
export type ProviderBody =
  'REGION' | 'CITY_OF_REPUBLICAN_SIGNIFICANCE' | 'CAPITAL' | 'DISTRICT' | 'CITY_OF_REGIONAL_SIGNIFICANCE';
