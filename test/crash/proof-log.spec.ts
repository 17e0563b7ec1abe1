import { randomUUID } from 'node:crypto';
import { cp, rm } from 'node:fs/promises';
import { setTimeout as after } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CalendarEvent } from '@app/domain';
import type { EncodedEvent, StoredEvent } from '@app/event-store';
import {
  appendEntries,
  edgeTiles,
  emptyEdge,
  entryOf,
  openCheckpoint,
  parseVkey,
  tilePath,
  toBase64,
  treeRoot,
  type TileData,
} from '@app/proof';
import { chainHash, nodeCrypto, sha256 } from '@app/proof/node';
import type { RunningProcess } from '../support/process.js';
import { startWitness, witnessSetting } from '../support/witness.js';
import { startWorld, type World } from './projector-world.js';

let world: World;
beforeEach(async () => {
  world = await startWorld();
}, 60_000);
afterEach(() => world.close());

/** So many events in each of so many streams. */
const record = async (streams: number, each: number): Promise<void> => {
  for (let stream = 0; stream < streams; stream += 1) {
    const events = Array.from({ length: each }, (_, at) => changed(at));
    await world.record(`calendar-${randomUUID()}`, events);
  }
};

const changed = (at: number) =>
  ({
    type: 'CalendarDayChanged',
    data: {
      date: '2026-03-10',
      from: 'WORKING',
      to: 'OFF',
      name: `day ${at}`,
      source: 'a test',
      at: '2026-01-01T10:00:00Z',
    },
  }) as unknown as CalendarEvent;

/** Everything in the log, system streams left out, in its order. */
const wholeLog = async (): Promise<readonly StoredEvent[]> => {
  const stop = new AbortController();
  const events: StoredEvent[] = [];
  for await (const item of world.eventStore.follow({ prefixes: [''], after: null, signal: stop.signal })) {
    if (item.kind === 'caught-up') break;
    if (item.kind === 'event' && !item.event.stream.startsWith('$')) events.push(item.event);
  }
  stop.abort();
  return events;
};

/** The tiles that the log makes, by their paths without width, made in one go. */
const tilesOfLog = (events: readonly StoredEvent[]): Readonly<Record<string, string>> => {
  const entries = events
    .filter(({ stream }) => stream !== 'proof-heads')
    .map((event) => entryOf(event.metadata.hash ?? chainHash(event)));
  const { edge, full } = appendEntries(emptyEdge, entries, sha256);
  return byPath([...full, ...edgeTiles(edge)]);
};

const byPath = (tiles: readonly TileData[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    tiles
      .map(({ tile, data }) => [tilePath({ ...tile, width: 256 }), `${tile.width} ${toBase64(data)}`] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

type Kept = Readonly<{
  level: number | 'entries';
  index: number;
  width: number;
  data: Readonly<{ buffer: Uint8Array; position: number }>;
}>;

const keptTiles = async (): Promise<Readonly<Record<string, string>>> => {
  const kept = await world.readModels.database.collection<Kept>('proof-tiles').find().toArray();
  return byPath(
    kept.map(({ level, index, width, data }) => ({
      tile: { level, index, width },
      data: data.buffer.subarray(0, data.position),
    })),
  );
};

const treeSize = async (): Promise<number> =>
  (await world.readModels.database.collection<{ size: number }>('proof-tree').findOne())?.size ?? 0;

const heads = () => world.eventStore.read('proof-heads');

const until = async (reached: () => Promise<boolean>): Promise<void> => {
  while (!(await reached())) await after(50);
};

type Report = Readonly<{
  status: string;
  checks: readonly Readonly<{ name: string; status: string }>[];
  proofLog: Readonly<{
    origin: string;
    trouble: string | null;
    signed: { size: number } | null;
    witnesses: readonly Readonly<{ size: number; cosignedAt: string | null; problem: string | null }>[];
  }>;
}>;

// The projector's own answer.
const reportOf = async ({ url }: RunningProcess): Promise<Report> =>
  (await (await fetch(`${url}/health/ready`)).json()) as Report;

const signs = { PROOF_HEAD_SECONDS: '0', LOG_LEVEL: 'fatal' };
const signedUpTo = async (projector: RunningProcess, size: number): Promise<void> =>
  until(async () => (await reportOf(projector)).proofLog.signed?.size === size);

/** Whether every head is signed by the log's key over the tree that the log makes, each extending the one before. */
const assertHeadsHold = async (): Promise<void> => {
  const log = await wholeLog();
  const tiles = tilesOfLog(log);
  const read = async (asked: readonly { level: number | 'entries'; index: number }[]) =>
    asked.map(({ level, index }) => {
      const text = tiles[tilePath({ level, index, width: 256 })] ?? '';
      return Uint8Array.from(Buffer.from(text.slice(text.indexOf(' ') + 1), 'base64'));
    });
  const standing = await world.readModels.database.collection<{ vkey: string }>('proof-standing').findOne();
  const vkey = parseVkey(standing?.vkey ?? '', sha256);
  let before = 0;
  for (const { data } of await heads()) {
    const note = String(data['checkpoint']);
    const { checkpoint } = await openCheckpoint(note, { log: { origin: vkey.name, vkeys: [vkey] } }, nodeCrypto);
    expect(checkpoint.size).toBeGreaterThan(before);
    before = checkpoint.size;
    expect(toBase64(checkpoint.root)).toBe(toBase64(await treeRoot(checkpoint.size, read, sha256)));
  }
};

describe('the proof log', () => {
  it('makes the same tiles of the same log, byte for byte, also of events of others and without a hash', async () => {
    await record(3, 90);
    // what somebody else wrote, and what was written before events had hashes
    const foreign = { id: randomUUID(), type: 'Noted', data: { a: 1 }, metadata: {} } as unknown as EncodedEvent;
    await world.eventStore.append('elsewhere-1', 'none', [foreign]);
    const projector = await world.startProjector(signs);
    await signedUpTo(projector, 271);
    expect(await keptTiles()).toEqual(tilesOfLog(await wholeLog()));
    await record(2, 200);
    await signedUpTo(projector, 671);
    expect(await keptTiles()).toEqual(tilesOfLog(await wholeLog()));

    // thrown away under a running projector
    for (const name of ['proof-tree', 'proof-tiles', 'proof-positions'] as const)
      await world.readModels.database.collection(name).drop();
    await record(1, 1);
    await until(async () => (await treeSize()) === 672);
    expect(await keptTiles()).toEqual(tilesOfLog(await wholeLog()));
    expect((await reportOf(projector)).proofLog.trouble).toBeNull();
    await projector.stop();
    await assertHeadsHold();
  }, 90_000);

  it('is whole after a projector was killed at any moment, and heads extend each other', async () => {
    let expected = 0;
    for (let round = 0; round < 6; round += 1) {
      const projector = await world.startProjector(signs);
      const writing = record(4, 150);
      await after(400 + round * 130);
      await projector.kill();
      await writing;
      expected += 600;
    }
    const projector = await world.startProjector(signs);
    await signedUpTo(projector, expected);
    expect(await keptTiles()).toEqual(tilesOfLog(await wholeLog()));
    await projector.stop();
    await assertHeadsHold();
  }, 120_000);

  it('signs a last head when its projector is asked to stop, and two projectors never fork', async () => {
    const both = [await world.startProjector(), await world.startProjector()];
    await record(1, 5);
    await until(async () => (await treeSize()) === 5);
    expect(await heads()).toEqual([]);
    for (const projector of both) await projector.stop();
    expect((await heads()).map(({ revision }) => revision)).toEqual([0]);
    await assertHeadsHold();
  }, 60_000);
});

describe('a log that is not what was signed', () => {
  /** The event store as it was, and then with other events than it had. */
  const setBack = async (changes: () => Promise<void>): Promise<void> => {
    await world.killEventStore();
    await cp(`${world.folder}/events`, `${world.folder}/events-before`, { recursive: true });
    await world.restartEventStore();
    await changes();
    await world.killEventStore();
    await rm(`${world.folder}/events`, { recursive: true });
    await cp(`${world.folder}/events-before`, `${world.folder}/events`, { recursive: true });
    await world.restartEventStore();
  };

  it('is never signed again: sizes and roots are named, an alarm rises, the projector is not ready', async () => {
    const first = await world.startProjector(signs);
    await record(1, 10);
    await signedUpTo(first, 10);
    await first.stop();
    await setBack(async () => {
      const second = await world.startProjector(signs);
      await record(1, 10);
      await signedUpTo(second, 20);
      await second.stop();
    });
    const before = await heads();
    const projector = await world.startProjector(signs);
    await until(async () => (await reportOf(projector)).proofLog.trouble !== null);
    const { status, checks, proofLog } = await reportOf(projector);
    expect([status, checks.at(-1)]).toEqual(['down', { name: 'proof-log', status: 'down' }]);
    expect(proofLog.trouble).toMatch(
      /^the log is older than what was signed: it ends at head 0, and head 1 of 20 entries with the root \S{44} was signed$/,
    );
    expect(await (await fetch(`${projector.url}/metrics`)).text()).toContain(
      'shanyraq_proof_log_stopped{service="projector"} 1',
    );
    // also where it has grown past what was signed, with other events
    await record(1, 30);
    await until(async () => (await treeSize()) === 40);
    await projector.stop();
    expect(await heads()).toEqual(before);
  }, 120_000);

  it('is not signed where a witness knows more, though both stores were set back', async () => {
    const witnessFolder = `${world.folder}/witness`;
    const first = await world.startProjector();
    await until(async () => (await reportOf(first)).proofLog.origin !== null);
    const standing = await world.readModels.database.collection<{ vkey: string }>('proof-standing').findOne();
    await first.stop();
    const witness = await startWitness(witnessFolder, [standing?.vkey ?? '']);
    const env = { ...signs, WITNESSES: await witnessSetting(witness) };
    const second = await world.startProjector(env);
    await record(1, 10);
    await until(async () => (await reportOf(second)).proofLog.witnesses[0]?.size === 10);
    await second.stop();
    const known = await keptDocuments();
    await setBack(async () => {
      const third = await world.startProjector(env);
      await record(1, 10);
      await until(async () => (await reportOf(third)).proofLog.witnesses[0]?.size === 20);
      await third.stop();
    });
    await restore(known);
    const before = await heads();
    await record(1, 1);
    const projector = await world.startProjector(env);
    await until(async () => (await reportOf(projector)).proofLog.trouble !== null);
    expect((await reportOf(projector)).proofLog.trouble).toBe(
      'the log is older than what was signed: witness.example/w1 has cosigned 20 entries, the last head here has 10',
    );
    await projector.stop();
    await witness.stop();
    expect(await heads()).toEqual(before);
  }, 120_000);

  const names = [
    'proof-tree',
    'proof-tiles',
    'proof-positions',
    'proof-heads',
    'proof-cosignatures',
    'proof-witnesses',
    'proof-standing',
  ] as const;

  const keptDocuments = async () =>
    Promise.all(
      names.map(async (name) => [name, await world.readModels.database.collection(name).find().toArray()] as const),
    );

  const restore = async (kept: Awaited<ReturnType<typeof keptDocuments>>): Promise<void> => {
    for (const [name, documents] of kept) {
      await world.readModels.database.collection(name).deleteMany({});
      if (documents.length > 0) await world.readModels.database.collection(name).insertMany(documents);
    }
  };
});

describe('a witness', () => {
  it('that was away is asked again, and its cosignature is kept with the head', async () => {
    const first = await world.startProjector();
    await until(async () => (await reportOf(first)).proofLog.origin !== null);
    await first.stop();
    const standing = await world.readModels.database.collection<{ vkey: string }>('proof-standing').findOne();
    const folder = `${world.folder}/witness`;
    const witness = await startWitness(folder, [standing?.vkey ?? '']);
    const { port } = new URL(witness.url);
    const WITNESSES = await witnessSetting(witness);
    await witness.kill();
    const projector = await world.startProjector({ ...signs, WITNESSES });
    await record(1, 3);
    await until(async () => (await reportOf(projector)).proofLog.witnesses[0]?.problem !== null);
    expect((await reportOf(projector)).status).toBe('up');
    const again = await startWitness(folder, [standing?.vkey ?? ''], Number(port));
    await until(async () => (await reportOf(projector)).proofLog.witnesses[0]?.size === 3);
    expect((await reportOf(projector)).proofLog.witnesses[0]?.problem).toBeNull();
    expect(await world.readModels.database.collection('proof-cosignatures').countDocuments()).toBe(1);
    expect(await (await fetch(`${projector.url}/metrics`)).text()).toMatch(
      /shanyraq_proof_log_cosignature_age_seconds\{witness="witness.example\/w1",service="projector"\} \d/,
    );
    await projector.stop();
    await again.stop();
  }, 90_000);
});
