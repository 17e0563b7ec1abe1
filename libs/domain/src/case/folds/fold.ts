import type { CaseEvent } from '../case.events.js';
import type { CaseState } from '../case.state.js';
import type { CaseStatus, InstantString, LocalDate } from '../case.types.js';

/** What a type of event holds. */
export type DataOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>['data'];

/** For each type of event, what it does to a case; `enteredAt` and `revision` say when it was entered, and its place in the stream. */
export type Folds<E extends CaseEvent> = {
  readonly [T in E['type']]: (
    state: CaseState,
    data: DataOf<T>,
    enteredAt: InstantString,
    revision: number,
  ) => CaseState;
};

/** A step of the way: the status, its moment, and where the fact starts or ends a duty its day. */
export const step = (
  state: CaseState,
  status: CaseStatus,
  at: InstantString,
  dates: CaseState['dates'] = {},
): CaseState => ({ ...state, status, reachedAt: at, dates: { ...state.dates, ...dates } });

/** The last of some days. */
export const latest = (dates: readonly LocalDate[]): LocalDate =>
  dates.reduce((one, other) => (one > other ? one : other), '');
