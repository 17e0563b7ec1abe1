import type { Calendars } from '@app/domain';
import { CalendarKnowledge } from '@app/read-models';
import { engineOf, openStoresOnce, StoreAway, type Stores } from '@app/stores';
import { loadConfigNear } from '@app/platform';
import { OpsProblem } from './command.js';

/**
 * Opens the stores, hands them to `work`, and closes them whatever happens. Throws `ConfigInvalid` where nobody says where
 * they are, and `OpsProblem` `store-unreachable`.
 */
export const withLogStores = async <T>(env: NodeJS.ProcessEnv, work: (stores: Stores) => Promise<T>): Promise<T> => {
  const stores = await openStoresOnce(loadConfigNear(env)).catch((cause: unknown) => {
    throw cause instanceof StoreAway ? new OpsProblem('store-unreachable', cause.message, { cause }) : cause;
  });
  try {
    return await work(stores);
  } finally {
    await stores.close();
  }
};

/** The calendars that the log makes: the built-in years, those that were added, and every correction. */
export const calendarsIn = async (stores: Stores): Promise<Calendars> => {
  const calendar = new CalendarKnowledge(engineOf(stores).readStream);
  await calendar.learn();
  return calendar.calendars;
};
