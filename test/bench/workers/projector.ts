import { eventSchemas } from '@app/domain';
import { connectEventStore, createCodec, FollowedLog } from '@app/event-store';
import {
  caseView,
  collectionOf,
  connectReadModels,
  Leases,
  projectLog,
  projections,
  rebuild,
  type Applied,
} from '@app/read-models';
import { connectVault } from '@app/vault';
import { watchMemory } from '../memory.js';
import type { Servers } from '../pipeline.js';
import { workerInput, workerOutput } from '../worker.js';

/**
 * The projector as it ships, with all projections, from a place in the log to its end, into a fresh database; then the case
 * view, which holds the state of every case, rebuilt beside itself and compared.
 */
type Input = Readonly<{ servers: Servers; prefixes: string[]; after: number | null; expected: number }>;

const { servers, prefixes, after: from, expected } = workerInput<Input>();
const vault = await connectVault({ mongoUrl: servers.mongoUrl, masterKeyFile: servers.masterKeyFile });
const store = connectEventStore(servers.eventStoreUrl);
const codec = createCodec({ schemas: eventSchemas, vault });
const address = new URL(servers.mongoUrl);
address.pathname = `/shanyraq_bench_test_${process.pid}`;
const readModels = await connectReadModels(address.href);
const { database } = readModels;
const readStream = async (stream: string, revision: number) => codec.decodeEach(await store.read(stream, revision));
const lastPosition = () => store.lastPosition();
const now = (): string => new Date().toISOString();

const project = async () => {
  const stop = new AbortController();
  const memory = watchMemory(expected);
  let events = 0;
  let writing = 0;
  let elapsed = 0;
  const started = performance.now();
  const cpuBefore = process.cpuUsage();
  const onApplied = (applied: Applied): void => {
    events += applied.events;
    memory.took(applied.events);
    writing += applied.milliseconds;
    if (!applied.caughtUp || elapsed > 0) return;
    elapsed = performance.now() - started;
    stop.abort();
  };
  const leases = new Leases({ database, projections, owner: 'bench' });
  await leases.holdWhile(() =>
    projectLog({
      database,
      projections,
      leases,
      follow: (after, signal, isWanted) =>
        new FollowedLog({ store, codec, prefixes, after: after ?? from, signal, isWanted }),
      readStream,
      lastPosition,
      now,
      signal: stop.signal,
      onApplied,
    }),
  );
  const used = process.cpuUsage(cpuBefore);
  const percent = (part: number): number => Math.round((part / elapsed) * 100);
  return {
    events,
    perSecond: Math.round(events / (elapsed / 1000)),
    shares: {
      'applying batches': percent(writing),
      'waiting for the log': percent(Math.max(0, elapsed - writing)),
      'own CPU': percent((used.user + used.system) / 1000),
    },
    memory: memory.stop(),
  };
};

/** Events of the log by seconds, from asking to the switch. */
const rebuilt = async (events: number): Promise<number> => {
  const started = performance.now();
  const { signal } = new AbortController();
  await rebuild(
    {
      database,
      readStream,
      lastPosition,
      now,
      log: store,
      follow: (streams, after, given) =>
        new FollowedLog({ store, codec, prefixes: streams, after: after ?? from, signal: given }),
      signal,
      isCalledOff: async () => false,
    },
    caseView,
    { askedAt: now(), eventsPerSecond: null },
    () => undefined,
  );
  return Math.round(events / ((performance.now() - started) / 1000));
};

const projected = await project();
const document = await database.collection(collectionOf(caseView)).findOne({});
const rebuildPerSecond = await rebuilt(projected.events);
await database.dropDatabase();
workerOutput({ ...projected, rebuildPerSecond, document: document ?? {} });
