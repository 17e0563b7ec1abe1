import type { Collection, Db, Document } from 'mongodb';
import { collectionOf, type Filling } from './projection.js';

/** The collection that holds a filling. */
export const openCollection = <Content extends Document>(database: Db, filling: Filling): Collection<Content> =>
  database.collection<Content>(collectionOf(filling));

/** Every filling of a projection that the database holds, of this version and of earlier ones, in any order. */
export const fillingsOf = async (database: Db, name: string): Promise<readonly FoundFilling[]> => {
  const listed = await database.listCollections({}, { nameOnly: true }).toArray();
  return listed.flatMap((one) => fillingNamed(one.name, name));
};

/** A filling as it is found in the database: `generation` is always given. */
export type FoundFilling = Filling & Readonly<{ generation: number }>;

/** Drops the collection of a filling, and the documents that earlier versions kept beside their rows. */
export const dropCollections = async (database: Db, filling: Filling): Promise<void> => {
  for (const name of [collectionOf(filling), `${collectionOf(filling)}-folds`]) await database.collection(name).drop();
};

/** The filling that a collection is, where it is one of this projection: `timeline-v1`, `timeline-v1-g2`. */
const fillingNamed = (collection: string, name: string): readonly FoundFilling[] => {
  if (!collection.startsWith(`${name}-v`)) return [];
  const [, version, generation = '1'] = /^(\d+)(?:-g(\d+))?$/.exec(collection.slice(name.length + 2)) ?? [];
  return version === undefined ? [] : [{ name, version: Number(version), generation: Number(generation) }];
};
