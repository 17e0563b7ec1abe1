import type { EventStore } from '@app/event-store';
import { caseView } from '../case-view/case-view.projection.js';
import { deadlineBoard } from '../deadline-board/deadline-board.projection.js';
import type { StreamReader } from '../engine/stream-reader.js';
import { byTheCalendar } from '../engine/calendar-knowledge.js';
import { leastOf, type Checkpoints } from '../engine/checkpoints.js';
import { fold } from '../engine/fold.js';
import { rowsOf } from '../engine/show.js';
import { partitionOf } from '../engine/partitions/partition.js';
import { logUntil } from '../engine/verify/log-until.js';
import type { Projection } from '../engine/projection.js';
import type { NearestDuty } from './held-back.js';

/** What of the log a projection does not include yet. */
export type Behind = Readonly<{
  /** How many events; where `isAtLeast`, there are more. */
  events: number;
  isAtLeast: boolean;
  /** The streams that they are of, at most 50. */
  streams: readonly string[];
}>;

/** The most events that are counted: a projection further behind is so by this many at least. */
export const mostCounted = 10_000;

const mostStreams = 50;

/**
 * Counts the log's events after what projections have reached in the partition of each. Reads the log once, sealed
 * as it is, and no further than 10,000 events. Throws where the log is away, and when aborted.
 */
export const countBehind = async (
  { log, signal }: Readonly<{ log: Pick<EventStore, 'follow'>; signal: AbortSignal }>,
  projections: readonly Readonly<{ projection: Pick<Projection, 'name' | 'streams'>; checkpoints: Checkpoints }>[],
): Promise<ReadonlyMap<string, Behind>> => {
  const counts = projections.map(() => ({ events: 0, streams: new Set<string>() }));
  const prefixes = [...new Set(projections.flatMap(({ projection }) => projection.streams))];
  const after = earliestOf(projections.map(({ checkpoints }) => leastOf(checkpoints)?.position ?? null));
  let counted = 0;
  await logUntil(log, { prefixes, after, until: Number.MAX_SAFE_INTEGER, signal }, ({ stream, position }) => {
    for (const [index, { projection, checkpoints }] of projections.entries()) {
      const count = counts[index];
      if (!count || position <= (checkpoints[partitionOf(stream)]?.position ?? -1)) continue;
      if (!projection.streams.some((prefix) => stream.startsWith(prefix))) continue;
      count.events += 1;
      if (count.streams.size < mostStreams) count.streams.add(stream);
    }
    counted += 1;
    return counted < mostCounted;
  });
  const isAtLeast = counted === mostCounted;
  return new Map(
    projections.map(({ projection: { name } }, index) => {
      const { events = 0, streams = [] } = counts[index] ?? {};
      return [name, { events, isAtLeast, streams: [...streams] }];
    }),
  );
};

/** A duty that is due first among those of cases with events that are not in the read models yet. */
export type NotShown = NearestDuty & Readonly<{ caseId: string }>;

/**
 * The nearest open duty of the cases among these streams, as the log has it: what may be due while the board does not show it.
 * Null where nothing is owed.
 */
export const nearestNotShown = async (
  readStream: StreamReader,
  streams: readonly string[],
): Promise<NotShown | null> => {
  let nearest: NotShown | null = null;
  const cases = await byTheCalendar(readStream, caseView);
  for (const stream of streams.filter((one) => one.startsWith('case-'))) {
    const { stored, derived } = fold(cases, null, await readStream(stream, 0));
    // The rows that the board gives are deadlines.
    const rows = (stored
      ? rowsOf(deadlineBoard, { stored, derived })
      : []) as readonly unknown[] as readonly (NotShown & {
      outcome: string;
    })[];
    for (const { caseId, rule, instance, duty, due, dueAt, outcome } of rows)
      if (outcome === 'OPEN' && (nearest === null || dueAt < nearest.dueAt))
        nearest = { caseId, rule, instance, duty, due, dueAt };
  }
  return nearest;
};

const earliestOf = (positions: readonly (number | null)[]): number | null =>
  positions.reduce<number | null>(
    (least, position, index) =>
      position === null || (least === null && index > 0) ? null : Math.min(least ?? position, position),
    null,
  );
