import { eventSchemas } from '@app/domain';
import { CommandPipeline, connectEventStore, createCodec, type Codec, type EventStore } from '@app/event-store';
import { storeAddressesOf, type Config } from '@app/platform';
import { connectReadModels, type ReadModels } from '@app/read-models';
import { connectVault } from '@app/vault';

/** What this process keeps open: the log with what reads and writes it, the key vault, the read models. */
export type Stores = Readonly<{
  eventStore: EventStore;
  codec: Codec;
  pipeline: CommandPipeline;
  readModels: ReadModels;
  close: () => Promise<void>;
}>;

/** A store cannot be reached; the message says which and what to do. */
export class StoreUnreachable extends Error {
  override readonly name = 'StoreUnreachable';
}

/** Connects everything, or nothing. Throws `ConfigInvalid`, `StoreUnreachable`, or what the vault says of its master key. */
export const connectStores = async (config: Config): Promise<Stores> => {
  const { eventStoreUrl, mongoUrl } = storeAddressesOf(config);
  const opened: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    await Promise.allSettled(opened.map((one) => one()));
  };
  const keep = <T extends { close: () => Promise<void> }>(one: T): T => {
    opened.push(() => one.close());
    return one;
  };
  try {
    const readModels = keep(await reached('MongoDB', 'MONGODB_URL', connectReadModels(mongoUrl)));
    const { masterKeyFile, mode } = config;
    const vault = keep(await connectVault({ mongoUrl, masterKeyFile, mayMakeMasterKey: mode !== 'production' }));
    const eventStore = keep(connectEventStore(eventStoreUrl));
    await reached('EventStoreDB', 'EVENTSTORE_URL', eventStore.lastPosition());
    const codec = createCodec({ schemas: eventSchemas, vault });
    const pipeline = new CommandPipeline({ store: eventStore, codec });
    return { eventStore, codec, pipeline, readModels, close };
  } catch (error) {
    await close();
    throw error;
  }
};

const reached = async <T>(store: string, variable: string, answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (cause) {
    throw new StoreUnreachable(
      `${store} does not answer at the address in ${variable}; start it, or correct the address`,
      {
        cause,
      },
    );
  }
};
