import type { TenancyKind, DocumentType, DefectKind, ProviderBody } from './case.words.js';

export * from './case.words.js';

/** A date in the provider's zone, `YYYY-MM-DD`. */
export type LocalDate = string;
/** An instant, ISO 8601 with offset. */
export type InstantString = string;
/** An amount in tiyn (1/100 tenge): a non-negative safe integer. */
export type Tiyn = number;

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
  /** Present where the member agreed. */
  consent: FamilyConsent | null;
}>;

/** A person of a case by their place in the application: 0 the applicant, then the members of the family in their order. */
export type PersonNumber = number;

/** A signature under the form: by EDS where it names a certificate, else by hand (Appendices 1-2). */
export type FormSignature = Readonly<{ signedAt: InstantString; certificateSerial: string | null }>;

/** A member's consent, and in whose name they agree to privatize; that is null where it was not stated (version 1). */
export type FamilyConsent = FormSignature & Readonly<{ nominalOwnerIin: string | null }>;

/** A notarized power of attorney (para 5). */
export type PowerOfAttorney = Readonly<{ number: string; notarizedOn: LocalDate; notary: string }>;

/** Acts for the applicant by a power of attorney. */
export type Representative = Readonly<{ iin: string; fullName: string; powerOfAttorney: PowerOfAttorney }>;

export type Tenancy = Readonly<{ kind: TenancyKind; number: string; concludedOn: LocalDate }>;

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

/** What whoever signs the form confirms: that it is accurate, and that they know of their liability (Appendices 1-2). */
export type Confirmations = Readonly<{ accuracy: boolean; liability: boolean }>;

export type Payment =
  | Readonly<{ mode: 'SINGLE' }>
  | Readonly<{ mode: 'INSTALMENTS'; years: number; initialContribution: Tiyn }>
  | Readonly<{ mode: 'NONE' }>;

export type Defect = Readonly<{
  kind: DefectKind;
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
  /** What it is called, by language; absent where the installation has not said. */
  names?: OfficeNames;
}>;

/** The name of an office in each language. */
export type OfficeNames = Readonly<Record<'kk' | 'ru' | 'en', string>>;
