import type { Position } from '@app/event-store';
import type { Db } from 'mongodb';
import { loadCheckpoints, moveEverywhere, movedTo } from './checkpoints.js';
import type { Held } from './partitions/leases.js';
import { partitionOf, partitions, partitionsOf, type Checkpoint } from './partitions/partition.js';
import { KnownRows } from './known-rows.js';
import type { Mac } from './proven.js';
import {
  collectionOf,
  foldOf,
  isJoin,
  isView,
  type Fold,
  type Place,
  type Projection,
  type View,
} from './projection.js';

/** A projection, and where it stood in each partition that is taken in when that began; null for nowhere yet. */
export type Begun = Readonly<{ projection: Projection; from: ReadonlyMap<number, Position | null> }>;

/** A fold, and what is kept of its documents: they themselves, views of them, or both. */
export type Family = Readonly<{ fold: Fold; keepsDocuments: boolean; views: readonly View[] }>;

/** What is taken in of the log: some projections, in some partitions. */
export type Share = Readonly<{
  begun: readonly Begun[];
  families: readonly Family[];
  /** What this process has written of it. */
  known: KnownRows;
  /** Keeps how far all of it has come. Throws `LeaseLost`. */
  save: (reached: Checkpoint) => Promise<void>;
}>;

/** Another process has taken a partition over; what was written of it is as right as what that one writes. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** Some projections in the partitions that this process holds, from where they stand. */
export const shareOf = async (
  database: Db,
  { fleet, epochs }: Held,
  projections: readonly Projection[],
  mac?: Mac,
): Promise<Share> => {
  const collections = projections.map(collectionOf);
  return {
    begun: await begin(database, projections, [...epochs.keys()]),
    families: familiesOf(projections),
    known: new KnownRows(),
    save: async (reached) => {
      const moves = [...epochs].map(([partition, epoch]) => ({
        updateOne: {
          filter: { _id: partition, [`leases.${fleet}.epoch`]: epoch },
          update: movedTo(collections, reached, mac && { mac, partition }),
        },
      }));
      const { matchedCount } = await partitionsOf(database).bulkWrite(moves, { ordered: false });
      if (matchedCount < moves.length) throw new LeaseLost('another process has taken a partition over');
    },
  };
};

/** A filling that nobody follows yet, in every partition. */
export const wholeOf = async (database: Db, filling: Projection, mac?: Mac): Promise<Share> => ({
  begun: await begin(database, [filling], partitions),
  families: familiesOf([filling]),
  known: new KnownRows(),
  save: (reached) => moveEverywhere(database, filling, reached, mac),
});

/** Folds and views, by the fold that they rest on. */
export const familiesOf = (projections: readonly Projection[]): readonly Family[] => {
  const resting = projections.flatMap((projection) => (isJoin(projection) ? [] : [projection]));
  const names = new Set(resting.map((projection) => foldOf(projection).name));
  return [...names].flatMap((name) => {
    const own = resting.filter((projection) => foldOf(projection).name === name);
    const [first] = own;
    const fold = own.find((projection) => !isView(projection)) ?? first;
    return fold ? [{ fold: foldOf(fold), keepsDocuments: !isView(fold), views: own.filter(isView) }] : [];
  });
};

/** Whether a projection has not had an event yet, and is to have it. */
export const isDue = ({ from }: Begun, { stream, position }: Pick<Place, 'stream' | 'position'>): boolean => {
  const reached = from.get(partitionOf(stream));
  return reached === null || (reached !== undefined && position > reached);
};

/** Where that stands which is furthest behind; null where something has not begun. */
export const earliest = (begun: readonly Begun[]): Position | null => {
  const positions = begun.flatMap(({ from }) => [...from.values()]);
  return positions.reduce((one, other) => (one === null || other === null ? null : Math.min(one, other)), Infinity);
};

const begin = async (
  database: Db,
  projections: readonly Projection[],
  of: readonly number[],
): Promise<readonly Begun[]> => {
  const checkpoints = await loadCheckpoints(database, projections);
  return projections.map((projection, index) => ({
    projection,
    from: new Map(of.map((partition) => [partition, checkpoints[index]?.[partition]?.position ?? null])),
  }));
};
