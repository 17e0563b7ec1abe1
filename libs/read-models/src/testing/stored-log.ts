import type { EventStore, LogItem, Recorded, StoredEvent } from '@app/event-store';

/** A log as it is stored, for what reads no contents: hands out the events of the prefixes in order, then says that the end is reached. */
export const storedLog = (events: readonly Recorded[]): Pick<EventStore, 'follow'> => ({
  follow: async function* ({ prefixes, after, signal }): AsyncGenerator<LogItem, void, undefined> {
    for (const event of events) {
      if (signal.aborted) return;
      if (event.position <= (after ?? -1) || !prefixes.some((prefix) => event.stream.startsWith(prefix))) continue;
      yield { kind: 'event', event: asStored(event) };
    }
    yield { kind: 'caught-up' };
  },
});

/** The data is left out: nobody who reads a log like this may look at it. */
const asStored = ({ id, type, metadata, stream, revision, position }: Recorded): StoredEvent => ({
  id,
  type,
  data: {},
  metadata,
  stream,
  revision,
  position,
});
