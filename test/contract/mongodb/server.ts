import { describe } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { MongoClient, MongoServerError, type Collection, type Db, type Document } from 'mongodb';
import { startDocumentNode } from '../../support/nodes.js';
import { temporaryFolder } from '../../support/process.js';

/** A real server's address, where the suite shall run on one: `mongodb://host:port/some_test`. */
const realAddress = process.env['TEST_MONGODB_URL'];

/** A server to test against, and an empty database on it. */
export type TestServer = Readonly<{
  url: string;
  client: MongoClient;
  database: Db;
  /** A collection that nobody has used before. */
  collection: <T extends Document = AnyDocument>() => Collection<T>;
  close: () => Promise<void>;
}>;

/** Documents whose ids the tests choose. */
export type AnyDocument = Document & { _id: string | number };

/** The embedded node on a folder of its own, or the server that TEST_MONGODB_URL names. */
export const openServer = async (): Promise<TestServer> => {
  if (realAddress !== undefined) return connectTo(realAddress, databaseIn(realAddress), () => Promise.resolve());
  const folder = await temporaryFolder();
  const node = await startDocumentNode(folder.path);
  return connectTo(node.url, 'contract_test', async () => {
    await node.stop();
    await folder.remove();
  });
};

/** Tests of what the embedded node alone does: `why` says what a real server does instead. They run where TEST_MONGODB_URL is not set. */
export const describeEmbedded = (name: string, why: string, tests: () => void): void => {
  if (realAddress === undefined)
    describe(`${name} (the embedded node alone: ${why})`, () => {
      tests();
    });
};

/** Whether the server has `client.bulkWrite`, which came with MongoDB 8.0 (wire version 25). */
export const offersBulkWrite = async ({ database }: TestServer): Promise<boolean> =>
  Number((await database.command({ hello: 1 }))['maxWireVersion']) >= 25;

/** `describe` where the server has what the tests are about; an older one has not, and they say nothing of it. */
export const describeWhere = (offered: boolean): typeof describe.skip => (offered ? describe : describe.skip);

/** The code of the error that an action ends with; null where it succeeds. */
export const codeOf = async (action: Promise<unknown>): Promise<unknown> => (await errorOf(action))?.code ?? null;

/** The server's error that an action ends with; undefined where it succeeds. */
export const errorOf = async (action: Promise<unknown>): Promise<MongoServerError | undefined> => {
  try {
    await action;
    return undefined;
  } catch (error) {
    if (error instanceof MongoServerError) return error;
    throw error;
  }
};

/** The ids of the documents that pass, in their order. */
export const idsIn = async (collection: Collection<AnyDocument>, filter: Document = {}): Promise<unknown[]> =>
  (
    await collection
      .find(filter, { projection: { _id: 1 } })
      .sort({ _id: 1 })
      .toArray()
  ).map(({ _id }) => _id);

/** Tests write and drop: only a database that is named as one for tests is touched. */
const databaseIn = (address: string): string => {
  const name = new URL(address).pathname.slice(1);
  if (!/test/i.test(name))
    throw new Error(`TEST_MONGODB_URL has to name a database with "test" in its name, not '${name}'.`);
  return name;
};

const connectTo = async (url: string, name: string, stop: () => Promise<void>): Promise<TestServer> => {
  const client = await new MongoClient(url).connect();
  const database = client.db(name);
  const used: Collection<never>[] = [];
  return {
    url,
    client,
    database,
    collection: <T extends Document>() => {
      const made = database.collection<T>(`c_${randomUUID().slice(0, 8)}`);
      // Only to be dropped in the end: the documents' type does not matter.
      used.push(made as unknown as Collection<never>);
      return made;
    },
    close: async () => {
      for (const collection of used) await collection.drop();
      await client.close();
      await stop();
    },
  };
};
