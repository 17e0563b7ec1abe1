import { hash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connectEventStore } from '@app/event-store';
import { nothingBesideLog, openProofStores, TreeBuilder, verifyLog, type VerifyingLog } from '@app/proof-log';
import { calculateObjectSize } from 'bson';
import { MongoClient } from 'mongodb';
import { logInFile } from '../../../apps/ops/src/audit/log-in-file.js';
import { startEventNode } from '../../support/nodes.js';
import { layDownLog, sampleEvents } from '../sample-log.js';
import type { Verified, VerifyingSpeed } from '../verify-log.js';
import { workerInput, workerOutput } from '../worker.js';

/** The verification of a log of so many events, turn by turn with bare loops over the same bytes, and the tree over it. */
type Input = Readonly<{ mongoUrl: string; folder: string; events: number }>;
type Rate = Readonly<{ perSecond: number; cpu: number }>;

const { mongoUrl, folder, events } = workerInput<Input>();
const { signal } = new AbortController();

const measured = async (work: () => Promise<void> | void): Promise<Rate> => {
  const before = process.cpuUsage();
  const started = performance.now();
  await work();
  const seconds = (performance.now() - started) / 1_000;
  const { user, system } = process.cpuUsage(before);
  return { perSecond: Math.round(events / seconds), cpu: Math.round(((user + system) / events) * 10) / 10 };
};

/** Parses data and metadata of an event and hashes their bytes; nothing else. */
const parseAndHash = (data: string, metadata: string): void => {
  JSON.parse(data);
  JSON.parse(metadata);
  hash('sha256', data + metadata);
};

/** Over texts that are in memory; making them is not counted. */
const bare = async (): Promise<Rate> => {
  let [microseconds, milliseconds] = [0, 0];
  for (const run of sampleEvents(events)) {
    const texts = run.map(({ data, metadata }) => [JSON.stringify(data), JSON.stringify(metadata)] as const);
    const before = process.cpuUsage();
    const started = performance.now();
    for (const [data, metadata] of texts) parseAndHash(data, metadata);
    milliseconds += performance.now() - started;
    const { user, system } = process.cpuUsage(before);
    microseconds += user + system;
  }
  return {
    perSecond: Math.round((events / milliseconds) * 1_000),
    cpu: Math.round((microseconds / events) * 10) / 10,
  };
};

const verified = (log: VerifyingLog['log']) =>
  measured(async () => {
    const { sound, looked } = await verifyLog({
      log,
      // What is kept is not what is measured.
      stores: nothingBesideLog,
      known: { origin: 'bench', vkeys: [] },
      witnesses: [],
      mac: null,
      full: true,
      signal,
      onProgress: () => undefined,
      now: () => new Date().toISOString(),
    });
    if (!sound || looked !== events) throw new Error('the log of the bench is not sound');
  });

const beside = ({ perSecond, cpu }: Rate, alone: Rate): Verified => ({
  perSecond,
  toBare: Math.round((perSecond / alone.perSecond) * 100) / 100,
  cpu,
});

await layDownLog(folder, events);
const node = await startEventNode(folder);
const store = connectEventStore(node.url);
const mongo = new MongoClient(mongoUrl);
const database = mongo.db('shanyraq_bench_tree_test');
try {
  const alone = await bare();
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
  const overWire = await verified(store);
  const bareOverWire = await measured(async () => {
    for await (const some of store.written(null, signal))
      for (const { data, metadata } of some) parseAndHash(String(data), metadata);
  });
  const byFile = await verified(logInFile(folder));
  clearInterval(watch);
  const { tiles } = await openProofStores(database);
  const tree = await measured(() => new TreeBuilder(store, tiles, () => undefined).catchUp(signal, async () => {}));
  let bytes = 0;
  for (const collection of ['proof-tiles', 'proof-positions'])
    for await (const document of database.collection(collection).find()) bytes += calculateObjectSize(document);
  const speed: VerifyingSpeed = {
    events,
    bare: alone,
    bareOverWire,
    overWire: beside(overWire, alone),
    byFile: beside(byFile, alone),
    memory: Math.round((most - before) / 2 ** 20),
    tree: { perSecond: tree.perSecond, bytesPerMillion: Math.round((bytes / events) * 1_000_000) },
  };
  await database.dropDatabase();
  workerOutput(speed);
} finally {
  await store.close();
  await mongo.close();
  await node.stop();
  await rm(folder, { recursive: true, force: true });
}
