import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { CalendarEvent } from '@app/domain';
import type { StoredEvent } from '@app/event-store';
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
import type { World } from './projector-world.js';

/** So many events in each of so many streams. */
export const record = async (world: World, streams: number, each: number): Promise<void> => {
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
export const logIn = async (world: World): Promise<readonly StoredEvent[]> => {
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
export const tilesOfLog = (events: readonly StoredEvent[]): Readonly<Record<string, string>> => {
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

export const keptTiles = async (world: World): Promise<Readonly<Record<string, string>>> => {
  const kept = await world.readModels.database.collection<Kept>('proof-tiles').find().toArray();
  return byPath(
    kept.map(({ level, index, width, data }) => ({
      tile: { level, index, width },
      data: data.buffer.subarray(0, data.position),
    })),
  );
};

export const treeSize = async (world: World): Promise<number> =>
  (await world.readModels.database.collection<{ size: number }>('proof-tree').findOne())?.size ?? 0;

export const headsIn = (world: World) => world.eventStore.read('proof-heads');

export const until = async (reached: () => Promise<boolean>): Promise<void> => {
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
export const reportOf = async ({ url }: RunningProcess): Promise<Report> =>
  (await (await fetch(`${url}/health/ready`)).json()) as Report;

export const signs = { PROOF_HEAD_SECONDS: '0', LOG_LEVEL: 'fatal' };
/** What the system itself writes when it first starts on a log: that what is kept outside the log carries its MACs. */
export const ownEvents = 1;

export const signedUpTo = async (projector: RunningProcess, recorded: number): Promise<void> =>
  until(async () => (await reportOf(projector)).proofLog.signed?.size === recorded + ownEvents);

export const cosignedUpTo = async (projector: RunningProcess, recorded: number): Promise<void> =>
  until(async () => (await reportOf(projector)).proofLog.witnesses[0]?.size === recorded + ownEvents);

/** Whether every head is signed by the log's key over the tree that the log makes, each extending the one before. */
/** The verifier key of the log, as the projector that keeps it told it. */
export const vkeyIn = async (world: World): Promise<string> =>
  (await world.readModels.database.collection<{ vkey: string }>('proof-standing').findOne())?.vkey ?? '';

export const assertHeadsHold = async (world: World): Promise<void> => {
  const log = await logIn(world);
  const tiles = tilesOfLog(log);
  const read = async (asked: readonly { level: number | 'entries'; index: number }[]) =>
    asked.map(({ level, index }) => {
      const text = tiles[tilePath({ level, index, width: 256 })] ?? '';
      return Uint8Array.from(Buffer.from(text.slice(text.indexOf(' ') + 1), 'base64'));
    });
  const vkey = parseVkey(await vkeyIn(world), sha256);
  let before = 0;
  for (const { data } of await headsIn(world)) {
    const note = String(data['checkpoint']);
    const { checkpoint } = await openCheckpoint(note, { log: { origin: vkey.name, vkeys: [vkey] } }, nodeCrypto);
    expect(checkpoint.size).toBeGreaterThan(before);
    before = checkpoint.size;
    expect(toBase64(checkpoint.root)).toBe(toBase64(await treeRoot(checkpoint.size, read, sha256)));
  }
};
