import { eventSchemas } from '@app/domain';
import {
  connectEventStore,
  createCodec,
  FollowedLog,
  type Codec,
  type EventStore,
  type Recorded,
} from '@app/event-store';
import { loadConfig } from '@app/platform';
import {
  connectReadModels,
  projections,
  refold,
  storedDocuments,
  type ReadModels,
  type Refolded,
} from '@app/read-models';
import { connectVault } from '@app/vault';
import type { System } from '../support/system.js';

/** Both sides of the books: what was written, and what is shown. */
export type Books = Readonly<{
  /** Everything in the log, in its order, read anew. */
  log: () => Promise<readonly Recorded[]>;
  readModels: ReadModels;
}>;

/** The books of a running system; close them before it stops. */
export const openBooks = async (system: System): Promise<Books & Readonly<{ close: () => Promise<void> }>> => {
  const mongoUrl = system.url('documents');
  const { masterKeyFile } = loadConfig({ SHANYRAQ_DATA: system.dataFolder });
  const vault = await connectVault({ mongoUrl, masterKeyFile });
  const store = connectEventStore(system.url('events'));
  const codec = createCodec({ schemas: eventSchemas, vault });
  const readModels = await connectReadModels(mongoUrl);
  return {
    readModels,
    log: () => wholeLog(store, codec),
    close: async () => {
      await Promise.allSettled([readModels.close(), vault.close(), store.close()]);
    },
  };
};

/** Reads the log from its beginning to its end. */
export const wholeLog = async (store: EventStore, codec: Codec): Promise<readonly Recorded[]> => {
  const stop = new AbortController();
  const events: Recorded[] = [];
  const prefixes = ['case-', 'complaint-', 'dwelling-'];
  for await (const batch of new FollowedLog({ store, codec, prefixes, after: null, signal: stop.signal })) {
    events.push(...batch.events);
    if (batch.caughtUp) stop.abort();
  }
  return events;
};

/** Where the read models differ from a fresh fold of the log; empty where they do not. */
export const differences = async ({ log, readModels }: Books): Promise<readonly string[]> => {
  const events = await log();
  const found: string[] = [];
  for (const projection of projections) {
    const kept = contentsById(await storedDocuments(readModels.database, projection));
    for (const [id, content] of contentsById(refold(projection, events))) {
      if (kept.get(id) !== content) found.push(`${projection.name} ${id} is not what the log says`);
      kept.delete(id);
    }
    found.push(...[...kept.keys()].map((id) => `${projection.name} ${id} is not in the log`));
  }
  return found;
};

const contentsById = ({ documents, rows }: Refolded): Map<string, string> =>
  new Map([...documents, ...rows].map(({ _id: id, ...content }): [string, string] => [id, canonical(content)]));

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
