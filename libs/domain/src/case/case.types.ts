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

/** Where a case stands. The last two are final. */
export type CaseStatus =
  | 'SUBMITTED'
  | 'REGISTERED'
  | 'COMPLETE'
  | 'EXAMINED'
  | 'COMMISSION_FORMED'
  | 'DECIDED'
  | 'DECISION_SIGNED'
  | 'AGREEMENT_OFFERED'
  | 'AGREEMENT_CONCLUDED'
  | 'PAID'
  | 'REJECTED';

/** The stages of paragraph 9(1) for the communal route, the payment of paragraph 8, and the end. */
export type CaseStage = 'DOCUMENTS' | 'DECISION' | 'AGREEMENT' | 'PAYMENT' | 'CLOSED';

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

export type CommissionMember = Readonly<{ memberId: string; fullName: string }>;

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
}>;
