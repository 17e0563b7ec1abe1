import { eventSchemas } from '@app/domain';
import {
  CommandPipeline,
  connectEventStore,
  createCodec,
  StoreUnavailable,
  type Codec,
  type EventStore,
} from '@app/event-store';
import { storeAddressesOf, untilThere, type Config } from '@app/platform';
import { connectReadModels, isReadModelsUnavailable, type ReadModels } from '@app/read-models';
import { connectVault, VaultUnavailable } from '@app/vault';

/** What this process keeps open: the log with what reads and writes it, the key vault, the read models. */
export type Stores = Readonly<{
  eventStore: EventStore;
  codec: Codec;
  pipeline: CommandPipeline;
  readModels: ReadModels;
  close: () => Promise<void>;
}>;

/** What a process is told of its stores. */
export type StoreEvents = Readonly<{
  /** Told again and again, in one sentence, while a store is waited for. */
  onWaiting: (sentence: string) => void;
  /** Told that a client hangs: this process has to end. */
  onHung: (error: Error) => void;
  /** Ends the waiting. */
  signal: AbortSignal;
}>;

/** Connects everything, or nothing; waits for a store that is away. Throws `ConfigInvalid`, what the vault says of its master key, the signal's reason. */
export const connectStores = async (config: Config, events: StoreEvents): Promise<Stores> => {
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
    const { masterKeyFile, mode } = config;
    const { onHung } = events;
    const keys = { mongoUrl, masterKeyFile, mayMakeMasterKey: mode !== 'production', onHung };
    const mongo = <T>(connect: () => Promise<T>) => reached('MongoDB', 'MONGODB_URL', events, connect);
    const readModels = keep(await mongo(() => connectReadModels(mongoUrl, onHung)));
    const vault = keep(await mongo(() => connectVault(keys)));
    const eventStore = keep(connectEventStore(eventStoreUrl));
    await reached('EventStoreDB', 'EVENTSTORE_URL', events, () => eventStore.lastPosition());
    const codec = createCodec({ schemas: eventSchemas, vault });
    const pipeline = new CommandPipeline({ store: eventStore, codec });
    return { eventStore, codec, pipeline, readModels, close };
  } catch (error) {
    await close();
    throw error;
  }
};

/** Waits for a store that is away, however long: it may come later than this process. */
const reached = <T>(name: string, variable: string, { onWaiting, signal }: StoreEvents, connect: () => Promise<T>) =>
  untilThere(connect, {
    isAway,
    onAway: () =>
      onWaiting(
        `${name} does not answer at the address in ${variable}: start it, or correct the address; it is waited for`,
      ),
    signal,
  });

const isAway = (error: unknown): boolean =>
  isReadModelsUnavailable(error) || error instanceof VaultUnavailable || error instanceof StoreUnavailable;
