import type { SubmittedCase } from './case.state.js';
import type { DocumentType, StateRegister } from './case.types.js';

/** The documents that state registers can answer for (R-61, R-63, R-64; R-69, A12). */
const holders: Readonly<Partial<Record<DocumentType, readonly StateRegister[]>>> = {
  D2: ['MARRIAGE_DIVORCE', 'DEATH', 'BIRTH'],
  D4: ['COURT_DECISIONS'],
  D5: ['SOCIAL_STATUS'],
};

type Answers = SubmittedCase['registers'];

const holdersOf = (document: DocumentType): readonly StateRegister[] => holders[document] ?? [];

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
