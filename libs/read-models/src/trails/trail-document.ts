import { calendarStream, type CalendarEvent, type CaseEvent, type ComplaintEvent } from '@app/domain';
import type { DomainEvent, Recorded } from '@app/event-store';
import { failureAt, type Failure } from '../engine/fold.js';
import { placeOf, type LogEntry, type Place } from '../engine/projection.js';
import type { StreamReader } from '../engine/stream-reader.js';
import { withEvent, type Tally } from '../engine/tally.js';
import { makeTrail, makeTrailAsDecided, upTo, type TrailHistories } from './make-trail.js';
import type { StoredTrail } from './stored-trails.js';

/** What the log says of a complaint up to the first event that cannot be read; that one, where there is any. */
export type TrailReading = Readonly<{ histories: TrailHistories; unreadable: Failure | null }>;

/** A trail up to a position, and what stands in the way of all of it. */
export type MadeTrail = Readonly<{
  document: StoredTrail | null;
  /** The last event that went into it. */
  last: Place | null;
  failure: Failure | null;
}>;

/** Reads what a trail is made from, to the ends of the streams. Throws where the log or the vault is away. */
export const readHistories = async (readStream: StreamReader, complaintId: string): Promise<TrailReading> => {
  const complaint = readable<ComplaintEvent>(await readStream(`complaint-${complaintId}`, 0));
  const filed = complaint.events.find((event) => event.type === 'ComplaintFiled');
  const caseStream = filed?.type === 'ComplaintFiled' ? `case-${filed.data.caseId}` : null;
  const ofCase = readable<CaseEvent>(caseStream === null ? [] : await readStream(caseStream, 0));
  const calendar = (await readStream(calendarStream, 0)).filter((entry) => !(entry instanceof Error));
  return {
    histories: {
      complaint: complaint.events,
      case: ofCase.events,
      // The stream of the calendar holds the calendar's events; one that cannot be read is held back where it is projected.
      calendar: calendar as readonly unknown[] as readonly Recorded<CalendarEvent>[],
    },
    unreadable: earlierOf(complaint.unreadable, ofCase.unreadable),
  };
};

/** Makes the document of a trail as the log was at a position; only from what can be read. Pure. */
export const trailDocument = (
  complaintId: string,
  { histories, unreadable }: TrailReading,
  position: number,
): MadeTrail => {
  const reached = unreadable ? Math.min(position, unreadable.place.position - 1) : position;
  const held = upTo(histories, reached);
  const own = [...held.complaint, ...held.case].toSorted((one, other) => one.position - other.position);
  const last = [...own, ...held.calendar].reduce<Recorded | null>(laterOf, null);
  const failure = unreadable && unreadable.place.position <= position ? unreadable : null;
  if (!last) return { document: null, last, failure };
  try {
    const document = documentOf(complaintId, held, { position: last.position, tally: tallyOf(own) });
    return { document, last, failure };
  } catch (error) {
    return { document: null, last, failure: failureAt(own.at(-1) ?? last, error) };
  }
};

const documentOf = (
  complaintId: string,
  held: TrailHistories,
  reached: Pick<StoredTrail, 'position' | 'tally'>,
): StoredTrail | null => {
  const trail = makeTrail(held);
  const filing = trail?.complaint.facts.filing;
  if (!trail || !filing) return null;
  const { caseId, officeId } = filing;
  return { _id: complaintId, complaintId, caseId, officeId, trail, decided: makeTrailAsDecided(held), ...reached };
};

const earlierOf = (one: Failure | null, other: Failure | null): Failure | null =>
  one && other ? (one.place.position < other.place.position ? one : other) : (one ?? other);

const laterOf = (last: Recorded | null, event: Recorded): Recorded =>
  last && last.position > event.position ? last : event;

const tallyOf = (events: readonly Recorded[]): Tally =>
  events.reduce<Tally>((tally, { id }) => withEvent(tally, id), { count: 0, digest: '0'.repeat(64) });

const readable = <E extends DomainEvent>(
  entries: readonly LogEntry[],
): Readonly<{ events: readonly Recorded<E>[]; unreadable: Failure | null }> => {
  const first = entries.findIndex((entry) => entry instanceof Error);
  const unreadable = first < 0 ? undefined : entries[first];
  return {
    // A stream holds the events of its kind; the folds pass over types that they do not know.
    events: (first < 0 ? entries : entries.slice(0, first)) as readonly unknown[] as readonly Recorded<E>[],
    unreadable: unreadable instanceof Error ? failureAt(placeOf(unreadable), unreadable) : null,
  };
};
