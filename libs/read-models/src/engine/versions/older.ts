import type { Db } from 'mongodb';
import { fillingsOf, type FoundFilling } from '../fillings.js';
import { idOf, collectionOf, type Projection } from '../projection.js';
import { dropFilling, generationsOf } from '../rebuild/generations.js';

/** What earlier versions of a projection have left, the latest version first, of each what was read last first. */
export const olderFillings = async (
  database: Db,
  { name, version }: Pick<Projection, 'name' | 'version'>,
): Promise<readonly FoundFilling[]> => {
  const live = new Map((await generationsOf(database).find().toArray()).map((one) => [idOf(one), one.live]));
  const older = (await fillingsOf(database, name)).filter((one) => one.version < version);
  const isLive = (one: FoundFilling): boolean =>
    (live.get(collectionOf({ name, version: one.version })) ?? 1) === one.generation;
  return older.toSorted((one, other) => other.version - one.version || Number(isLive(other)) - Number(isLive(one)));
};

/** Drops what earlier versions of a projection have left; answers the collections that are gone. */
export const dropOlder = async (
  database: Db,
  projection: Pick<Projection, 'name' | 'version'>,
): Promise<readonly string[]> => {
  const older = await olderFillings(database, projection);
  for (const filling of older) {
    await dropFilling(database, filling);
    await generationsOf(database).deleteOne({ _id: collectionOf({ name: filling.name, version: filling.version }) });
  }
  return older.map(collectionOf);
};
