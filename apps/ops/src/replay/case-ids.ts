import type { EventStore } from '@app/event-store';

/** The cases that the log holds, in the order in which they began. Throws what the store throws. */
export const caseIdsIn = async (store: Pick<EventStore, 'follow'>): Promise<readonly string[]> => {
  const stop = new AbortController();
  const ids: string[] = [];
  try {
    for await (const item of store.follow({ prefixes: ['case-'], after: null, signal: stop.signal })) {
      if (item.kind === 'caught-up') break;
      if (item.kind === 'event' && item.event.revision === 0) ids.push(item.event.stream.slice('case-'.length));
    }
    return ids;
  } finally {
    stop.abort();
  }
};
