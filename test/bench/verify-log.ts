import { hash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { connectEventStore, type EventStore } from '@app/event-store';
import { genesisHash } from '@app/proof';
import { nothingBesideLog, verifyLog } from '@app/proof-log';
import { rechained, writeLogFile, type FileEvent } from '../support/event-log-file.js';
import { startEventNode } from '../support/nodes.js';

/** The verification of a whole log beside a bare loop that parses the same bytes and hashes them. Rates are events a second, memory is MiB. */
export type VerifyingSpeed = Readonly<{
  events: number;
  verifiedPerSecond: number;
  barePerSecond: number;
  toBare: number;
  /** Microseconds of processor time that an event takes in this process: verified, read alone, and in the bare loop. */
  verifiedCpu: number;
  readCpu: number;
  bareCpu: number;
  /** More than before the run, at the most that was seen. */
  memory: number;
}>;

/** How many events a stream has, as many as a case. */
const each = 16;

/** Lays down a log of so many events in a folder, and verifies all of it. */
export const measureVerification = async (folder: string, events: number): Promise<VerifyingSpeed> => {
  const own = join(folder, 'verified');
  await mkdir(own, { recursive: true });
  const first = await startEventNode(own);
  await first.stop();
  const log = rechained(Array.from({ length: events }, (_, nth) => sample(nth)));
  writeLogFile(own, log);
  const { barePerSecond, bareCpu } = bare(log);
  const node = await startEventNode(own);
  const store = connectEventStore(node.url);
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
  try {
    const readBefore = process.cpuUsage();
    await readAlone(store);
    const readCpu = cpuSince(readBefore) / events;
    const verifyBefore = process.cpuUsage();
    const started = performance.now();
    const { sound, looked } = await verifyLog({
      log: store,
      // What is kept is not what is measured.
      stores: nothingBesideLog,
      known: { origin: 'bench', vkeys: [] },
      witnesses: [],
      mac: () => '',
      full: true,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      now: () => new Date().toISOString(),
    });
    const verifiedPerSecond = looked / ((performance.now() - started) / 1000);
    const verifiedCpu = cpuSince(verifyBefore) / events;
    if (!sound) throw new Error('the log of the bench is not sound');
    const memory = (most - before) / 2 ** 20;
    const toBare = verifiedPerSecond / barePerSecond;
    return { events: looked, verifiedPerSecond, barePerSecond, toBare, verifiedCpu, readCpu, bareCpu, memory };
  } finally {
    clearInterval(watch);
    await store.close();
    await node.stop();
  }
};

const cpuSince = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return user + system;
};

/** The same reading of the log with nothing made of it. */
const readAlone = async (store: EventStore): Promise<void> => {
  let read = 0;
  for await (const events of store.written(null, new AbortController().signal)) read += events.length;
  if (read === 0) throw new Error('nothing was read');
};

/** Parses data and metadata of each event and hashes their bytes; nothing else. */
const bare = (log: readonly FileEvent[]): Readonly<{ barePerSecond: number; bareCpu: number }> => {
  const bytes = log.map(({ data, metadata }) => [JSON.stringify(data), JSON.stringify(metadata)] as const);
  const before = process.cpuUsage();
  const started = performance.now();
  for (const [data, metadata] of bytes) {
    JSON.parse(data);
    JSON.parse(metadata);
    hash('sha256', data + metadata);
  }
  const barePerSecond = log.length / ((performance.now() - started) / 1000);
  return { barePerSecond, bareCpu: cpuSince(before) / log.length };
};

/** An event of the size of those of a case. */
const sample = (nth: number): FileEvent => ({
  id: `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`,
  stream: `case-${Math.floor(nth / each)}`,
  type: 'DocumentAdded',
  data: {
    at: '2025-03-07T10:25:00+05:00',
    document: {
      kind: 'APPLICATION',
      number: `DL-${nth}`,
      pages: 3,
      issuedOn: '2025-03-01',
      issuer: 'the state corporation',
    },
    persons: Array.from({ length: 3 }, () => ({
      name: { $sealed: `1.${'a'.repeat(34)}.${'b'.repeat(80)}` },
      share: '1/3',
    })),
    remarks: 'x'.repeat(200),
  },
  metadata: {
    actor: 'clerk-1',
    causationId: null,
    correlationId: '27a8c8fd-6db1-4e1c-8b51-7bd1ee1c3d8f',
    effectiveAt: '2025-03-07T10:25:00+05:00',
    eventId: `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`,
    office: 'almaty-bostandyk',
    onBehalfOf: null,
    prevHash: genesisHash,
    recordedAt: '2025-03-07T05:25:01.000Z',
    requestDigest: genesisHash,
    rulebook: 'order-437-2021',
    schema: 1,
  },
  created: 1_741_325_101_000,
});
