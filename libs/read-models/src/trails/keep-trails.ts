import { calendarStream } from '@app/domain';
import type { LogBatch, Position } from '@app/event-store';
import { allOf } from '../engine/all-of.js';
import type { Engine } from '../engine/take-in.js';
import { inPages } from '../engine/in-pages.js';
import { placeOf } from '../engine/projection.js';
import { pulledBatches } from '../engine/pulled-batches.js';
import { stallWatch, type HasMore } from '../engine/stall-watch.js';
import { untilAborted, type OnTrouble } from '../engine/until-aborted.js';
import { loadMark, moveMark, trailsOf } from './stored-trails.js';
import { retryHeldTrails, storedIds, writeTrail } from './write-trail.js';

export type KeepTrailsOptions = Engine &
  Readonly<{
    /** Pulls the log; of its events only the places are looked at, so they need not be unsealed. */
    follow: (after: Position | null, signal: AbortSignal) => AsyncIterable<LogBatch>;
    /** Asked when nothing comes for a while: a reader that stalls is connected anew. */
    hasMore?: HasMore;
    signal: AbortSignal;
    /** Told after each batch, and each second while there is nothing to do. */
    onReached?: (reached: Readonly<{ position: Position | null; caughtUp: boolean }>) => void;
    /** Told when a store is away or a batch failed. */
    onTrouble?: OnTrouble;
  }>;

/** How many trails are made side by side. */
const sideBySide = 8;

/** How long nothing may come before the log is asked. */
const stallAfterMs = 5_000;

/**
 * Keeps the trail of every complaint as new as the log until aborted: with each batch, those that its events touch are made
 * anew as of its position, and then the mark is moved. Where a store is away it tries again from the mark, for ever: a crash
 * repeats work and never skips it, and two processes that do the same write the same.
 */
export const keepTrails = (options: KeepTrailsOptions): Promise<void> =>
  untilAborted(options.signal, (gotOn) => keepFromMark(options, gotOn), options.onTrouble);

type Reached = Readonly<{ position: Position | null; caughtUp: boolean }>;

const keepFromMark = async (keeping: KeepTrailsOptions, gotOn: () => void): Promise<void> => {
  const position = (await loadMark(keeping.database))?.position ?? null;
  if (position !== null) await retryHeldTrails(keeping, position);
  const stop = new AbortController();
  const batches = keeping.follow(position, AbortSignal.any([keeping.signal, stop.signal]));
  const watch = stallWatch(keeping.hasMore ?? (async () => false), stallAfterMs);
  let reached: Reached = { position, caughtUp: false };
  for await (const batch of pulledBatches(batches, stop)) {
    if (batch === 'nothing') await rest(keeping, reached, await watch.silent(reached.position));
    else {
      watch.heard();
      reached = await takeIn(keeping, batch, reached);
    }
    gotOn();
    keeping.onReached?.(reached);
  }
};

const takeIn = async (keeping: KeepTrailsOptions, batch: LogBatch, before: Reached): Promise<Reached> => {
  const pulledAt = keeping.now();
  const position = batch.position ?? before.position;
  if (position === null) return before;
  for await (const page of inPages(touchedBy(keeping, batch), sideBySide))
    await allOf(page.map(async (complaintId) => void (await writeTrail(keeping, complaintId, position))));
  const asOf = batch.caughtUp ? pulledAt : batch.events.at(-1)?.metadata.recordedAt;
  await moveMark(keeping.database, { position, asOf, caughtUp: batch.caughtUp });
  return { position, caughtUp: batch.caughtUp };
};

/** While there is nothing to do, what was recorded before now is in the trails: the mark says so, unless the reader may have stalled. */
const rest = async ({ database, now }: Engine, { position, caughtUp }: Reached, mayHaveStalled: boolean) => {
  if (position === null || !caughtUp || mayHaveStalled) return;
  await moveMark(database, { position, asOf: now(), caughtUp });
};

/** The complaints whose trails a batch touches: its own complaints, those about its cases, and all where the calendar was corrected. */
async function* touchedBy({ database }: Engine, { events, undecodable }: LogBatch): AsyncGenerator<string> {
  const streams = new Set([...events, ...undecodable.map(placeOf)].map(({ stream }) => stream));
  const named = idsIn(streams, 'complaint-');
  yield* named;
  const others = streams.has(calendarStream) ? storedIds(database) : idsAbout(database, idsIn(streams, 'case-'));
  for await (const complaintId of others) if (!named.has(complaintId)) yield complaintId;
}

const idsIn = (streams: ReadonlySet<string>, prefix: string): ReadonlySet<string> =>
  new Set([...streams].flatMap((stream) => (stream.startsWith(prefix) ? [stream.slice(prefix.length)] : [])));

async function* idsAbout(database: Engine['database'], caseIds: ReadonlySet<string>): AsyncGenerator<string> {
  if (caseIds.size === 0) return;
  const found = trailsOf(database).find({ caseId: { $in: [...caseIds] } }, { projection: { _id: 1 } });
  for await (const { _id } of found) yield _id;
}
