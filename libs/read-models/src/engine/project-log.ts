import type { LogBatch, Position } from '@app/event-store';
import { applyBatch, saveReached, showStaleAnew, type Applied } from './apply-batch.js';
import { CalendarKnowledge, isOfCalendar } from './calendar-knowledge.js';
import { untilChanged, type Held, type Leases } from './partitions/leases.js';
import { partitionOf } from './partitions/partition.js';
import type { Place, Projection } from './projection.js';
import { pulledBatches } from './pulled-batches.js';
import { retryHeldBack } from './retry.js';
import { liveOf, switchWatch } from './rebuild/generations.js';
import { earliest, isDue, LeaseLost, shareOf, type Share } from './share.js';
import { stallWatch, type HasMore, type StallWatch } from './stall-watch.js';
import type { Engine } from './take-in.js';
import { untilAborted, type OnTrouble } from './until-aborted.js';

/** Whether an event at a place is to be handed out; the position moves past the others all the same. */
export type IsWanted = (place: Pick<Place, 'stream' | 'position'>) => boolean;

/** Pulls the log from a position (exclusive; null for its beginning) until aborted. May hand out more than is wanted. */
export type LogReader = (after: Position | null, signal: AbortSignal, isWanted: IsWanted) => AsyncIterable<LogBatch>;

export type ProjectLogOptions = Engine &
  Readonly<{
    projections: readonly Projection[];
    /** Which partitions are taken in. */
    leases: Pick<Leases, 'held'>;
    follow: LogReader;
    /** Asked when nothing comes for a while: a reader that stalls is connected anew. */
    hasMore?: HasMore;
    /** How long nothing may come before the log is asked; 5 seconds where absent. */
    stallAfterMs?: number;
    signal: AbortSignal;
    /** Told after each batch, and each second while there is nothing to do. */
    onApplied?: (applied: Applied) => void;
    /** Told when a store is away or a batch failed. */
    onTrouble?: OnTrouble;
  }>;

/** How long nothing may come before the log is asked whether it goes on. */
const stallAfterMs = 5_000;

const nothingMore: HasMore = async () => false;

/**
 * Follows the log into the projections, in the partitions that are held, until aborted; the batch in hand is finished first.
 * Begins anew from the checkpoints when other partitions are held. Where a store is away it tries again from there, with growing
 * pauses, for ever: a crash or an error repeats work and never skips it.
 */
export const projectLog = (options: ProjectLogOptions): Promise<void> => {
  const { leases, signal, onApplied, onTrouble } = options;
  return untilAborted(
    signal,
    async (gotOn) => {
      const { held } = leases;
      const report = (applied: Applied): void => {
        gotOn();
        onApplied?.(applied);
      };
      try {
        if (held.epochs.size > 0) return await followFromCheckpoints(options, held, report);
      } catch (error) {
        if (!(error instanceof LeaseLost)) throw error;
      }
      return untilChanged(held, signal);
    },
    onTrouble,
  );
};

type Report = (applied: Applied) => void;

const followFromCheckpoints = async (options: ProjectLogOptions, held: Held, report: Report): Promise<void> => {
  const { database, follow, signal, readStream } = options;
  const calendar = new CalendarKnowledge(readStream);
  await calendar.learn();
  const engine = { ...options, calendar };
  const live = await liveOf(database, options.projections);
  const projections = live.map(calendar.bind);
  const isHeld = ({ stream }: Pick<Place, 'stream'>): boolean => held.epochs.has(partitionOf(stream));
  const share = await shareOf(database, held, projections, options.mac);
  await retryHeldBack(engine, projections, isHeld, share.known);
  const stop = new AbortController();
  const over = AbortSignal.any([signal, held.changed, stop.signal]);
  const batches = follow(earliest(share.begun), over, wantedBy(share));
  await showStaleAnew(engine, share);
  const watch = stallWatch(options.hasMore ?? nothingMore, options.stallAfterMs ?? stallAfterMs);
  await applyAll(engine, share, { batches, stop, watch, hasSwitched: switchWatch(database, live) }, report);
};

/** The events that a share has not had yet; and the corrections of the calendar, by which every process shows its documents. */
const wantedBy =
  ({ begun }: Share): IsWanted =>
  (place) =>
    isOfCalendar(place) || begun.some((one) => isDue(one, place));

type Reading = Readonly<{
  batches: AsyncIterable<LogBatch>;
  stop: AbortController;
  watch: StallWatch;
  hasSwitched: () => Promise<boolean>;
}>;

const applyAll = async (
  engine: Engine,
  share: Share,
  { batches, stop, watch, hasSwitched }: Reading,
  report: Report,
): Promise<void> => {
  let last: Applied | null = null;
  for await (const batch of pulledBatches(batches, stop)) {
    if (await hasSwitched()) return;
    const reached: Position | null = last?.position ?? earliest(share.begun);
    if (batch === 'nothing') last = await noteIdle(engine, share, last, await watch.silent(reached));
    else {
      watch.heard();
      last = await applyBatch(engine, share, batch, reached);
    }
    if (last) report(last);
  }
};

/** While there is nothing to do, what was recorded before now is in the documents: the checkpoints say so, unless the reader may have stalled. */
const noteIdle = async (
  engine: Engine,
  share: Share,
  last: Applied | null,
  mayHaveStalled: boolean,
): Promise<Applied | null> => {
  if (!last) return null;
  if (mayHaveStalled || !last.caughtUp) return { ...last, events: 0, milliseconds: 0 };
  await showStaleAnew(engine, share);
  const idle = { ...last, events: 0, milliseconds: 0, asOf: engine.now() };
  await saveReached(share, idle);
  return idle;
};
