import { connectEventStore } from '@app/event-store';

/** Whether the log holds an event of any case: asked of the log itself, as read models may be behind. Throws `StoreUnavailable`. */
export const holdsCases = async (eventStoreUrl: string): Promise<boolean> => {
  const store = connectEventStore(eventStoreUrl);
  const looking = new AbortController();
  try {
    for await (const { kind } of store.follow({ prefixes: ['case-'], after: null, signal: looking.signal })) {
      if (kind === 'event') return true;
      if (kind === 'caught-up') return false;
    }
    return false;
  } finally {
    looking.abort();
    await store.close();
  }
};
