import type { ApplicationState, SubmittedCase } from './case.state.js';
import type { CaseDocument, Defect, DocumentType, LocalDate, StateRegister } from './case.types.js';
import { type Due, type Paper, duesOf } from './documents-due.js';
import { registerOf } from './family-acts.js';
import { isAnswer, isAsked, outcomeOf } from './register-answers.js';
import { stateRegisters } from './case.words.js';

/** A defect of the package as the record shows it, and the rule that asks for what is missing. */
export type FoundDefect = Readonly<{ kind: Defect['kind']; rule: string }> & Paper;

/**
 * What the record lacks of item 8: adult members who have not signed, documents that are due and neither there
 * nor found by a state register (R-61 to R-68, A12), and documents that had expired before the day of acceptance
 * . What a register has not answered yet is not a defect.
 */
export const defectsOf = (state: SubmittedCase): readonly FoundDefect[] => {
  const { documents, acceptedOn, adultsWithoutConsent } = state.application;
  const expired = documents
    .filter((document) => isExpired(document, acceptedOn))
    .map(({ type, person, act }): Paper => ({ documentType: type, person, act }));
  return [
    ...(adultsWithoutConsent > 0 ? [{ kind: 'UNSIGNED', rule: 'R-60', ...application } as const] : []),
    ...lacking(state)
      .filter((due) => registersWith(due, state).length === 0 && registersAwaited(due, state).length === 0)
      .map((due) => ({ kind: 'MISSING', ...due }) as const),
    ...expired
      .filter((paper) => registersWith(paper, state).length === 0)
      .filter(({ documentType }, index, all) => all.findIndex((one) => one.documentType === documentType) === index)
      .map((paper) => ({ kind: 'EXPIRED', rule: 'R-71', ...paper }) as const),
  ];
};

/** Whether the record bears out a defect that someone names: what is required of this applicant, expired, or unsigned. */
export const isBorneOut = (
  { kind, documentType }: Pick<Defect, 'kind' | 'documentType'>,
  state: SubmittedCase,
): boolean => defectsOf(state).some((found) => found.kind === kind && found.documentType === documentType);

/** The registers that must answer before it is known whether anything is missing: an outage is not incompleteness (A12). */
export const registersToAnswer = (state: SubmittedCase): readonly StateRegister[] => [
  ...new Set(lacking(state).flatMap((due) => registersAwaited(due, state))),
];

/** The same for a document of a type that is due and not there. */
export const registersToAnswerFor = (documentType: DocumentType, state: SubmittedCase): readonly StateRegister[] =>
  lacking(state)
    .filter((due) => due.documentType === documentType)
    .flatMap((due) => registersAwaited(due, state));

/** Registers that were not asked about a member of the family, each as "BIRTH of person 1". */
export const unaskedOf = ({ application, registers }: SubmittedCase): readonly string[] =>
  everybodyIn(application).flatMap((person) =>
    stateRegisters
      .filter((register) => !isAsked(registers, register, person))
      .map((register) => `${register} (person ${person})`),
  );

/** Whether a document had expired before the day of acceptance. */
export const isExpired = ({ expiresOn }: Pick<CaseDocument, 'expiresOn'>, acceptedOn: LocalDate): boolean =>
  expiresOn !== null && expiresOn < acceptedOn;

/** Whether a paper is in the package, expired or not. What a document does not say of itself does not tell it from the paper. */
export const isThere = ({ documentType, person, act }: Paper, { documents }: ApplicationState): boolean =>
  documents.some((document) => isSamePaper(document, { type: documentType, person, act }));

/** Whether a document of the package is, or may be, another that is spoken of. */
export const isSamePaper = (document: Kept, other: Kept): boolean =>
  document.type === other.type && mayBe(document.person, other.person) && mayBe(document.act, other.act);

type Kept = Pick<ApplicationState['documents'][number], 'type' | 'person' | 'act'>;

/** The registers that found what a paper proves; it counts as present then (A12). */
export const registersWith = (paper: Paper, state: SubmittedCase): readonly StateRegister[] =>
  holdersOf(paper).filter((register) => outcomesFor(paper, register, state).includes('FOUND'));

/**
 * The registers of which no answer has come that could stand in for a paper: not asked, or out of order. None where one
 * has found it, nor where the act is of a day that state systems need not know.
 */
export const registersAwaited = (paper: Paper, state: SubmittedCase): readonly StateRegister[] => {
  if (registersWith(paper, state).length > 0 || isOlder(paper, state)) return [];
  return holdersOf(paper).filter((register) =>
    outcomesFor(paper, register, state).some((outcome) => !isAnswer(outcome)),
  );
};

/**
 * Whether the registers that answered have all found what a paper proves. Where one of several found nothing,
 * as of a marriage but not of a birth, a copy may still prove what it did not find.
 */
export const isHeldByState = (paper: Paper, state: SubmittedCase): boolean =>
  registersWith(paper, state).length > 0 &&
  holdersOf(paper).every((register) =>
    outcomesFor(paper, register, state).every((outcome) => (outcome ?? 'FOUND') === 'FOUND'),
  );

/** The application itself: a defect of it is nobody's alone. */
const application: Paper = { documentType: 'D1', person: null, act: null };

/** What is due to this applicant and not in the package. */
const lacking = (state: SubmittedCase): readonly Due[] =>
  duesOf(state).filter((due) => !isThere(due, state.application));

const mayBe = <T>(said: T | null, wanted: T | null): boolean => said === null || wanted === null || said === wanted;

const isOlder = ({ person, act }: Paper, { familyActs }: SubmittedCase): boolean =>
  familyActs.some((stated) => stated.person === person && stated.act === act && !stated.obtainable);

const outcomesFor = ({ person }: Paper, register: StateRegister, { application: filed, registers }: SubmittedCase) =>
  (person === null ? everybodyIn(filed) : [person]).map((one) => outcomeOf(registers, register, one));

const everybodyIn = ({ persons }: ApplicationState) => Array.from({ length: persons }, (_, person) => person);

/** The documents that state registers can answer for (R-61, R-63, R-64; R-69, A12). */
const holders: Readonly<Partial<Record<DocumentType, readonly StateRegister[]>>> = {
  D2: ['MARRIAGE_DIVORCE', 'DEATH', 'BIRTH'],
  D4: ['COURT_DECISIONS'],
  D5: ['SOCIAL_STATUS'],
};

const holdersOf = ({ documentType, act }: Paper): readonly StateRegister[] =>
  act === null ? (holders[documentType] ?? []) : [registerOf[act]];
