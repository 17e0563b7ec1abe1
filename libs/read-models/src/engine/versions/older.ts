import type { Db } from 'mongodb';
import { collectionOf, type Projection } from '../projection.js';
import { dropFilling, generationsOf } from '../rebuild/generations.js';

/** A filling of an earlier version of a projection, and the collection of its documents. */
export type OlderFilling = Readonly<{ name: string; version: number; generation: number; documents: string }>;

/** What earlier versions of a projection have left, the latest version first, of each what was read last first. */
export const olderFillings = async (
  database: Db,
  { name, version }: Pick<Projection, 'name' | 'version'>,
): Promise<readonly OlderFilling[]> => {
  const collections = new Set(
    (await database.listCollections({}, { nameOnly: true }).toArray()).map((one) => one.name),
  );
  const live = new Map((await generationsOf(database).find().toArray()).map((one) => [idOf(one), one.live]));
  const found = [...collections].flatMap((collection) => fillingIn(collection, name));
  const older = found.filter((one) => one.version < version);
  const isLive = (one: Filling): boolean =>
    (live.get(collectionOf({ name, version: one.version })) ?? 1) === one.generation;
  return older
    .toSorted((one, other) => other.version - one.version || Number(isLive(other)) - Number(isLive(one)))
    .map((one) => ({ ...one, documents: documentsIn(collections, collectionOf(one)) }));
};

/** Drops what earlier versions of a projection have left; answers the collections that are gone. */
export const dropOlder = async (
  database: Db,
  projection: Pick<Projection, 'name' | 'version'>,
): Promise<readonly string[]> => {
  const older = await olderFillings(database, projection);
  for (const filling of older) {
    await dropFilling(database, filling, filling.documents);
    await generationsOf(database).deleteOne({ _id: collectionOf({ name: filling.name, version: filling.version }) });
  }
  return older.map(collectionOf);
};

type Filling = Omit<OlderFilling, 'documents'>;

/** The filling that a collection is, where it is one of this projection: `timeline-v1`, `timeline-v1-g2`. */
const fillingIn = (collection: string, name: string): readonly Filling[] => {
  if (!collection.startsWith(`${name}-v`)) return [];
  const [, version, generation = '1'] = /^(\d+)(?:-g(\d+))?$/.exec(collection.slice(name.length + 2)) ?? [];
  return version === undefined ? [] : [{ name, version: Number(version), generation: Number(generation) }];
};

const documentsIn = (collections: ReadonlySet<string>, collection: string): string =>
  collections.has(`${collection}-folds`) ? `${collection}-folds` : collection;

const idOf = ({ _id: id }: Readonly<{ _id: string }>): string => id;
