import type { LogBatch, Position } from '@app/event-store';
import { allOf } from './all-of.js';
import { applyEvents, type Engine } from './apply-events.js';
import { moveCheckpoints } from './checkpoints.js';
import { showAnew } from './show-anew.js';
import { placeOf, type LogEntry, type Projection } from './projection.js';

/** What a batch did. `asOf`: what was recorded before this instant is in the documents; absent where the batch tells nothing of it. */
export type Applied = Readonly<{
  events: number;
  position: Position | null;
  asOf?: string | undefined;
  caughtUp: boolean;
  milliseconds: number;
}>;

/** A projection, and the position that it had reached when following began. */
export type Begun = Readonly<{ projection: Projection; from: Position | null }>;

/**
 * Takes a batch into all projections, side by side, and then moves their checkpoints: never before every document is written, and shown anew where a
 * correction of the calendar is among the events.
 */
export const applyBatch = async (
  engine: Engine,
  begun: readonly Begun[],
  batch: LogBatch,
  before: Position | null,
): Promise<Applied> => {
  const started = performance.now();
  const pulledAt = engine.now();
  await engine.calendar?.learnFrom(batch);
  await allOf(begun.map(({ projection, from }) => applyEvents(engine, projection, entriesAfter(from, batch))));
  if (engine.calendar?.isIn(batch)) await showStaleAnew(engine, begun);
  const reached = {
    position: batch.position ?? before,
    asOf: batch.caughtUp ? pulledAt : batch.events.at(-1)?.metadata.recordedAt,
    caughtUp: batch.caughtUp,
  };
  await saveReached(engine, begun, reached);
  return { ...reached, events: batch.events.length, milliseconds: performance.now() - started };
};

/** Shows anew what was shown with fewer corrections of the calendar than are known, here or by another process. */
export const showStaleAnew = async ({ database, calendar }: Engine, begun: readonly Begun[]): Promise<void> => {
  const known = calendar?.calendars.corrections.length ?? 0;
  for (const { projection } of begun) await showAnew(database, projection, known);
};

/** Writes how far all have come; nothing where no event has been seen. */
export const saveReached = async (
  { database }: Engine,
  begun: readonly Begun[],
  { position, asOf, caughtUp }: Pick<Applied, 'position' | 'asOf' | 'caughtUp'>,
): Promise<void> => {
  if (position === null) return;
  const projections = begun.map(({ projection }) => projection);
  await moveCheckpoints(database, projections, { position, asOf, caughtUp });
};

/** What a batch holds that a projection has not had yet, in log order: events that cannot be read in their places. */
const entriesAfter = (from: Position | null, { events, undecodable }: LogBatch): readonly LogEntry[] => {
  const entries: readonly LogEntry[] = undecodable.length === 0 ? events : [...events, ...undecodable].sort(byPosition);
  return from === null ? entries : entries.filter((entry) => placeOf(entry).position > from);
};

const byPosition = (one: LogEntry, other: LogEntry): number => placeOf(one).position - placeOf(other).position;
