import type { ApplicationState, SubmittedCase } from './case.state.js';
import type { CaseDocument, Defect, DocumentType, LocalDate, StateRegister } from './case.types.js';

/** A defect of the package as the record shows it, and the rule that asks for what is missing. */
export type FoundDefect = Readonly<{ kind: Defect['kind']; documentType: DocumentType; rule: string }>;

type Due = Readonly<{ documentType: DocumentType; rule: string }>;

/** What an applicant may claim, and the document that proves it (item 8, documents 2 and 4 to 7). */
export const claimProofs = {
  FAMILY_STATUS_ACT: { documentType: 'D2', rule: 'R-61' },
  COURT_RECOGNIZED_FAMILY: { documentType: 'D4', rule: 'R-63' },
  SOCIALLY_VULNERABLE: { documentType: 'D5', rule: 'R-64' },
  OCCUPATION: { documentType: 'D6', rule: 'R-65' },
  COSMONAUT: { documentType: 'D7', rule: 'R-66' },
} as const satisfies Readonly<Record<string, Due>>;

export type Claim = keyof typeof claimProofs;

export const isClaim = (claim: string): claim is Claim => Object.hasOwn(claimProofs, claim);

/**
 * What the record lacks of item 8: adult members who have not signed, documents that are due and neither there
 * nor found by a state register (R-61 to R-68, A12), and documents that had expired before the day of acceptance
 * . What a register has not answered yet is not a defect.
 */
export const defectsOf = ({ application, registers }: SubmittedCase): readonly FoundDefect[] => {
  const { documents, acceptedOn, adultsWithoutConsent } = application;
  const expired = new Set(documents.filter((document) => isExpired(document, acceptedOn)).map(({ type }) => type));
  return [
    ...(adultsWithoutConsent > 0 ? [{ kind: 'UNSIGNED', documentType: 'D1', rule: 'R-60' } as const] : []),
    ...lacking(application)
      .filter(({ documentType }) => isFoundNowhere(documentType, registers))
      .map((due) => ({ kind: 'MISSING', ...due }) as const),
    ...[...expired]
      .filter((documentType) => registersWith(documentType, registers).length === 0)
      .map((documentType) => ({ kind: 'EXPIRED', documentType, rule: 'R-71' }) as const),
  ];
};

/** The registers that must answer before it is known whether anything is missing: an outage is not incompleteness (A12). */
export const registersToAnswer = ({ application, registers }: SubmittedCase): readonly StateRegister[] =>
  lacking(application).flatMap(({ documentType }) => registersAwaited(documentType, registers));

/** Whether a document had expired before the day of acceptance. */
export const isExpired = ({ expiresOn }: Pick<CaseDocument, 'expiresOn'>, acceptedOn: LocalDate): boolean =>
  expiresOn !== null && expiresOn < acceptedOn;

/**
 * Whether the record bears out a defect that someone names. Of documents due only as needed (D2, D4) it can only say
 * that they are not there.
 */
export const isBorneOut = ({ kind, documentType }: Defect, state: SubmittedCase): boolean =>
  kind === 'MISSING'
    ? !isThere(documentType, state.application)
    : defectsOf(state).some((found) => found.kind === kind && found.documentType === documentType);

/** Whether a document of a type is in the package, expired or not. */
export const isThere = (documentType: DocumentType, { documents }: ApplicationState): boolean =>
  documents.some(({ type }) => type === documentType);

/** The registers that found what a document proves; it counts as present then (A12). */
export const registersWith = (document: DocumentType, answers: Answers): readonly StateRegister[] =>
  holdersOf(document).filter((register) => answers[register] === 'FOUND');

/**
 * The registers of which no answer has come that could stand in for a document: not asked, or out of order. None where
 * one has found it.
 */
export const registersAwaited = (document: DocumentType, answers: Answers): readonly StateRegister[] =>
  registersWith(document, answers).length > 0
    ? []
    : holdersOf(document).filter((register) => (answers[register] ?? 'UNAVAILABLE') === 'UNAVAILABLE');

/**
 * Whether the registers that answered have all found what a document proves. Where one of several found nothing,
 * as of a marriage but not of a birth, a copy may still prove what it did not find.
 */
export const isHeldByState = (document: DocumentType, answers: Answers): boolean =>
  registersWith(document, answers).length > 0 &&
  holdersOf(document).every((register) => (answers[register] ?? 'FOUND') === 'FOUND');

const always: readonly Due[] = [
  { documentType: 'D3', rule: 'R-62' },
  { documentType: 'D8', rule: 'R-67' },
];

/** Due on Appendix 1 only: what "paragraph 8" names is that of the Decree (A11). */
const ofFreeCategory: Due = { documentType: 'D9', rule: 'R-68' };

/** What is due to this applicant and not in the package. */
const lacking = (application: ApplicationState): readonly Due[] =>
  [
    ...always,
    ...application.claims.filter(isClaim).map((claim) => claimProofs[claim]),
    ...(application.form === 'GRATUITOUS' ? [ofFreeCategory] : []),
  ].filter(({ documentType }) => !isThere(documentType, application));

const isFoundNowhere = (documentType: DocumentType, registers: Answers): boolean =>
  registersWith(documentType, registers).length === 0 && registersAwaited(documentType, registers).length === 0;

/** The documents that state registers can answer for (R-61, R-63, R-64; R-69, A12). */
const holders: Readonly<Partial<Record<DocumentType, readonly StateRegister[]>>> = {
  D2: ['MARRIAGE_DIVORCE', 'DEATH', 'BIRTH'],
  D4: ['COURT_DECISIONS'],
  D5: ['SOCIAL_STATUS'],
};

type Answers = SubmittedCase['registers'];

const holdersOf = (document: DocumentType): readonly StateRegister[] => holders[document] ?? [];
