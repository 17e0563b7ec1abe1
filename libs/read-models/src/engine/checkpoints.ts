import type { Collection, Db } from 'mongodb';
import { duplicatesIn } from './duplicates.js';
import { collectionOf, type Projection } from './projection.js';

/** How far a projection has come. `_id` is its collection. */
export type Checkpoint = Readonly<{
  _id: string;
  /** Everything up to here is in the documents. */
  position: number;
  /** What was recorded before this instant (ISO 8601) is in the documents; absent until that is known. */
  asOf?: string | undefined;
  /** Whether the end of the log had been reached. */
  caughtUp: boolean;
}>;

/** Where checkpoints are kept. */
export const checkpointsOf = (database: Db): Collection<Checkpoint> => database.collection<Checkpoint>('checkpoints');

/** The position of each projection, in the order given; null for one that has no checkpoint yet. */
export const loadPositions = async (
  database: Db,
  projections: readonly Projection[],
): Promise<readonly (number | null)[]> => {
  const ids = projections.map(collectionOf);
  const found = await checkpointsOf(database)
    .find({ _id: { $in: ids } }, { projection: { position: 1 } })
    .toArray();
  const positions = new Map(found.map(({ _id, position }) => [_id, position]));
  return ids.map((id) => positions.get(id) ?? null);
};

/** Moves the checkpoints of all projections forward, never back: another process may be further on. */
export const moveCheckpoints = async (
  database: Db,
  projections: readonly Projection[],
  reached: Omit<Checkpoint, '_id'>,
): Promise<void> => {
  const moves = projections.map((projection) => ({
    updateOne: {
      filter: { _id: collectionOf(projection), position: { $lte: reached.position } },
      update: { $set: reached },
      upsert: true,
    },
  }));
  try {
    await checkpointsOf(database).bulkWrite(moves, { ordered: false });
  } catch (error) {
    // A checkpoint that is further on refuses the upsert as a duplicate.
    if (duplicatesIn(error) === null) throw error;
  }
};
