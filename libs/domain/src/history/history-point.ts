import { isAfter } from '../calendar/zones.js';
import type { CaseEvent } from '../case/case.events.js';
import type { InstantString } from '../case/case.types.js';

/** An event of a case with its place and its two moments: when it was written, and when it happened. */
export type HistoricEvent = CaseEvent &
  Readonly<{
    revision: number;
    metadata: Readonly<{ recordedAt: InstantString; effectiveAt: InstantString }>;
  }>;

/** A point from which a history is looked at. */
export type HistoryPoint =
  /** After the event of this revision; -1 before the first. */
  | Readonly<{ kind: 'REVISION'; revision: number }>
  /** As it stood in the log at that moment. */
  | Readonly<{ kind: 'RECORDED'; at: InstantString }>
  /** What had happened by one moment, as far as it was known at another. */
  | Readonly<{ kind: 'EFFECTIVE'; effectiveAt: InstantString; knownAt: InstantString }>;

/**
 * The events that stand at a point, in the order of the stream. By revision and as recorded they are its beginning; as
 * effective, events are left out that were entered by then and speak of a later moment. Throws a RangeError for an
 * instant that cannot be read.
 */
export const eventsAt = <E extends HistoricEvent>(history: readonly E[], point: HistoryPoint): readonly E[] => {
  if (point.kind === 'REVISION') return history.filter(({ revision }) => revision <= point.revision);
  if (point.kind === 'RECORDED') return recordedBy(history, point.at);
  return effectiveBy(recordedBy(history, point.knownAt), point.effectiveAt);
};

/**
 * The revisions whose clock went back: recorded, as they say, before an event that they follow. The order of the stream
 * is what happened; as recorded at a moment between the two, such an event counts from the one that it follows.
 */
export const clockWentBackAt = (history: readonly HistoricEvent[]): readonly number[] => {
  let latest = history[0]?.metadata.recordedAt ?? '';
  return history.flatMap(({ revision, metadata: { recordedAt } }) => {
    if (isAfter(latest, recordedAt)) return [revision];
    latest = recordedAt;
    return [];
  });
};

/** When a point is: its duties are open or overdue by `asOf`, counted with the calendar as it was known at `knownAt`. */
export type HistoryMoment = Readonly<{ asOf: InstantString; knownAt: InstantString }>;

/** The moment of a point; by revision the one at which its event was recorded. Null before the first event. */
export const momentOf = (events: readonly HistoricEvent[], point: HistoryPoint): HistoryMoment | null => {
  if (point.kind === 'RECORDED') return { asOf: point.at, knownAt: point.at };
  if (point.kind === 'EFFECTIVE') return { asOf: point.effectiveAt, knownAt: point.knownAt };
  const last = events.at(-1);
  return last ? { asOf: last.metadata.recordedAt, knownAt: last.metadata.recordedAt } : null;
};

/** Up to the first event that was recorded later: always a beginning of the stream. */
const recordedBy = <E extends HistoricEvent>(history: readonly E[], at: InstantString): readonly E[] => {
  const later = history.findIndex(({ metadata }) => isAfter(metadata.recordedAt, at));
  return later < 0 ? history : history.slice(0, later);
};

/**
 * A correction is knowledge of earlier facts: it counts with those that it sets right, whenever it was made itself.
 */
const effectiveBy = <E extends HistoricEvent>(known: readonly E[], at: InstantString): readonly E[] => {
  const happened = new Set(known.filter((event) => !isAfter(event.metadata.effectiveAt, at)));
  const types = new Set([...happened].map(({ type }) => type));
  const revisions = new Set([...happened].map(({ revision }) => revision));
  return known.filter((event) => {
    if (event.type !== 'CorrectionRecorded') return happened.has(event);
    const { date, values } = event.data;
    if (values.length > 0) return values.some(({ revision }) => revisions.has(revision));
    return date === null ? happened.has(event) : types.has(date.fact);
  });
};
