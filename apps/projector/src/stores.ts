import { eventSchemas } from '@app/domain';
import { CommandPipeline, connectEventStore, createCodec, type Codec, type EventStore } from '@app/event-store';
import { storeAddressesOf, type Config } from '@app/platform';
import { connectReadModels, type ReadModels } from '@app/read-models';
import { connectVault } from '@app/vault';

/** What the projector keeps open: the log, what reads and writes it, and the read models. */
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

/** Opens all of them, or none. Throws `ConfigInvalid`, `StoreUnreachable`, or what the vault says of its master key. */
export const openStores = async (config: Config): Promise<Stores> => {
  const { eventStoreUrl, mongoUrl } = storeAddressesOf(config);
  const { masterKeyFile, mode } = config;
  const opened: { close: () => Promise<void> }[] = [];
  const close = async (): Promise<void> => {
    await Promise.allSettled(opened.map((one) => one.close()));
  };
  try {
    const readModels = await reached('MongoDB', 'MONGODB_URL', connectReadModels(mongoUrl));
    opened.push(readModels);
    const vault = await connectVault({ mongoUrl, masterKeyFile, mayMakeMasterKey: mode !== 'production' });
    opened.push(vault);
    const eventStore = connectEventStore(eventStoreUrl);
    opened.push(eventStore);
    await reached('EventStoreDB', 'EVENTSTORE_URL', eventStore.lastPosition());
    const codec = createCodec({ schemas: eventSchemas, vault });
    return { eventStore, codec, pipeline: new CommandPipeline({ store: eventStore, codec }), readModels, close };
  } catch (error) {
    await close();
    throw error;
  }
};

const reached = async <T>(store: string, variable: string, answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (cause) {
    const what = `${store} does not answer at the address in ${variable}; start it, or correct the address`;
    throw new StoreUnreachable(what, { cause });
  }
};
