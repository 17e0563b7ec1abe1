import { refuse } from '../refusals/refuse.js';
import type { SubmittedCase } from './case.state.js';
import { isThere, registersAwaited, registersWith } from './completeness.js';
import type { Paper } from './documents-due.js';

/**
 * What is not in the package is asked for only where the state systems cannot give it (R-70, item 8): they found it, or
 * have yet to answer about what they hold (R-69, A12).
 */
export const assertMayBeDemanded = (paper: Paper, state: SubmittedCase): void => {
  if (isThere(paper, state.application)) return;
  const { documentType } = paper;
  const found = registersWith(paper, state);
  if (found.length > 0) throw refuse('document-held-by-state', { documentType, registers: found });
  const awaited = registersAwaited(paper, state);
  if (awaited.length > 0) throw refuse('state-data-awaited', { documentType, registers: awaited });
};

/** An act of family status is proved by a copy of its certificate, and by no other document. */
export const assertOfFamily = ({
  documentType,
  act,
}: Pick<Paper, 'act'> & { documentType: Paper['documentType'] | null }): void => {
  if (act !== null && documentType !== 'D2') throw refuse('not-a-family-certificate', { documentType, act });
};
