import type { Db } from 'mongodb';
import { partitions, partitionsOf, type Checkpoint } from './partitions/partition.js';
import { collectionOf, type Filling } from './projection.js';

/** How far a projection has come in each partition, by its number; null where it has not begun. */
export type Checkpoints = readonly (Checkpoint | null)[];

/** The checkpoints of each projection, in the order given. */
export const loadCheckpoints = async (
  database: Db,
  projections: readonly Filling[],
): Promise<readonly Checkpoints[]> => {
  const names = projections.map(collectionOf);
  const found = await partitionsOf(database)
    .find({}, { projection: Object.fromEntries(names.map((name) => [pathOf(name), 1])) })
    .toArray();
  const byPartition = new Map(found.map(({ _id, checkpoints }) => [_id, checkpoints]));
  return names.map((name) => partitions.map((partition) => byPartition.get(partition)?.[name] ?? null));
};

/** What a projection has reached in every partition; null where it has not begun in one. */
export const leastOf = (checkpoints: Checkpoints): Checkpoint | null =>
  checkpoints.reduce((one, other) => one && other && lesser(one, other), checkpoints[0] ?? null);

const lesser = (one: Checkpoint, other: Checkpoint): Checkpoint => ({
  position: Math.min(one.position, other.position),
  ...(one.asOf !== undefined && other.asOf !== undefined && { asOf: one.asOf < other.asOf ? one.asOf : other.asOf }),
  caughtUp: one.caughtUp && other.caughtUp,
});

/** The position that each projection includes, in the order given; null for one that has not begun in every partition. */
export const loadPositions = async (
  database: Db,
  projections: readonly Filling[],
): Promise<readonly (number | null)[]> =>
  (await loadCheckpoints(database, projections)).map((checkpoints) => leastOf(checkpoints)?.position ?? null);

/** The update that says of projections that they have come so far: forward, never back; an `asOf` that is not known leaves the one before. */
export const movedTo = (collections: readonly string[], { position, asOf, caughtUp }: Checkpoint) => {
  const each = (fields: object): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      collections.flatMap((name) =>
        Object.entries(fields).map(([field, value]) => [`${pathOf(name)}.${field}`, value]),
      ),
    );
  return { $max: each(asOf === undefined ? { position } : { position, asOf }), $set: each({ caughtUp }) };
};

/** Moves the checkpoint of a filling that nobody follows yet, in every partition. */
export const moveEverywhere = async (database: Db, filling: Filling, reached: Checkpoint): Promise<void> => {
  await partitionsOf(database).updateMany({}, movedTo([collectionOf(filling)], reached));
};

/** Forgets how far a filling has come. */
export const forgetCheckpoints = async (database: Db, filling: Filling): Promise<void> => {
  await partitionsOf(database).updateMany({}, { $unset: { [pathOf(collectionOf(filling))]: '' } });
};

const pathOf = (collection: string): string => `checkpoints.${collection}`;
