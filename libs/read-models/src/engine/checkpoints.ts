import type { Db } from 'mongodb';
import { partitions, partitionsOf, type Checkpoint } from './partitions/partition.js';
import { collectionOf, type Filling } from './projection.js';
import { isProven, provenPosition, type Mac } from './proven.js';

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

/** What makes a checkpoint ours: the MAC, over the partition that it is of. */
export type Proof = Readonly<{ mac: Mac; partition: number }>;

/**
 * The update that says of projections that they have come so far: forward, never back; an `asOf` that is not known leaves the one before.
 * Without a proof nobody will take it for ours: for specs, and for databases that hold nothing else.
 */
export const movedTo = (collections: readonly string[], reached: Checkpoint, proof?: Proof) => {
  const { position, asOf, caughtUp } = reached;
  const each = (fields: (name: string) => object): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      collections.flatMap((name) =>
        Object.entries(fields(name)).map(([field, value]) => [`${pathOf(name)}.${field}`, value]),
      ),
    );
  const forward = each((name) => ({
    position,
    ...(asOf !== undefined && { asOf }),
    ...(proof && { proven: provenPosition(proof.mac, checkpointOf(name, proof.partition), position) }),
  }));
  return { $max: forward, $set: each(() => ({ caughtUp })) };
};

/** Moves the checkpoint of a filling that nobody follows yet, in every partition. */
export const moveEverywhere = async (database: Db, filling: Filling, reached: Checkpoint, mac?: Mac): Promise<void> => {
  const names = [collectionOf(filling)];
  await partitionsOf(database).bulkWrite(
    partitions.map((partition) => ({
      updateOne: { filter: { _id: partition }, update: movedTo(names, reached, mac && { mac, partition }) },
    })),
    { ordered: false },
  );
};

/** The checkpoints of these fillings that are not what this system wrote, as `<collection> in partition <n>`. */
export const movedByHand = async (database: Db, mac: Mac, fillings: readonly Filling[]): Promise<readonly string[]> => {
  const checkpoints = await loadCheckpoints(database, fillings);
  return fillings.map(collectionOf).flatMap((name, index) =>
    (checkpoints[index] ?? []).flatMap((checkpoint, partition) => {
      if (checkpoint === null) return [];
      const isOurs = isProven(mac, checkpointOf(name, partition), checkpoint.position, checkpoint.proven);
      return isOurs ? [] : [`${name} in partition ${partition}`];
    }),
  );
};

/** Gives every checkpoint that is there its MAC; answers how many there are. Once, before there are any: later it would hide who moved one. */
export const proveAsTheyAre = async (database: Db, mac: Mac): Promise<number> => {
  let proven = 0;
  for (const { _id: partition, checkpoints } of await partitionsOf(database).find().toArray())
    for (const [name, checkpoint] of Object.entries(checkpoints)) {
      await partitionsOf(database).updateOne({ _id: partition }, movedTo([name], checkpoint, { mac, partition }));
      proven += 1;
    }
  return proven;
};

const checkpointOf = (collection: string, partition: number): string => `checkpoint ${collection} ${partition}`;

/** Forgets how far a filling has come. */
export const forgetCheckpoints = async (database: Db, filling: Filling): Promise<void> => {
  await partitionsOf(database).updateMany({}, { $unset: { [pathOf(collectionOf(filling))]: '' } });
};

const pathOf = (collection: string): string => `checkpoints.${collection}`;
