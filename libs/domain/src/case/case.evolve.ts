import type { CaseEvent } from './case.events.js';
import type { CaseState } from './case.state.js';
import { agreementFolds } from './folds/agreement.folds.js';
import { closingFolds } from './folds/closing.folds.js';
import { examinationFolds } from './folds/examination.folds.js';
import { filingFolds } from './folds/filing.folds.js';
import type { Folds } from './folds/fold.js';
import { transferFolds } from './folds/transfer.folds.js';

/**
 * Folds a fact into a case. Never throws and never objects: what happened happened; types it does not know change
 * nothing.
 */
export const evolveCase = (state: CaseState, event: CaseEvent): CaseState => {
  if (!Object.hasOwn(folds, event.type)) return state;
  const fold: (state: CaseState, data: never) => CaseState = folds[event.type];
  // The table holds for each type the fold of that type's data, which the compiler cannot follow through an index.
  return withMoment(state, fold(state, event.data as never), event);
};

/** Where the fact has a legal day of its own, the moment of it too. */
const withMoment = (before: CaseState, after: CaseState, { type, data }: CaseEvent): CaseState =>
  after.dates[type] === before.dates[type] ? after : { ...after, moments: { ...after.moments, [type]: data.at } };

const folds: Folds<CaseEvent> = {
  ...filingFolds,
  ...examinationFolds,
  ...transferFolds,
  ...agreementFolds,
  ...closingFolds,
};
