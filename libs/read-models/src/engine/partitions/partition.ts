import { createHash } from 'node:crypto';
import { duplicatesIn } from '@app/mongo';
import type { Collection, Db } from 'mongodb';
import { collectionOf, type Projection } from '../projection.js';

/** Into how many partitions the log is split, for as many projectors at most. Another number asks for new documents of all of them: `PartitionsDiffer`. */
export const partitionCount = 16;

/** All of them: 0 to 15. */
export const partitions: readonly number[] = Array.from({ length: partitionCount }, (_, partition) => partition);

/** The partition that a stream belongs to, for ever: the 32-bit FNV-1a hash of its name. */
export const partitionOf = (stream: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < stream.length; index += 1)
    hash = Math.imul(hash ^ stream.charCodeAt(index), 0x01000193) >>> 0;
  return hash % partitionCount;
};

/** How far a projection has come in a partition. */
export type Checkpoint = Readonly<{
  /** Everything up to here is in the documents. */
  position: number;
  /** What was recorded before this instant (ISO 8601) is in the documents; absent until that is known. */
  asOf?: string | undefined;
  /** Whether the end of the log had been reached. */
  caughtUp: boolean;
  /** The position with its MAC; absent where it was written before there were any, or by nobody of ours. */
  proven?: string;
}>;

/** Who takes a partition in, among the processes of one fleet. */
export type Lease = Readonly<{
  /** The process that holds it; null where it was given up. */
  owner: string | null;
  /** Counts its holders: whoever held it before is told apart by it. */
  epoch: number;
  /** When the holder last said that it lives (ISO 8601, by its own clock): others only look whether this changes. */
  heardAt: string | null;
}>;

/** A partition: who takes it in, and how far that has come, in one document: so that only who holds it can move a checkpoint of it. */
export type Partition = Readonly<{
  _id: number;
  /** Into how many partitions the log is split. */
  of: number;
  /** By the fleet. */
  leases: Readonly<Record<string, Lease>>;
  /** By the projection's collection; none where it has not begun. */
  checkpoints: Readonly<Record<string, Checkpoint>>;
}>;

/**
 * The processes that share work with each other: those of the same projections. While a new version comes in beside an old
 * one, each takes in the whole log for its own.
 */
export const fleetOf = (projections: readonly Pick<Projection, 'name' | 'version'>[]): string => {
  const collections = projections.map(({ name, version }) => collectionOf({ name, version }));
  return createHash('sha256').update(collections.toSorted().join()).digest('hex').slice(0, 12);
};

/** Where partitions are kept. */
export const partitionsOf = (database: Db): Collection<Partition> => database.collection<Partition>('partitions');

/** The read models are split into another number of partitions than this version knows. */
export class PartitionsDiffer extends Error {
  override readonly name = 'PartitionsDiffer';
  constructor(stored: number) {
    super(
      `the read models are split into ${stored} partitions, and this version splits them into ${partitionCount}: ` +
        'stop every projector of the other version, drop the collection "partitions" and start again; the log is then read anew',
    );
  }
}

/** Sees to the partitions: those that are there stay as they are. Throws `PartitionsDiffer`. */
export const createPartitions = async (database: Db): Promise<void> => {
  const found = await partitionsOf(database)
    .find({}, { projection: { of: 1 } })
    .toArray();
  const other = found.find(({ of }) => of !== partitionCount);
  if (other) throw new PartitionsDiffer(other.of);
  if (found.length === partitionCount) return;
  const checkpoints = await undividedCheckpoints(database);
  const fresh = { of: partitionCount, leases: {}, checkpoints };
  try {
    await partitionsOf(database).bulkWrite(
      partitions.map((_id) => ({ updateOne: { filter: { _id }, update: { $setOnInsert: fresh }, upsert: true } })),
      { ordered: false },
    );
  } catch (error) {
    // Another process makes them at the same time.
    if (duplicatesIn(error) === null) throw error;
  }
  await database.collection('checkpoints').drop();
};

/** The checkpoints of a version that did not split its work: every partition goes on from them. */
const undividedCheckpoints = async (database: Db): Promise<Partition['checkpoints']> => {
  const found = await database.collection<Checkpoint & { _id: string }>('checkpoints').find().toArray();
  return Object.fromEntries(found.map(({ _id, ...checkpoint }) => [_id, checkpoint]));
};
