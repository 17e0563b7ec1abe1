import type { Db } from 'mongodb';
import { fleetOf, partitionsOf, type Lease, type Partition } from '../engine/partitions/partition.js';
import { collectionOf, type Projection } from '../engine/projection.js';

/** Who takes a partition of the log in, and how far that has come. */
export type PartitionState = Readonly<{
  /** From 0. */
  partition: number;
  /** The process that takes it in; null where none does, or none that was heard of within ten seconds. */
  owner: string | null;
  /** Everything of it up to this log position is in every projection; null where one has not begun. */
  position: number | null;
}>;

/** How the partitions stand at `now` (ISO 8601), in their order. */
export const partitionStates = async (
  database: Db,
  projections: readonly Projection[],
  now: string,
): Promise<readonly PartitionState[]> => {
  const found = await partitionsOf(database).find().sort({ _id: 1 }).toArray();
  const fleet = fleetOf(projections);
  return found.map((partition) => ({
    partition: numberOf(partition),
    owner: ownerOf(partition.leases[fleet], now),
    position: positionOf(partition, projections),
  }));
};

/** Long enough for clocks that differ a little; a lease that is not renewed is taken over sooner. */
const heardWithinMs = 10_000;

const ownerOf = (lease: Lease | undefined, now: string): string | null =>
  lease?.heardAt && Date.parse(now) - Date.parse(lease.heardAt) <= heardWithinMs ? lease.owner : null;

const positionOf = ({ checkpoints }: Partition, projections: readonly Projection[]): number | null => {
  const positions = projections.map((projection) => checkpoints[collectionOf(projection)]?.position ?? -1);
  const least = Math.min(...positions);
  return least === -1 ? null : least;
};

const numberOf = ({ _id: partition }: Partition): number => partition;
