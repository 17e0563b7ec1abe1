import type { CaseEvent, CorrectionRecorded } from './case.events.js';
import { type CaseState, type Entry, initialCase } from './case.state.js';
import type { InstantString } from './case.types.js';
import { corrected } from '../corrections/entries.js';
import { agreementFolds } from './folds/agreement.folds.js';
import { closingFolds } from './folds/closing.folds.js';
import { completenessFolds } from './folds/completeness.folds.js';
import { examinationFolds } from './folds/examination.folds.js';
import { filingFolds } from './folds/filing.folds.js';
import type { Folds } from './folds/fold.js';
import { withPackage } from './folds/package.folds.js';
import { transferFolds } from './folds/transfer.folds.js';

/**
 * Folds a fact into a case; `enteredAt` is when it was recorded. Never throws and never objects: what happened happened; types it does not know change
 * nothing. What is set right of an entry holds from there on as if it had been entered so.
 */
export const evolveCase = (state: CaseState, recorded: RecordedEvent, enteredAt: InstantString): CaseState => {
  const { type, data, revision = (state.history.at(-1)?.revision ?? -1) + 1 } = recorded;
  // Type and data of one event.
  const event = { type, data } as CaseEvent;
  const known = event.type === 'CorrectionRecorded' ? withRightValues(state, event.data, enteredAt) : state;
  return next(known, { revision, event, enteredAt });
};

/** A case folded of entries that stand as they are right already. Of a part of a history: the case as it stood before the rest was entered, as known now. */
export const foldedAsKnown = (history: readonly Entry[]): CaseState => history.reduce(next, initialCase);

/** An event that was read back says its place in the stream; one that is decided follows the last. */
type RecordedEvent = CaseEvent & Readonly<{ revision?: number }>;

const next = (state: CaseState, entry: Entry): CaseState => {
  const { revision, event, enteredAt } = entry;
  const history = [...state.history, entry];
  if (!Object.hasOwn(folds, event.type) || entry.superseded) return { ...state, history };
  const fold: (state: CaseState, data: never, enteredAt: InstantString, revision: number) => CaseState =
    folds[event.type];
  // The table holds for each type the fold of that type's data, which the compiler cannot follow through an index.
  const after = fold(state, event.data as never, enteredAt, revision);
  return { ...withPackage(withEntry(state, after, enteredAt), event, enteredAt), history };
};

/** The case folded once more, of entries as they are right; what that makes or unmakes of its facts was entered now. */
const withRightValues = (
  state: CaseState,
  { values }: CorrectionRecorded['data'],
  enteredAt: InstantString,
): CaseState => {
  if (values.length === 0) return state;
  const right = foldedAsKnown(corrected(state.history, values));
  const facts = Object.keys(right.dates) as CaseEvent['type'][];
  const entered = facts.map((fact) => [fact, state.dates[fact] === undefined ? enteredAt : state.entered[fact]]);
  return { ...right, entered: Object.fromEntries(entered) };
};

/** What several events make one fact of (payments, objections, questions to registers) was entered with the first that gave it its legal day. */
const withEntry = (before: CaseState, after: CaseState, enteredAt: InstantString): CaseState => {
  const facts = Object.keys(after.dates) as CaseEvent['type'][];
  const begun = facts.filter((fact) => before.dates[fact] === undefined && after.dates[fact] !== undefined);
  if (begun.length === 0) return after;
  return { ...after, entered: { ...after.entered, ...Object.fromEntries(begun.map((fact) => [fact, enteredAt])) } };
};

const folds: Folds<CaseEvent> = {
  ...filingFolds,
  ...completenessFolds,
  ...examinationFolds,
  ...transferFolds,
  ...agreementFolds,
  ...closingFolds,
};
