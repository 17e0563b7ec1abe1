import { eventsAt, isAfter, momentOf, type CaseEvent, type HistoryMoment, type HistoryPoint } from '@app/domain';
import { UndecodableEvent, type Recorded, type StoredEvent } from '@app/event-store';
import type { CaseHistory } from './case-histories.js';

/** What stands of a history at a point. */
export type CaseAt = Readonly<{
  events: readonly Recorded<CaseEvent>[];
  /** When that was; null before the first event. */
  moment: HistoryMoment | null;
}>;

/** A history at a point. Throws the `UndecodableEvent` of an event that stands there and cannot be read. */
export const caseAt = (history: CaseHistory, point: HistoryPoint): CaseAt => {
  const events = eventsAt(readableUpTo(history, point), point);
  return { events, moment: momentOf(events, point) };
};

/** Everything before the first event that cannot be read, where the point lies before it. */
const readableUpTo = ({ entries, stored }: CaseHistory, point: HistoryPoint): readonly Recorded<CaseEvent>[] => {
  const events: Recorded<CaseEvent>[] = [];
  for (const [index, entry] of entries.entries()) {
    if (!(entry instanceof UndecodableEvent)) events.push(entry);
    else if (reaches(point, stored[index])) throw entry;
    else return events;
  }
  return events;
};

const reaches = (point: HistoryPoint, event: StoredEvent | undefined): boolean => {
  if (point.kind === 'REVISION') return point.revision >= (event?.revision ?? 0);
  const recordedAt = event?.metadata.recordedAt;
  return typeof recordedAt !== 'string' || !isAfter(recordedAt, point.kind === 'RECORDED' ? point.at : point.knownAt);
};
