/** The words of a case, each set once; they are contract (docs/law/rules.md section 7). */

export const channels = ['STATE_CORPORATION', 'PORTAL'] as const;
export type Channel = (typeof channels)[number];

export const media = ['ELECTRONIC', 'PAPER'] as const;
export type Medium = (typeof media)[number];

export const forms = ['GRATUITOUS', 'REDEMPTION'] as const;
export type Form = (typeof forms)[number];

export const routes = ['COMMUNAL', 'COMMUNAL_ENTITY', 'REPUBLICAN_ENTITY'] as const;
export type Route = (typeof routes)[number];

export const paymentModes = ['SINGLE', 'INSTALMENTS', 'NONE'] as const;
export type PaymentMode = (typeof paymentModes)[number];

export const tenancyKinds = ['TENANCY_AGREEMENT', 'HOUSING_ORDER'] as const;
export type TenancyKind = (typeof tenancyKinds)[number];

export const documentTypes = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9'] as const;
export type DocumentType = (typeof documentTypes)[number];

/** Acts of family status that a copy of a certificate proves (item 8, document 2). */
export const familyActs = ['MARRIAGE', 'DISSOLUTION', 'DEATH', 'BIRTH'] as const;
export type FamilyAct = (typeof familyActs)[number];

/** What the file itself may show of a paper that is none of what it stands for. */
export const paperFaults = ['UNREADABLE', 'OTHER_TYPE', 'OTHER_PERSON'] as const;
export type PaperFault = (typeof paperFaults)[number];

export const defectKinds = ['MISSING', 'EXPIRED', 'UNSIGNED'] as const;
export type DefectKind = (typeof defectKinds)[number];

export const parties = ['RECIPIENT', 'PROVIDER'] as const;
export type Party = (typeof parties)[number];

export const commissionKinds = ['LOCAL_EXECUTIVE_BODY', 'STATE_ENTERPRISE', 'STATE_INSTITUTION'] as const;
export type CommissionKind = (typeof commissionKinds)[number];

export const votes = ['FOR', 'AGAINST', 'ABSTAINED', 'RECUSED'] as const;
export type Vote = (typeof votes)[number];

/** What a commission may decide. */
export const verdicts = ['PRIVATIZE', 'REFUSE'] as const;
export type Verdict = (typeof verdicts)[number];

/** The three grounds of item 9, and no other. */
export const refusalGrounds = ['UNRELIABLE_DOCUMENTS', 'NOT_COMPLIANT', 'RIGHT_DEPRIVED_BY_COURT'] as const;
export type RefusalGround = (typeof refusalGrounds)[number];

/** What state systems hold and the provider itself obtains (R-69, item 8). */
export const stateRegisters = [
  'IDENTITY',
  'MARRIAGE_DIVORCE',
  'DEATH',
  'BIRTH',
  'HOUSING',
  'ADDRESS',
  'COURT_DECISIONS',
  'SOCIAL_STATUS',
] as const;
export type StateRegister = (typeof stateRegisters)[number];

/** UNAVAILABLE is an outage: it says nothing about the package (A12). */
export const registerOutcomes = ['FOUND', 'NOT_FOUND', 'UNAVAILABLE'] as const;
export type RegisterOutcome = (typeof registerOutcomes)[number];

/** The two sides of a transfer into the communal stock. */
export const sides = ['TRANSFERRING', 'RECEIVING'] as const;
export type Side = (typeof sides)[number];

/** Who may approve a deed for a side, and nobody else (A15; ). */
export const deedApprovers = {
  TRANSFERRING: ['STATE_PROPERTY_TERRITORIAL_HEAD', 'NATIONAL_BANK_DEPUTY_CHAIRMAN'],
  RECEIVING: ['COMMUNAL_PROPERTY_BODY_HEAD', 'AKIM_OFFICE'],
} as const satisfies Record<Side, readonly string[]>;
export type DeedApprover = (typeof deedApprovers)[Side][number];

/** What becomes of what is paid beyond the price: it goes back to the recipient. */
export const overpayments = ['TO_BE_RETURNED'] as const;
export type Overpayment = (typeof overpayments)[number];

/** What is issued to the recipient (R-34, R-35, A14). */
export const resultKinds = ['REJECTION', 'REFUSAL', 'DECISION', 'TRANSFER_DEED', 'AGREEMENT'] as const;
export type ResultKind = (typeof resultKinds)[number];

/** Who may take a result. */
export const resultTakers = ['RECIPIENT', 'REPRESENTATIVE'] as const;
export type ResultTaker = (typeof resultTakers)[number];

/** How a person showed who they are. */
export const identifications = ['IDENTITY_DOCUMENT', 'DIGITAL_DOCUMENT'] as const;
export type Identification = (typeof identifications)[number];

/** How a case ended: CONCLUDED is a gratuitous one, WITHDRAWN is outside the Order (A25). */
export const caseOutcomes = ['PAID', 'CONCLUDED', 'REJECTED', 'REFUSED', 'WITHDRAWN'] as const;
export type Outcome = (typeof caseOutcomes)[number];

/** Why a case goes on that had been decided: a complaint or a court has it decided anew, or what closed it was taken back. */
export const reopeningCauses = ['COMPLAINT', 'COURT', 'PAYMENT_TAKEN_BACK'] as const;
export type ReopeningCause = (typeof reopeningCauses)[number];

/** The steps of paragraph 9 in their order: those of the transfer on the entity routes only, each where it has them. */
export const openStatuses = [
  'SUBMITTED',
  'REGISTERED',
  'COMPLETE',
  'EXAMINED',
  'COMMISSION_FORMED',
  'DECIDED',
  'DECISION_SIGNED',
  'PETITION_SENT',
  'INDUSTRY_AGREED',
  'STATE_PROPERTY_DECIDED',
  'DEED_SIGNED',
  'DEED_APPROVED',
  'TITLE_REGISTERED',
  'AGREEMENT_OFFERED',
  'AGREEMENT_CONCLUDED',
] as const;

/** Where a case stands. Its outcome is final, unless the case is reopened. */
export const caseStatuses = [...openStatuses, ...caseOutcomes] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** The stages of paragraph 9 (TRANSFER on the entity routes only) and the payment of paragraph 8, in the order of a case's way. */
export const openStages = ['DOCUMENTS', 'DECISION', 'TRANSFER', 'AGREEMENT', 'PAYMENT'] as const;
export type OpenStage = (typeof openStages)[number];

/** The same, and the end. */
export const caseStages = [...openStages, 'CLOSED'] as const;
export type CaseStage = (typeof caseStages)[number];

/** The local executive bodies that provide the service (R-09, para 2). */
export const providerBodies = [
  'REGION',
  'CITY_OF_REPUBLICAN_SIGNIFICANCE',
  'CAPITAL',
  'DISTRICT',
  'CITY_OF_REGIONAL_SIGNIFICANCE',
] as const;
export type ProviderBody = (typeof providerBodies)[number];
