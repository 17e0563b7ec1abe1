import {
  calendarDecider,
  type CalendarEvent,
  type Calendars,
  calendarsOf,
  calendarStream,
  type CaseEvent,
  type ComplaintEvent,
  eventsAt,
  type HistoryMoment,
  type HistoryPoint,
  isAfter,
  momentOf,
} from '@app/domain';
import {
  type Codec,
  type Disclosure,
  type EventStore,
  type Recorded,
  type StoredEvent,
  UndecodableEvent,
} from '@app/event-store';
import { CaseNotFound } from '../case-streams.js';
import { ComplaintNotFound } from '../complaints/complaint-streams.js';

/** Everything that the log says of a case, in order. */
export type CaseHistory = Readonly<{
  caseId: string;
  /** As the log holds them: personal data sealed. */
  stored: readonly StoredEvent[];
  /** The same events unsealed and in the shape written now; where one cannot be read, why. Holds personal data. */
  entries: readonly (Recorded<CaseEvent> | UndecodableEvent)[];
  /** The calendar as it was known from one correction to the next. */
  calendars: Calendars;
}>;

/** The same of a complaint. */
export type ComplaintHistory = Readonly<{
  complaintId: string;
  stored: readonly StoredEvent[];
  entries: readonly (Recorded<ComplaintEvent> | UndecodableEvent)[];
}>;

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

/** Reads the history of a case from its stream, and from nothing that was made of it. */
export class CaseHistories {
  constructor(
    private readonly store: Pick<EventStore, 'read'>,
    private readonly codec: Pick<Codec, 'decode' | 'decodeEach' | 'disclosures'>,
  ) {}

  /** Throws `CaseNotFound`, and what the store and the vault throw. */
  async of(caseId: string): Promise<CaseHistory> {
    const [stored, calendars] = await Promise.all([this.stored(caseId), this.calendars()]);
    return { caseId, stored, entries: await this.entries(stored), calendars };
  }

  /** The events alone, which needs no keys. Throws `CaseNotFound`, and what the store throws. */
  async stored(caseId: string): Promise<CaseHistory['stored']> {
    const stored = await this.store.read(`case-${caseId}`);
    if (stored.length === 0) throw new CaseNotFound(caseId);
    return stored;
  }

  /** The same events unsealed. Throws what the vault throws. */
  async entries(stored: CaseHistory['stored']): Promise<CaseHistory['entries']> {
    // A case's stream holds the case's events; the folds pass over types that they do not know.
    return (await this.codec.decodeEach(stored)) as CaseHistory['entries'];
  }

  /** The history of a complaint. Throws `ComplaintNotFound`, and what the store and the vault throw. */
  async ofComplaint(complaintId: string): Promise<ComplaintHistory> {
    const stored = await this.store.read(`complaint-${complaintId}`);
    if (stored.length === 0) throw new ComplaintNotFound(complaintId);
    // A complaint's stream holds the complaint's events; the folds pass over types that they do not know.
    const entries = (await this.codec.decodeEach(stored)) as ComplaintHistory['entries'];
    return { complaintId, stored, entries };
  }

  /** What shows the sealed values of each event. Throws what the vault throws. */
  disclosures(stored: readonly StoredEvent[]): Promise<readonly (readonly Disclosure[])[]> {
    return this.codec.disclosures(stored);
  }

  private async calendars(): Promise<Calendars> {
    const recorded = await this.codec.decode(await this.store.read(calendarStream));
    // The stream of the calendar holds its corrections; the fold passes over types that it does not know.
    const events = recorded as readonly Recorded<CalendarEvent>[];
    return calendarsOf(events.reduce(calendarDecider.evolve, calendarDecider.initial).changes);
  }
}
