import type { LogBatch, Position } from '@app/event-store';
import { applyBatch, saveReached, showStaleAnew, type Applied, type Begun } from './apply-batch.js';
import { retryHeldBack, type Engine } from './apply-events.js';
import { CalendarKnowledge } from './calendar-knowledge.js';
import { loadPositions } from './checkpoints.js';
import { pause, pauseAfter, within } from './pause.js';
import type { Projection } from './projection.js';
import { liveOf, switchWatch } from './rebuild/generations.js';
import { stallWatch, type HasMore, type StallWatch } from './stall-watch.js';

/** Pulls the log from a position (exclusive; null for its beginning) until aborted. */
export type LogReader = (after: Position | null, signal: AbortSignal) => AsyncIterable<LogBatch>;

export type ProjectLogOptions = Engine &
  Readonly<{
    projections: readonly Projection[];
    follow: LogReader;
    /** Asked when nothing comes for a while: a reader that stalls is connected anew. */
    hasMore?: HasMore;
    /** How long nothing may come before the log is asked; 5 seconds where absent. */
    stallAfterMs?: number;
    signal: AbortSignal;
    /** Told after each batch, and each second while there is nothing to do. */
    onApplied?: (applied: Applied) => void;
    /** Told when a store is away or a batch failed; the next attempt comes after so many milliseconds. */
    onTrouble?: (error: unknown, retryInMs: number) => void;
  }>;

/** How often the checkpoint says that there is nothing to do. */
const idleMs = 1_000;

/** How long nothing may come before the log is asked whether it goes on. */
const stallAfterMs = 5_000;

const nothingMore: HasMore = async () => false;

/**
 * Follows the log into the projections until aborted; the batch in hand is finished first. Where a store is away it tries
 * again from the checkpoint, with growing pauses, for ever: a crash or an error repeats work and never skips it.
 */
export const projectLog = async (options: ProjectLogOptions): Promise<void> => {
  const { signal, onApplied, onTrouble } = options;
  let failures = 0;
  const report = (applied: Applied): void => {
    failures = 0;
    onApplied?.(applied);
  };
  while (!signal.aborted) {
    try {
      await followFromCheckpoint(options, report);
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      const retryInMs = pauseAfter(failures);
      onTrouble?.(error, retryInMs);
      await pause(retryInMs, signal);
    }
  }
};

type Report = (applied: Applied) => void;

const followFromCheckpoint = async (options: ProjectLogOptions, report: Report): Promise<void> => {
  const { database, follow, signal, readStream } = options;
  const calendar = new CalendarKnowledge(readStream);
  await calendar.learn();
  const engine = { ...options, calendar };
  const live = await liveOf(database, options.projections);
  const projections = live.map(calendar.bind);
  for (const projection of projections) await retryHeldBack(engine, projection);
  const positions = await loadPositions(database, projections);
  const begun = projections.map((projection, index) => ({ projection, from: positions[index] ?? null }));
  const stop = new AbortController();
  const batches = follow(earliest(begun), AbortSignal.any([signal, stop.signal]));
  await showStaleAnew(engine, begun);
  const watch = stallWatch(options.hasMore ?? nothingMore, options.stallAfterMs ?? stallAfterMs);
  await applyAll(
    engine,
    begun,
    { batches: batches[Symbol.asyncIterator](), stop, watch, hasSwitched: switchWatch(database, live) },
    report,
  );
};

type Reading = Readonly<{
  batches: AsyncIterator<LogBatch>;
  stop: AbortController;
  watch: StallWatch;
  hasSwitched: () => Promise<boolean>;
}>;

/** Takes in one batch while the next is being pulled; at the end, lets go of the log. */
const applyAll = async (
  engine: Engine,
  begun: readonly Begun[],
  { batches, stop, watch, hasSwitched }: Reading,
  report: Report,
): Promise<void> => {
  let last: Applied | null = null;
  let next = pull(batches);
  try {
    for (;;) {
      if (await hasSwitched()) return;
      const reached = last?.position ?? earliest(begun);
      const pulled = await within(idleMs, next);
      if (pulled === 'late') last = await noteIdle(engine, begun, last, await watch.silent(reached));
      else {
        if (pulled.done) return;
        watch.heard();
        next = pull(batches);
        last = await applyBatch(engine, begun, pulled.value, reached);
      }
      if (last) report(last);
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

/** While there is nothing to do, what was recorded before now is in the documents: the checkpoints say so, unless the reader may have stalled. */
const noteIdle = async (
  engine: Engine,
  begun: readonly Begun[],
  last: Applied | null,
  mayHaveStalled: boolean,
): Promise<Applied | null> => {
  if (!last) return null;
  if (mayHaveStalled || !last.caughtUp) return { ...last, events: 0, milliseconds: 0 };
  await showStaleAnew(engine, begun);
  const idle = { ...last, events: 0, milliseconds: 0, asOf: engine.now() };
  await saveReached(engine, begun, idle);
  return idle;
};

/** Where the projection that is furthest behind stands; null where one has not begun. */
const earliest = (begun: readonly Begun[]): Position | null => {
  const positions = begun.flatMap(({ from }) => (from === null ? [] : [from]));
  return positions.length < begun.length ? null : Math.min(...positions);
};
