import { afterAll, afterEach, beforeEach, expect, it } from '@jest/globals';
import { calculateObjectSize } from 'bson';
import { Long, MongoClient, type Document } from 'mongodb';
import { startDocumentNode } from '../../support/nodes.js';
import { temporaryFolder } from '../../support/process.js';
import {
  codeOf,
  describeEmbedded,
  describeWhere,
  errorOf,
  idsIn,
  offersBulkWrite,
  openServer,
  type AnyDocument,
} from './server.js';

const server = await openServer();
afterAll(() => server.close());
const admin = server.client.db('admin');
const { namespace } = server.collection();
const [nsInfo, first] = [[{ ns: namespace }], { update: 0, filter: { _id: 1 }, updateMods: { n: 1 }, upsert: true }];

describeWhere(await offersBulkWrite(server))(
  'a command that no server takes is refused before anything of it is written',
  () => {
    it.each<[string, Document, number]>([
      ['no operations', { ops: [] }, 16],
      ['a namespace by a number that there is none for', { ops: [first, { ...first, update: 1 }] }, 2],
      ['a namespace without a collection', { ops: [first], nsInfo: [{ ns: 'x' }] }, 73],
      ['an operation that is no document', { ops: [first, 5] }, 14],
    ])('%s', async (_, fields, code) => {
      expect(await codeOf(admin.command({ bulkWrite: 1, errorsOnly: true, nsInfo, ...fields }))).toBe(code);
      expect(await everythingDeleted()).toBe(0);
    });

    it.each<[string, Document]>([
      ['an operation of no known kind', { noSuch: 0 }],
      ['an update without its change', { update: 0, filter: {} }],
      ['an update without its filter', { update: 0, updateMods: { n: 1 } }],
    ])('%s', async (_, operation) => {
      expect(
        await errorOf(admin.command({ bulkWrite: 1, errorsOnly: true, nsInfo, ops: [first, operation] })),
      ).toBeDefined();
      expect(await everythingDeleted()).toBe(0);
    });

    /** How many documents there were: none, where nothing was written. */
    const everythingDeleted = async (): Promise<unknown> =>
      (await server.database.collection(namespace.slice(namespace.indexOf('.') + 1)).deleteMany({})).deletedCount;

    it('one that goes to another database than admin', async () => {
      expect(await codeOf(server.database.command({ bulkWrite: 1, errorsOnly: true, ops: [first], nsInfo }))).toBe(13);
    });
  },
);

describeEmbedded('what the node refuses in a bulk', 'a real server knows these options', () => {
  it.each(['sort', 'arrayFilters', 'collation'])('%s, by name', async (option) => {
    const ops = [{ update: 0, filter: {}, updateMods: { $set: { n: 1 } }, [option]: {} }];
    const command = admin.command({ bulkWrite: 1, errorsOnly: true, ops, nsInfo });
    expect(await errorOf(command)).toMatchObject({ code: 238, message: expect.stringContaining(option) });
  });
});

describeEmbedded('what the application does not send in a bulk', 'a real server takes it', () => {
  it.each<[string, Document]>([
    ['the operation insert', { ops: [{ insert: 0, document: { _id: 2 } }] }],
    ['the operation delete', { ops: [{ delete: 0, filter: {} }] }],
    ['errorsOnly: false', { ops: [first], errorsOnly: false }],
  ])('%s is refused by name', async (name, fields) => {
    const command = admin.command({ bulkWrite: 1, errorsOnly: true, nsInfo, ...fields });
    expect(await errorOf(command)).toMatchObject({ code: 238, message: expect.stringContaining(name) });
  });
});

describeEmbedded('the answer to a bulk', 'a real server sends up to 16 MB at once', () => {
  it('comes in batches of two megabytes', async () => {
    const ops = Array.from({ length: 20_000 }, () => ({
      update: 0,
      filter: { _id: 'x'.repeat(50), position: { $lt: 0 } },
      updateMods: { n: 1 },
      upsert: true,
    }));
    const command = { bulkWrite: 1, errorsOnly: true, ops, nsInfo, ordered: false };
    const answer = await admin.command(command);
    expect(answer).toMatchObject({ nErrors: 19_999, nUpserted: 1 });
    expect(calculateObjectSize(answer)).toBeLessThan(2 * 1024 * 1024 + 1024);
    let [cursor, told] = [answer['cursor'], answer['cursor'].firstBatch.length];
    while (!Long.ZERO.eq(cursor.id)) {
      const more = { getMore: Long.fromValue(cursor.id), collection: '$cmd.bulkWrite' };
      ({ cursor } = await admin.command(more));
      told += cursor.nextBatch.length;
    }
    expect(told).toBe(19_999);
  }, 60_000);
});

describeEmbedded('a node that says it is MongoDB 7', 'a real server says what it is', () => {
  let older: MongoClient;
  let stop: () => Promise<void>;
  beforeEach(async () => {
    const folder = await temporaryFolder();
    const node = await startDocumentNode(folder.path, 0, { DOCUMENT_NODE_WIRE_VERSION: '21' });
    older = await new MongoClient(node.url).connect();
    stop = async () => {
      await older.close();
      await node.stop();
      await folder.remove();
    };
  });
  afterEach(() => stop());

  it('knows no bulkWrite of a client, and writes all else', async () => {
    expect(await older.db('admin').command({ hello: 1 })).toMatchObject({ maxWireVersion: 21 });
    const rows = older.db('old_test').collection<AnyDocument>('rows');
    const bulk = older.bulkWrite([{ name: 'insertOne', namespace: rows.namespace, document: {} }]);
    await expect(bulk).rejects.toMatchObject({ cause: { code: 59, codeName: 'CommandNotFound' } });
    await rows.bulkWrite([{ insertOne: { document: { _id: 2 } } }]);
    expect(await idsIn(rows)).toEqual([2]);
  });

  it('does not start as a server that there is none of', async () => {
    const folder = await temporaryFolder();
    for (const version of ['26', 'new', ''])
      await expect(startDocumentNode(folder.path, 0, { DOCUMENT_NODE_WIRE_VERSION: version })).rejects.toThrow(
        `DOCUMENT_NODE_WIRE_VERSION is '${version}'. Give it a whole number of at most 25.`,
      );
    await folder.remove();
  });
});
