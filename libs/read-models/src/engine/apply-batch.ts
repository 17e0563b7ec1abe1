import type { LogBatch, Position } from '@app/event-store';
import { allOf } from './all-of.js';
import { applyEvents, type Engine } from './apply-events.js';
import type { Checkpoint } from './partitions/partition.js';
import { placeOf, type LogEntry } from './projection.js';
import { isDue, type Begun, type Share } from './share.js';
import { showAnew } from './show-anew.js';

/** What a batch did. `asOf`: what was recorded before this instant is in the documents; absent where the batch tells nothing of it. */
export type Applied = Readonly<{
  events: number;
  position: Position | null;
  asOf?: string | undefined;
  caughtUp: boolean;
  milliseconds: number;
}>;

/**
 * Takes a batch into all projections of a share, side by side, and then moves their checkpoints: never before every document is written, and shown
 * anew where a correction of the calendar is among the events. Throws `LeaseLost`, and what the driver throws.
 */
export const applyBatch = async (
  engine: Engine,
  share: Share,
  batch: LogBatch,
  before: Position | null,
): Promise<Applied> => {
  const started = performance.now();
  const pulledAt = engine.now();
  await engine.calendar?.learnFrom(batch);
  const entries = entriesOf(batch);
  await allOf(share.begun.map((one) => applyEvents(engine, one.projection, due(one, entries))));
  if (engine.calendar?.isIn(batch)) await showStaleAnew(engine, share, { again: true });
  const reached = {
    position: batch.position ?? before,
    asOf: batch.caughtUp ? pulledAt : batch.events.at(-1)?.metadata.recordedAt,
    caughtUp: batch.caughtUp,
  };
  await saveReached(share, reached);
  return { ...reached, events: batch.events.length, milliseconds: performance.now() - started };
};

/**
 * Shows anew what was shown with fewer corrections of the calendar than are known, here or by another process; what could not be
 * shown is tried `again` where another correction came.
 */
export const showStaleAnew = async (
  engine: Engine,
  { begun }: Share,
  { again }: Readonly<{ again: boolean }> = { again: false },
): Promise<void> => {
  const known = engine.calendar?.calendars.corrections.length ?? 0;
  for (const { projection } of begun) await showAnew(engine, projection, { known, again });
};

type Reached = Omit<Checkpoint, 'position'> & Pick<Applied, 'position'>;

/** Writes how far all have come; nothing where no event has been seen. */
export const saveReached = async ({ save }: Share, { position, asOf, caughtUp }: Reached): Promise<void> => {
  if (position !== null) await save({ position, asOf, caughtUp });
};

/** What a batch holds, in log order: events that cannot be read in their places. */
const entriesOf = ({ events, undecodable }: LogBatch): readonly LogEntry[] =>
  undecodable.length === 0 ? events : [...events, ...undecodable].sort(byPosition);

const due = (begun: Begun, entries: readonly LogEntry[]): readonly LogEntry[] =>
  entries.filter((entry) => isDue(begun, placeOf(entry)));

const byPosition = (one: LogEntry, other: LogEntry): number => placeOf(one).position - placeOf(other).position;
