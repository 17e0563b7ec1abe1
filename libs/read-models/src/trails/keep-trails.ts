import { calendarStream } from '@app/domain';
import type { LogBatch, Position } from '@app/event-store';
import { allOf } from '../engine/all-of.js';
import type { Engine } from '../engine/apply-events.js';
import { inPages } from '../engine/in-pages.js';
import { pause, pauseAfter, within } from '../engine/pause.js';
import { placeOf } from '../engine/projection.js';
import { stallWatch, type HasMore } from '../engine/stall-watch.js';
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
    /** Told when a store is away or a batch failed; the next attempt comes after so many milliseconds. */
    onTrouble?: (error: unknown, retryInMs: number) => void;
  }>;

/** How many trails are made side by side. */
const sideBySide = 8;

/** How often the mark says that there is nothing to do, and how long nothing may come before the log is asked. */
const idleMs = 1_000;
const stallAfterMs = 5_000;

/**
 * Keeps the trail of every complaint as new as the log until aborted: with each batch, those that its events touch are made
 * anew as of its position, and then the mark is moved. Where a store is away it tries again from the mark, for ever: a crash
 * repeats work and never skips it, and two processes that do the same write the same.
 */
export const keepTrails = async (options: KeepTrailsOptions): Promise<void> => {
  const { signal, onTrouble, onReached } = options;
  let failures = 0;
  const reached: KeepTrailsOptions['onReached'] = (mark) => {
    failures = 0;
    onReached?.(mark);
  };
  while (!signal.aborted) {
    try {
      await keepFromMark({ ...options, onReached: reached });
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      const retryInMs = pauseAfter(failures);
      onTrouble?.(error, retryInMs);
      await pause(retryInMs, signal);
    }
  }
};

type Reached = Readonly<{ position: Position | null; caughtUp: boolean }>;

const keepFromMark = async (keeping: KeepTrailsOptions): Promise<void> => {
  const position = (await loadMark(keeping.database))?.position ?? null;
  if (position !== null) await retryHeldTrails(keeping, position);
  const stop = new AbortController();
  const batches = keeping.follow(position, AbortSignal.any([keeping.signal, stop.signal]))[Symbol.asyncIterator]();
  await takeAll(keeping, { batches, stop, begun: { position, caughtUp: false } });
};

type Reading = Readonly<{ batches: AsyncIterator<LogBatch>; stop: AbortController; begun: Reached }>;

/** Takes in one batch while the next is being pulled; at the end, lets go of the log. */
const takeAll = async (keeping: KeepTrailsOptions, { batches, stop, begun }: Reading): Promise<void> => {
  const watch = stallWatch(keeping.hasMore ?? (async () => false), stallAfterMs);
  let reached = begun;
  let next = pull(batches);
  try {
    for (;;) {
      const pulled = await within(idleMs, next);
      if (pulled === 'late') await rest(keeping, reached, await watch.silent(reached.position));
      else if (pulled.done) return;
      else {
        watch.heard();
        next = pull(batches);
        reached = await takeIn(keeping, pulled.value, reached);
      }
      keeping.onReached?.(reached);
    }
  } finally {
    stop.abort();
    await next.catch(() => undefined);
  }
};

/** The next batch. Where an error ends the run, nobody is left to take it, and its failure is nobody's. */
const pull = (batches: AsyncIterator<LogBatch>): Promise<IteratorResult<LogBatch>> => {
  const next = batches.next();
  next.catch(() => undefined);
  return next;
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
