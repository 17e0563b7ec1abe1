import type { CalendarEvent, CaseEvent, ComplaintEvent, DwellingEvent, PersonalDataViewed } from '@app/domain';
import type { Recorded } from '@app/event-store';

type Happened = CalendarEvent | CaseEvent | ComplaintEvent | DwellingEvent | PersonalDataViewed;

/** Gives events places in one log, in the order of the calls: positions rise by uneven steps, as the real ones do. */
export const recorder = (): ((stream: string, events: readonly Happened[]) => readonly Recorded[]) => {
  const revisions = new Map<string, number>();
  let position = 0;
  return (stream, events) =>
    events.map((event) => {
      const revision = (revisions.get(stream) ?? -1) + 1;
      revisions.set(stream, revision);
      position += 700 + (revision % 7);
      return recordedAt(stream, revision, position, event);
    });
};

/** One event at a place of one's choice. */
export const recordedAt = (stream: string, revision: number, position: number, event: Happened): Recorded => {
  const id = `${stream}@${revision}`;
  return {
    ...event,
    id,
    stream,
    revision,
    position,
    metadata: {
      eventId: id,
      actor: 'a.official',
      onBehalfOf: null,
      office: 'almaty-bostandyk',
      correlationId: 'correlation',
      causationId: null,
      recordedAt: new Date(Date.parse('2024-03-04T05:00:00Z') + position).toISOString(),
      effectiveAt: 'at' in event.data ? event.data.at : event.data.knownFrom,
      schema: 1,
      rulebook: 'KZ-437/2021-08-12',
      requestDigest: 'digest',
      prevHash: '0'.repeat(64),
      hash: '1'.repeat(64),
    },
  };
};

/** Several logs as one, in the order of their positions. */
export const inLogOrder = (...events: readonly Recorded[]): readonly Recorded[] =>
  events.toSorted((one, other) => one.position - other.position);
