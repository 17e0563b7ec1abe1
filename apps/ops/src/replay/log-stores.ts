import { eventSchemas } from '@app/domain';
import { connectEventStore, createCodec, type Codec, type EventStore } from '@app/event-store';
import { loadConfigNear, storeAddressesOf } from '@app/platform';
import { connectReadModels, type ReadModels } from '@app/read-models';
import { connectVault } from '@app/vault';
import { OpsProblem } from '../command.js';

/** The log, what reads it, and the read models. */
export type LogStores = Readonly<{ eventStore: EventStore; codec: Codec; readModels: ReadModels }>;

/**
 * Opens the stores, hands them to `work`, and closes them whatever happens. Throws `ConfigInvalid` where nobody says where
 * they are, and `OpsProblem` `store-unreachable`.
 */
export const withLogStores = async (
  env: NodeJS.ProcessEnv,
  work: (stores: LogStores) => Promise<void>,
): Promise<void> => {
  const config = loadConfigNear(env);
  const { eventStoreUrl, mongoUrl } = storeAddressesOf(config);
  const opened: Readonly<{ close: () => Promise<void> }>[] = [];
  const keep = <T extends (typeof opened)[number]>(one: T): T => {
    opened.push(one);
    return one;
  };
  try {
    const readModels = keep(await reached('MongoDB', connectReadModels(mongoUrl)));
    const { masterKeyFile } = config;
    const vault = keep(await connectVault({ mongoUrl, masterKeyFile, mayMakeMasterKey: false }));
    const eventStore = keep(connectEventStore(eventStoreUrl));
    await reached('EventStoreDB', eventStore.lastPosition());
    await work({ eventStore, codec: createCodec({ schemas: eventSchemas, vault }), readModels });
  } finally {
    await Promise.allSettled(opened.toReversed().map((one) => one.close()));
  }
};

const reached = async <T>(store: string, answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (cause) {
    throw new OpsProblem(
      'store-unreachable',
      `${store} does not answer at its address: start it, or correct the address`,
      {
        cause,
      },
    );
  }
};
