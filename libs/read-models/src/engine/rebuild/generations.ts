import type { Collection, Db } from 'mongodb';
import { forgetCheckpoints } from '../checkpoints.js';
import { dropCollections, fillingsOf } from '../fillings.js';
import { idOf, collectionOf, isView, type Filling, type Projection } from '../projection.js';
import { quarantineOf } from '../quarantine.js';
import type { Comparison } from './compare.js';

/** What is read, what a job fills to be read next, and when that job was asked for. */
export type Fillings = Readonly<{ live: Projection; next: Projection; askedAt: string }>;

/** Which filling of a projection is read. `_id` is the collection of the first. Instants are ISO 8601. */
export type Generation = Readonly<{
  _id: string;
  /** The one that is read, and kept up with the log. */
  live: number;
  /** When the job that fills the next one was asked for; null where none does. */
  building: string | null;
  /** The one that the last job filled, or fills: no other job ever fills it. Absent where none did, or before this was kept. */
  filling?: number;
  /** The one that was read before, until it is dropped; and since when it is not. */
  previous: number | null;
  switchedAt: string | null;
  /** How many documents the live one had when it was switched to; absent where it was not, or before this was kept. */
  documents?: number;
  /** What the last rebuild found different. */
  comparison: Comparison | null;
}>;

const first = { live: 1, building: null, previous: null, switchedAt: null, comparison: null } as const;

/** Where generations are kept; a projection that was never rebuilt has none. */
export const generationsOf = (database: Db): Collection<Generation> => database.collection<Generation>('generations');

/** The projections as they are read now, views with the documents that are. */
export const liveOf = async (database: Db, projections: readonly Projection[]): Promise<readonly Projection[]> => {
  const known = new Map((await generationsOf(database).find().toArray()).map((one) => [idOf(one), one.live]));
  const live = <One extends Projection>(projection: One): One => ({
    ...projection,
    generation: known.get(keyOf(projection)) ?? 1,
  });
  return projections.map((one) => (isView(one) ? { ...live(one), of: live(one.of) } : live(one)));
};

/** How often it is looked whether another filling is to be read. */
const lookMs = 1_000;

/** Tells, once a second at most, whether other fillings are live than these. */
export const switchWatch = (database: Db, live: readonly Projection[]): (() => Promise<boolean>) => {
  let looked = performance.now();
  return async () => {
    if (performance.now() - looked < lookMs) return false;
    looked = performance.now();
    const now = await liveOf(database, live);
    return now.some(({ generation }, index) => generation !== live[index]?.generation);
  };
};

/** A projection in a filling of its own. */
export const atGeneration = <One extends Projection>(projection: One, generation: number): One => ({
  ...projection,
  generation,
});

/**
 * The filling beside the live one that a job, told by when it was asked for, goes on with. Each job has one of its own: a process
 * that still has the job before in hand does no harm. What that one left is dropped first.
 */
export const beginNext = async (database: Db, projection: Projection, askedAt: string): Promise<Fillings> => {
  const id = keyOf(projection);
  await generationsOf(database).updateOne({ _id: id }, { $setOnInsert: { ...first } }, { upsert: true });
  const found = (await generationsOf(database).findOne({ _id: id })) ?? { ...first, _id: id };
  const { live, building } = found;
  const isBegun = building === askedAt;
  const last = found.filling ?? (building === null ? live : live + 1);
  const filling = isBegun ? last : Math.max(last, live) + 1;
  const left = isBegun ? [] : [last, filling].filter((generation) => generation > live);
  for (const generation of left) await dropFilling(database, atGeneration(projection, generation));
  await generationsOf(database).updateOne({ _id: id, live }, { $set: { building: askedAt, filling } });
  return { live: atGeneration(projection, live), next: atGeneration(projection, filling), askedAt };
};

/** Reads the next filling from now on instead of the live one: one write. Answers false where that was done, or given up, before. */
export const switchTo = async (
  database: Db,
  { live, next, askedAt }: Fillings,
  { at, documents, comparison }: Readonly<{ at: string; documents: number; comparison: Comparison }>,
): Promise<boolean> => {
  const [from, to] = [live.generation ?? 1, next.generation ?? 1];
  const { matchedCount } = await generationsOf(database).updateOne(
    { _id: keyOf(live), live: from, building: askedAt },
    { $set: { live: to, previous: from, building: null, switchedAt: at, documents, comparison } },
  );
  return matchedCount === 1;
};

/** Gives up the next filling: it can be read no more, and is dropped. Does nothing where it is read already, or another job fills it. */
export const giveUpNext = async (database: Db, { live, next, askedAt }: Fillings): Promise<void> => {
  const { matchedCount } = await generationsOf(database).updateOne(
    { _id: keyOf(live), live: live.generation ?? 1, building: askedAt },
    { $set: { building: null } },
  );
  if (matchedCount === 1) await dropFilling(database, next);
};

/**
 * Drops what was read before a moment (ISO 8601) and is not any more: every generation before the live one. Answers the
 * collections that are gone.
 */
export const dropPrevious = async (
  database: Db,
  projections: readonly Projection[],
  before: string,
): Promise<readonly string[]> => {
  const dropped: string[] = [];
  for (const projection of projections) {
    const id = keyOf(projection);
    const found = await generationsOf(database).findOne({ _id: id, switchedAt: { $lt: before } });
    if (!found || found.previous === null) continue;
    for (const filling of await fillingsOf(database, projection.name)) {
      if (filling.version !== projection.version || filling.generation >= found.live) continue;
      await dropFilling(database, filling);
      dropped.push(collectionOf(filling));
    }
    await generationsOf(database).updateOne({ _id: id, previous: found.previous }, { $set: { previous: null } });
  }
  return dropped;
};

/** Drops a filling, its checkpoint and what it held back. */
export const dropFilling = async (database: Db, filling: Filling): Promise<void> => {
  await forgetCheckpoints(database, filling);
  await quarantineOf(database).deleteMany({ projection: collectionOf(filling) });
  await dropCollections(database, filling);
};

const keyOf = ({ name, version }: Filling): string => collectionOf({ name, version });
