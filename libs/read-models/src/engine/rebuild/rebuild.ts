import type { EventStore, LogBatch, Position } from '@app/event-store';
import { applyBatch } from '../apply-batch.js';
import { CalendarKnowledge } from '../calendar-knowledge.js';
import { loadCheckpoints, loadPositions, moveEverywhere } from '../checkpoints.js';
import { openCollection } from '../fillings.js';
import { createIndexes } from '../indexes.js';
import type { Job } from '../jobs/job.js';
import { pause } from '../pause.js';
import { isJoin, isView, type Fold, type Join, type Projection, type View } from '../projection.js';
import { earliest, wholeOf, type Share } from '../share.js';
import type { Engine } from '../take-in.js';
import { hasEvents, streamsOf, type OnProgress } from '../verify/log-until.js';
import { compareFillings, type Comparison } from './compare.js';
import { atGeneration, beginNext, giveUpNext, liveOf, switchTo, type Fillings } from './generations.js';
import { fillView } from './fill-view.js';
import { compareRows } from './compare-rows.js';

export type Rebuilding = Engine &
  Readonly<{
    log: Pick<EventStore, 'follow' | 'lastPosition'>;
    /** Pulls the streams of some prefixes from a position on. */
    follow: (prefixes: readonly string[], after: Position | null, signal: AbortSignal) => AsyncIterable<LogBatch>;
    /** Aborted when the job is given up. */
    signal: AbortSignal;
    /** Whether the job was called off, and not only given up by this process. */
    isCalledOff: () => Promise<boolean>;
  }>;

/**
 * Fills a projection anew beside the live one: a fold or a join from the log, from where an interrupted job left it; a view from the documents. Says which documents will differ; and,
 * once the new one has everything that the live one has, reads it instead: one write. Applies events to documents and does
 * nothing else, so that no side effect runs twice. What a job that is called off has filled is dropped. Throws where a store is away.
 */
export const rebuild = async (
  rebuilding: Rebuilding,
  projection: Projection,
  job: Pick<Job, 'askedAt' | 'eventsPerSecond'>,
  onProgress: OnProgress,
): Promise<void> => {
  const calendar = new CalendarKnowledge(rebuilding.readStream);
  await calendar.learn();
  const [live = projection] = await liveOf(rebuilding.database, [projection]);
  const bound = calendar.bind(live);
  const fillings = await beginNext(rebuilding.database, bound, job.askedAt);
  const pace = { eventsPerSecond: job.eventsPerSecond, onProgress };
  await createIndexes(rebuilding.database, [fillings.next]);
  try {
    if (isView(bound)) {
      if (await fillWithRows({ ...rebuilding, calendar }, fillings, pace)) return;
      await giveUpNext(rebuilding.database, fillings);
      await rebuild(rebuilding, projection, job, onProgress);
    } else await fill({ ...rebuilding, calendar }, { documents: bound, fillings }, pace);
  } finally {
    if (rebuilding.signal.aborted && (await rebuilding.isCalledOff())) await giveUpNext(rebuilding.database, fillings);
  }
};

type Pace = Readonly<{ eventsPerSecond: number | null; onProgress: OnProgress }>;

type Kept = Readonly<{ documents: Fold | Join; fillings: Fillings }>;

const fill = async (rebuilding: Rebuilding, { documents, fillings }: Kept, pace: Pace): Promise<void> => {
  const { database, follow, signal } = rebuilding;
  const share = await wholeOf(database, fillings.next, rebuilding.mac);
  const from = earliest(share.begun);
  const step = stepper(rebuilding, share, pace);
  const stop = new AbortController();
  let comparison: Comparison | null = null;
  try {
    for await (const batch of follow(fillings.next.streams, from, AbortSignal.any([signal, stop.signal]))) {
      const reached = await step(batch);
      if (!batch.caughtUp) continue;
      comparison ??= await compared(rebuilding, { documents, fillings });
      if (await takeOver(rebuilding, fillings, { reached, comparison })) return;
    }
  } finally {
    stop.abort();
  }
};

/** Takes batches in, no faster than allowed, and tells the share of the log that is done. */
const stepper = (rebuilding: Rebuilding, share: Share, { eventsPerSecond, onProgress }: Pace) => {
  let reached = earliest(share.begun);
  return async (batch: LogBatch): Promise<Position | null> => {
    const started = performance.now();
    reached = (await applyBatch(rebuilding, share, batch, reached)).position;
    const end = await rebuilding.log.lastPosition();
    onProgress(Math.min(0.99, (reached ?? 0) / Math.max(end ?? 0, 1)));
    const rest = eventsPerSecond === null ? 0 : (batch.events.length * 1000) / eventsPerSecond;
    await pause(Math.max(0, rest - (performance.now() - started)), rebuilding.signal);
    return reached;
  };
};

const compared = async (rebuilding: Rebuilding, { documents, fillings }: Kept): Promise<Comparison> => {
  // Only where a document has moved on meanwhile is its stream asked for. A join knows the streams of its documents itself.
  let streams: Promise<ReadonlyMap<string, string>> | null = null;
  const streamOf = async (id: string): Promise<string | undefined> => {
    if (isJoin(documents)) return undefined;
    streams ??= streamsOf(rebuilding.log, documents, rebuilding.signal);
    return (await streams).get(id);
  };
  const [live, next] = [fillings.live, fillings.next].map(({ generation = 1 }) => atGeneration(documents, generation));
  return compareFillings({ ...rebuilding, streamOf }, live ?? documents, next ?? documents);
};

/**
 * Fills a view from the documents until it has what the live one has, and reads it instead. Answers false where other documents are read
 * by then: it has to be filled from those.
 */
const fillWithRows = async (rebuilding: Rebuilding, fillings: Fillings, pace: Pace): Promise<boolean> => {
  const { live, next } = fillings;
  const { database, now, signal } = rebuilding;
  if (!isView(live) || !isView(next)) return true;
  if (!(await fillAsFar(rebuilding, [live, next], pace))) return signal.aborted;
  const comparison = await compareRows(rebuilding, live, next);
  if (!(await fillAsFar(rebuilding, [live, next], pace))) return signal.aborted;
  const documents = await openCollection(database, next).countDocuments();
  await switchTo(database, fillings, { at: now(), documents, comparison });
  return true;
};

/**
 * Fills a view until it is as far as the one that is read: where the documents are behind that, as those of a new version are at first, it waits for
 * them. Answers false where other documents are read by then, and where aborted.
 */
const fillAsFar = async (rebuilding: Rebuilding, [live, next]: readonly [View, View], pace: Pace): Promise<boolean> => {
  const { database, signal } = rebuilding;
  while (!signal.aborted) {
    const [read] = await loadPositions(database, [live]);
    await fillView(rebuilding, next, { ...pace, signal });
    const [reached] = await loadPositions(database, [next]);
    const [documents] = await liveOf(database, [next.of]);
    if (documents?.generation !== next.of.generation || signal.aborted) return false;
    if ((reached ?? -1) >= (read ?? -1)) return true;
    await pause(lookMs, signal);
  }
  return false;
};

/** How often it is looked how far the documents have come. */
const lookMs = 1_000;

/** Reads the new filling from now on, where it has everything that the live one has in any partition; else answers false. */
const takeOver = async (
  { database, log, signal, now, mac }: Rebuilding,
  fillings: Fillings,
  { reached, comparison }: Readonly<{ reached: Position | null; comparison: Comparison }>,
): Promise<boolean> => {
  const { live, next } = fillings;
  const [checkpoints = []] = await loadCheckpoints(database, [live]);
  const position = Math.max(...checkpoints.map((checkpoint) => checkpoint?.position ?? -1));
  if (position > (reached ?? -1)) {
    const range = { prefixes: next.streams, after: reached, until: position, signal };
    if (await hasEvents(log, range)) return false;
    await moveEverywhere(database, next, { position, caughtUp: true }, mac);
  }
  const documents = await openCollection(database, next).countDocuments();
  await switchTo(database, fillings, { at: now(), documents, comparison });
  return true;
};
