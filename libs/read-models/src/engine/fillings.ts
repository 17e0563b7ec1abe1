import type { Collection, Db, Document } from 'mongodb';
import { collectionOf, documentsOf, type Filling } from './projection.js';

/** The collection that queries read: the rows of a filling, or its documents where it gives no rows. */
export const openCollection = <Row extends Document>(database: Db, filling: Filling): Collection<Row> =>
  database.collection<Row>(collectionOf(filling));

/** The collection of the documents of a filling. */
export const openDocuments = <Content extends Document>(database: Db, filling: Filling): Collection<Content> =>
  database.collection<Content>(documentsOf(filling));

/** Every filling of a projection that the database holds, of this version and of earlier ones, in any order. */
export const fillingsOf = async (database: Db, name: string): Promise<readonly FoundFilling[]> => {
  const listed = await database.listCollections({}, { nameOnly: true }).toArray();
  const collections = new Set(listed.map((one) => one.name));
  return [...collections].flatMap((collection) => fillingNamed(collection, name, collections));
};

/** A filling as it is found in the database: `generation` is always given. */
export type FoundFilling = Filling & Readonly<{ generation: number }>;

/** Drops the collections of a filling. */
export const dropCollections = async (database: Db, filling: Filling): Promise<void> => {
  for (const name of new Set([collectionOf(filling), documentsOf(filling)])) await database.collection(name).drop();
};

/** The filling that a collection is, where it is one of this projection: `timeline-v1`, `timeline-v1-g2`. */
const fillingNamed = (collection: string, name: string, collections: ReadonlySet<string>): readonly FoundFilling[] => {
  if (!collection.startsWith(`${name}-v`)) return [];
  const [, version, generation = '1'] = /^(\d+)(?:-g(\d+))?$/.exec(collection.slice(name.length + 2)) ?? [];
  if (version === undefined) return [];
  const found = { name, version: Number(version), generation: Number(generation) };
  const documents = documentsOf({ ...found, rows: true });
  return [collections.has(documents) ? { ...found, rows: true } : found];
};
