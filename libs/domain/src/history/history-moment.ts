import type { InstantString } from '../case/case.types.js';
import type { HistoricEvent, HistoryPoint } from './history-point.js';

/** When a point is: its duties are open or overdue by `asOf`, counted with the calendar as it was known at `knownAt`. */
export type HistoryMoment = Readonly<{ asOf: InstantString; knownAt: InstantString }>;

/** The moment of a point; by revision the one at which its event was recorded. Null before the first event. */
export const momentOf = (events: readonly HistoricEvent[], point: HistoryPoint): HistoryMoment | null => {
  if (point.kind === 'RECORDED') return { asOf: point.at, knownAt: point.at };
  if (point.kind === 'EFFECTIVE') return { asOf: point.effectiveAt, knownAt: point.knownAt };
  const last = events.at(-1);
  return last ? { asOf: last.metadata.recordedAt, knownAt: last.metadata.recordedAt } : null;
};
