import type { LogBatch, Position } from '@app/event-store';
import type { Checkpoint } from './partitions/partition.js';
import { allOf } from './all-of.js';
import { noteMark } from './log-mark.js';
import { takeInJoin } from './joins/take-in-join.js';
import { foldOf, isJoin, isView, placeOf, type LogEntry, type Projection, type View } from './projection.js';
import { grouped } from './refold.js';
import { isDue, type Begun, type Family, type Share } from './share.js';
import { showAnew } from './show-anew.js';
import { takeIn, type Engine, type Group } from './take-in.js';

/** What a batch did. `asOf`: what was recorded before this instant is in the documents; absent where the batch tells nothing of it. */
export type Applied = Readonly<{
  events: number;
  position: Position | null;
  asOf?: string | undefined;
  caughtUp: boolean;
  milliseconds: number;
}>;

/**
 * Takes a batch into all projections of a share, and then moves their checkpoints: never before every document is written, and shown
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
  await allOf([
    ...sideBySide(groupsOf(share, entries)).map(async (some) => void (await takeIn(engine, some, share.known))),
    ...share.begun.map((one) => intoJoin(engine, one, entries)),
  ]);
  if (engine.calendar?.isIn(batch)) await showStaleAnew(engine, share, { again: true });
  const reached = {
    position: batch.position ?? before,
    asOf: batch.caughtUp ? pulledAt : batch.events.at(-1)?.metadata.recordedAt,
    caughtUp: batch.caughtUp,
  };
  await saveReached(share, reached);
  await noteSeen(engine, batch);
  return { ...reached, events: batch.events.length, milliseconds: performance.now() - started };
};

/** What the read models have seen of the log, so that an older one is told apart. */
const noteSeen = async ({ database, mac }: Engine, { events }: LogBatch): Promise<void> => {
  const last = events.at(-1);
  if (mac && last) await noteMark(database, mac, { position: last.position, hash: last.metadata.hash });
};

/**
 * Shows anew what was shown with fewer corrections of the calendar than are known, here or by another process; what could not be
 * shown is tried `again` where another correction came.
 */
export const showStaleAnew = async (
  engine: Engine,
  { families, known: rows }: Share,
  { again }: Readonly<{ again: boolean }> = { again: false },
): Promise<void> => {
  const known = engine.calendar?.calendars.changes.length ?? 0;
  for (const family of families) await showAnew(engine, family, { known, again, rows });
};

type Reached = Omit<Checkpoint, 'position'> & Pick<Applied, 'position'>;

/** Writes how far all have come; nothing where no event has been seen. */
export const saveReached = async ({ save }: Share, { position, asOf, caughtUp }: Reached): Promise<void> => {
  if (position !== null) await save({ position, asOf, caughtUp });
};

/** What a batch holds, in log order: events that cannot be read in their places. */
const entriesOf = ({ events, undecodable }: LogBatch): readonly LogEntry[] =>
  undecodable.length === 0 ? events : [...events, ...undecodable].sort(byPosition);

/** More documents than that are taken in by halves: one is folded while the database writes the other. */
const mostTogether = 100;

const sideBySide = (groups: readonly Group[]): readonly (readonly Group[])[] => {
  if (groups.length <= mostTogether) return [groups];
  const half = Math.ceil(groups.length / 2);
  return [groups.slice(0, half), groups.slice(half)];
};

/** The entries that something of a share has not had yet, by the document they belong to. */
const groupsOf = ({ begun, families }: Share, entries: readonly LogEntry[]): readonly Group[] =>
  families.flatMap((family) => {
    const own = begun.filter(({ projection }) => restsOn(projection, family));
    const due = entries.filter((entry) => own.some((one) => isDue(one, placeOf(entry))));
    return [...grouped(family.fold, due)].map(([id, ofDocument]) => ({
      family,
      id,
      entries: ofDocument,
      views: viewsDue(own, family, ofDocument),
    }));
  });

/** Nothing where it is no join: that is taken in by its family. */
const intoJoin = async (engine: Engine, one: Begun, entries: readonly LogEntry[]): Promise<void> => {
  if (isJoin(one.projection)) await takeInJoin(engine, one.projection, dueOf(one, entries));
};

/** The entries that one has not had yet, of the streams that it follows. */
const dueOf = (one: Begun, entries: readonly LogEntry[]): readonly LogEntry[] =>
  entries.filter((entry) => {
    const place = placeOf(entry);
    return isDue(one, place) && one.projection.streams.some((prefix) => place.stream.startsWith(prefix));
  });

const restsOn = (projection: Projection, { fold }: Family): boolean =>
  !isJoin(projection) && foldOf(projection).name === fold.name;

const viewsDue = (own: readonly Begun[], { views }: Family, entries: readonly LogEntry[]): readonly View[] => {
  const due = own.filter((one) => isView(one.projection) && entries.some((entry) => isDue(one, placeOf(entry))));
  return views.filter((view) => due.some(({ projection }) => projection === view));
};

const byPosition = (one: LogEntry, other: LogEntry): number => placeOf(one).position - placeOf(other).position;
