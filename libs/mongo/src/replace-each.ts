import {
  MongoBulkWriteError,
  MongoClientBulkWriteError,
  type AnyBulkWriteOperation,
  type Collection,
  type Document,
  type MongoClient,
} from 'mongodb';

/** A document that is put in the place of one that matches, or is new where none has its id. */
export type Replacement = Readonly<{ collection: Collection<Document>; filter: Document; replacement: Document }>;

/** One that the server refused, by its place among those given. */
export type Refused = Readonly<{ index: number; code: number; message: string }>;

/**
 * Writes replacements into collections of one client, in any order, with one command where the server knows it (MongoDB 8) and
 * one a collection where not. Answers those that were refused, each by itself. Throws what fails otherwise: an outage, a majority
 * that does not answer, a document that the driver cannot send; some may have been written then.
 */
export const replaceEach = async (
  client: MongoClient,
  replacements: readonly Replacement[],
): Promise<readonly Refused[]> => {
  if (replacements.length === 0) return [];
  return (await takesAllTogether(client)) ? replaceTogether(client, replacements) : replaceApart(replacements);
};

const replaceTogether = async (
  client: MongoClient,
  replacements: readonly Replacement[],
): Promise<readonly Refused[]> => {
  const models = replacements.map(({ collection, filter, replacement }) => ({
    name: 'replaceOne' as const,
    namespace: collection.namespace,
    filter,
    replacement,
    upsert: true,
  }));
  try {
    await client.bulkWrite(models, { ordered: false });
    return [];
  } catch (error) {
    if (!(error instanceof MongoClientBulkWriteError) || error.cause || error.writeConcernErrors.length > 0)
      throw error;
    if (error.writeErrors.size === 0) throw error;
    return [...error.writeErrors].map(([index, { code, message }]) => ({ index, code, message }));
  }
};

const replaceApart = async (replacements: readonly Replacement[]): Promise<readonly Refused[]> => {
  const byCollection = new Map<string, { collection: Collection<Document>; indexes: number[] }>();
  for (const [index, { collection }] of replacements.entries()) {
    const own = byCollection.get(collection.namespace);
    if (own) own.indexes.push(index);
    else byCollection.set(collection.namespace, { collection, indexes: [index] });
  }
  const written = await Promise.allSettled(
    [...byCollection.values()].map(async ({ collection, indexes }) => {
      const operations = indexes.flatMap((index) => operationOf(replacements[index]));
      const refused = await refusedOf(() => collection.bulkWrite(operations, { ordered: false }));
      return refused.map((one) => ({ ...one, index: indexes[one.index] ?? -1 }));
    }),
  );
  return written.flatMap((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
};

const operationOf = (given: Replacement | undefined): AnyBulkWriteOperation[] =>
  given ? [{ replaceOne: { filter: given.filter, replacement: given.replacement, upsert: true } }] : [];

const refusedOf = async (write: () => Promise<unknown>): Promise<readonly Refused[]> => {
  try {
    await write();
    return [];
  } catch (error) {
    if (!(error instanceof MongoBulkWriteError) || error.result.getWriteConcernError() !== undefined) throw error;
    const failures = [error.writeErrors].flat();
    if (failures.length === 0) throw error;
    return failures.map(({ index, code, errmsg = '' }) => ({ index, code, message: errmsg }));
  }
};

/** The wire version of MongoDB 8.0, the first that takes writes to several collections in one command. */
const firstTogether = 25;

const known = new WeakMap<MongoClient, boolean>();

const takesAllTogether = async (client: MongoClient): Promise<boolean> => {
  const found = known.get(client);
  if (found !== undefined) return found;
  const { maxWireVersion } = await client.db('admin').command({ hello: 1 });
  const together = Number(maxWireVersion) >= firstTogether;
  known.set(client, together);
  return together;
};
