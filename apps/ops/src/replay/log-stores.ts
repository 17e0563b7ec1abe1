import type { EventStore } from '@app/event-store';
import { loadConfigNear } from '@app/platform';
import { openStoresOnce, StoreAway, type Stores } from '@app/stores';
import { OpsProblem } from '../command.js';

/**
 * Opens the stores, hands them to `work`, and closes them whatever happens. Throws `ConfigInvalid` where nobody says where
 * they are, and `OpsProblem` `store-unreachable`.
 */
export const withLogStores = async (env: NodeJS.ProcessEnv, work: (stores: Stores) => Promise<void>): Promise<void> => {
  const stores = await openStoresOnce(loadConfigNear(env)).catch((cause: unknown) => {
    throw cause instanceof StoreAway ? new OpsProblem('store-unreachable', cause.message, { cause }) : cause;
  });
  try {
    await work(stores);
  } finally {
    await stores.close();
  }
};

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
