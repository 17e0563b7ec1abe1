import { eventSchemas } from '@app/domain';
import {
  CommandPipeline,
  connectEventStore,
  createCodec,
  StoreUnavailable,
  type Codec,
  type EventStore,
} from '@app/event-store';
import type { OnHung } from '@app/mongo';
import { storeAddressesOf, untilThere, type Config } from '@app/platform';
import { openProofStores, ProofLogReader, witnessesOf, type ProofStores } from '@app/proof-log';
import { connectReadModels, isReadModelsUnavailable, type Mac, type ReadModels } from '@app/read-models';
import { connectVault, VaultUnavailable, type Vault } from '@app/vault';
import { showErased } from './show-erased.js';
import { StoresWatch } from './stores-watch.js';
import { watchedLog } from './watched-log.js';

/** What a process keeps open: the log with what reads and writes it, the key vault behind them, the read models. */
export type Stores = Readonly<{
  eventStore: EventStore;
  /** The log whatever it is, for who holds it against what is known of it: the proof log and the verification. */
  log: EventStore;
  codec: Codec;
  pipeline: CommandPipeline;
  readModels: ReadModels;
  /** What the proof log keeps, for who keeps it; everybody else asks `proofLog`. */
  proofStores: ProofStores;
  proofLog: ProofLogReader;
  /** What the key vault does to erase somebody. */
  erasing: Erasing;
  /** Makes what is kept outside the log ours. */
  mac: Mac;
  /** Whether log and read models belong together. */
  watch: Pick<StoresWatch, 'sentence' | 'assertFit'>;
  close: () => Promise<void>;
}>;

/** The vault, as far as it erases. */
export type Erasing = Pick<
  Vault,
  'keysOf' | 'activeKeys' | 'closeKeys' | 'erase' | 'learnErasures' | 'unshownErasures' | 'noteShown'
>;

/** What a process that waits for its stores is told of them. */
export type StoreEvents = Readonly<{
  /** Told again and again, in one sentence, while a store is waited for. */
  onWaiting: (sentence: string) => void;
  /** Told that a client hangs: this process has to end. */
  onHung: OnHung;
  /** Told that the read models were begun anew: this process has to end, and to start again. */
  onBegunAnew: (error: Error) => void;
  /** Told what does not fit between the log and the read models, and null once everything fits. */
  onDiffer: (sentence: string | null) => void;
  /** Ends the waiting. */
  signal: AbortSignal;
}>;

/** A store does not answer, and nobody waits for it. The message says what to do. */
export class StoreAway extends Error {
  override readonly name = 'StoreAway';
}

/**
 * Opens all stores, or none, and waits for a store that is away. Makes the master key where the vault has none yet, outside production.
 * Throws `ConfigInvalid`, what the vault says of its master key, the signal's reason.
 */
export const openStores = (config: Config, events: StoreEvents): Promise<Stores> =>
  opened(config, { ...events, mayMakeMasterKey: config.mode !== 'production' });

/** Opens all stores for one look at what is there; waits for nothing and makes no key. Throws as `openStores`, and `StoreAway`. */
export const openStoresOnce = (config: Config): Promise<Stores> => opened(config, { mayMakeMasterKey: false });

type Opening = Partial<StoreEvents> & Readonly<{ mayMakeMasterKey: boolean }>;

const opened = async (config: Config, opening: Opening): Promise<Stores> => {
  const { eventStoreUrl, mongoUrl } = storeAddressesOf(config);
  const { onHung, mayMakeMasterKey } = opening;
  const open: { close: () => Promise<void> }[] = [];
  const close = async (): Promise<void> => {
    await Promise.allSettled(open.toReversed().map((one) => one.close()));
  };
  const keep = <T extends (typeof open)[number]>(one: T): T => {
    open.push(one);
    return one;
  };
  try {
    const { masterKeyFile } = config;
    const keys = { mongoUrl, masterKeyFile, mayMakeMasterKey, ...(onHung && { onHung }) };
    const mongo = <T>(connect: () => Promise<T>) => reached('MongoDB', 'MONGODB_URL', opening, connect);
    const vault = keep(await mongo(() => connectVault(keys)));
    const mac: Mac = (text) => vault.mac(text);
    const readModels = keep(await mongo(() => connectReadModels(mongoUrl, { mac, ...(onHung && { onHung }) })));
    const proofStores = await mongo(() => openProofStores(readModels.database));
    const log = keep(connectEventStore(eventStoreUrl));
    await reached('EventStoreDB', 'EVENTSTORE_URL', opening, () => log.lastPosition());
    const { guard } = readModels;
    const { onDiffer: onChanged, onBegunAnew } = opening;
    const watch = new StoresWatch({ log, guard, onChanged, onBegunAnew });
    open.push({ close: async () => watch.stop() });
    await reached('A store', 'EVENTSTORE_URL or MONGODB_URL', opening, () => watch.start());
    const eventStore = watchedLog(log, watch);
    const codec = createCodec({ schemas: eventSchemas, vault });
    const pipeline = new CommandPipeline({ store: eventStore, codec });
    const proofLog = new ProofLogReader(proofStores, witnessesOf(config.proofLog.witnesses), () => watch.sentence);
    const erasing = { erasing: vault, mac, watch, close };
    const stores = { eventStore, log, codec, pipeline, readModels, proofStores, proofLog, ...erasing };
    await reached('A store', 'EVENTSTORE_URL or MONGODB_URL', opening, () => showErased(stores));
    return stores;
  } catch (error) {
    await close();
    throw error;
  }
};

/** Waits for a store that is away, however long, where somebody listens: it may come later than this process. */
const reached = <T>(name: string, variable: string, { onWaiting, signal }: Opening, connect: () => Promise<T>) => {
  const sentence = `${name} does not answer at the address in ${variable}: start it, or correct the address`;
  const onAway = (cause: unknown): void => {
    if (!onWaiting) throw new StoreAway(sentence, { cause });
    onWaiting(`${sentence}; it is waited for`);
  };
  const slow = setInterval(() => onWaiting?.(`${name} has not answered yet; it is waited for`), slowMs);
  return untilThere(connect, { isAway, onAway, ...(signal && { signal }) }).finally(() => clearInterval(slow));
};

/** How often it is said that an answer takes long, as where an index is built: whoever started this process hears that it lives. */
const slowMs = 10_000;

const isAway = (error: unknown): boolean =>
  isReadModelsUnavailable(error) || error instanceof VaultUnavailable || error instanceof StoreUnavailable;
