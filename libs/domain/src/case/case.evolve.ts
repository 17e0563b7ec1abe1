import type { CaseEvent } from './case.events.js';
import type { CaseState } from './case.state.js';
import type { InstantString } from './case.types.js';
import { agreementFolds } from './folds/agreement.folds.js';
import { closingFolds } from './folds/closing.folds.js';
import { examinationFolds } from './folds/examination.folds.js';
import { filingFolds } from './folds/filing.folds.js';
import type { Folds } from './folds/fold.js';
import { transferFolds } from './folds/transfer.folds.js';

/**
 * Folds a fact into a case; `enteredAt` is when it was recorded. Never throws and never objects: what happened happened; types it does not know change
 * nothing.
 */
export const evolveCase = (state: CaseState, event: CaseEvent, enteredAt: InstantString): CaseState => {
  if (!Object.hasOwn(folds, event.type)) return state;
  const fold: (state: CaseState, data: never, enteredAt: InstantString) => CaseState = folds[event.type];
  // The table holds for each type the fold of that type's data, which the compiler cannot follow through an index.
  return withEntry(state, fold(state, event.data as never, enteredAt), event.type, enteredAt);
};

/** What several events make one fact of (payments, objections) was entered with the first that gave it its legal day. */
const withEntry = (
  before: CaseState,
  after: CaseState,
  type: CaseEvent['type'],
  enteredAt: InstantString,
): CaseState =>
  before.dates[type] === undefined && after.dates[type] !== undefined
    ? { ...after, entered: { ...after.entered, [type]: enteredAt } }
    : after;

const folds: Folds<CaseEvent> = {
  ...filingFolds,
  ...examinationFolds,
  ...transferFolds,
  ...agreementFolds,
  ...closingFolds,
};
