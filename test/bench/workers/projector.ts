import { eventSchemas } from '@app/domain';
import { connectEventStore, createCodec, followLog } from '@app/event-store';
import { caseView, collectionOf, connectReadModels, projectLog, projections, type Applied } from '@app/read-models';
import { connectVault } from '@app/vault';
import type { Servers } from '../pipeline.js';
import { workerInput, workerOutput } from '../worker.js';

/** The projector as it ships, with all projections, from the beginning of the log to its end, into a fresh database. */
const { servers, prefixes } = workerInput<{ servers: Servers; prefixes: string[] }>();
const vault = await connectVault({ mongoUrl: servers.mongoUrl, masterKeyFile: servers.masterKeyFile });
const store = connectEventStore(servers.eventStoreUrl);
const codec = createCodec({ schemas: eventSchemas, vault });
const address = new URL(servers.mongoUrl);
address.pathname = `/shanyraq_bench_test_${process.pid}`;
const readModels = await connectReadModels(address.href);
const stop = new AbortController();

let events = 0;
let writing = 0;
const started = performance.now();
const cpuBefore = process.cpuUsage();
let elapsed = 0;

const onApplied = (applied: Applied): void => {
  events += applied.events;
  writing += applied.milliseconds;
  if (!applied.caughtUp || elapsed > 0) return;
  elapsed = performance.now() - started;
  stop.abort();
};

await projectLog({
  database: readModels.database,
  projections,
  follow: (after, signal) => followLog({ store, codec, prefixes, after, signal }),
  readStream: async (stream, from) => codec.decodeEach(await store.read(stream, from)),
  now: () => new Date().toISOString(),
  signal: stop.signal,
  onApplied,
});
const used = process.cpuUsage(cpuBefore);
const document = await readModels.database.collection(collectionOf(caseView)).findOne({});
await readModels.database.dropDatabase();
const percent = (part: number): number => Math.round((part / elapsed) * 100);
workerOutput({
  events,
  perSecond: Math.round(events / (elapsed / 1000)),
  shares: {
    'applying batches': percent(writing),
    'waiting for the log': percent(Math.max(0, elapsed - writing)),
    'own CPU': percent((used.user + used.system) / 1000),
  },
  document: document ?? {},
});
