import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, openServer, type TestServer } from './server.js';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

const names = async (): Promise<string[]> =>
  (await server.database.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);

describe('a collection', () => {
  it('is there from its first document on, with an index on its ids', async () => {
    const items = server.collection();
    expect(await names()).not.toContain(items.collectionName);
    await items.insertOne({ _id: 1 });
    expect(await names()).toContain(items.collectionName);
    const named = server.database.listCollections({ name: items.collectionName }, { nameOnly: true });
    expect(await named.toArray()).toEqual([{ name: items.collectionName, type: 'collection' }]);
    expect(await items.find().hint({ _id: 1 }).toArray()).toEqual([{ _id: 1 }]);
  });

  it('is gone when dropped, and a new one of its name knows nothing of it', async () => {
    const items = server.collection();
    await items.createIndex({ a: 1 });
    await items.insertOne({ _id: 1, a: 1 });
    expect(await items.drop()).toBe(true);
    expect(await items.find().toArray()).toEqual([]);
    await items.insertMany([
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
    ]);
    expect(await codeOf(items.find().hint({ a: 1 }).toArray())).toBe(2);
  });
});

describe('a document', () => {
  it('comes back as it went in, field by field in order', async () => {
    const items = server.collection();
    const document = {
      _id: 1,
      z: 'я "quoted" \u0000 zero',
      a: [1, 2.5, null, [], {}, ['x', { y: false }]],
      date: new Date(-1),
      bytes: Buffer.from([0, 255, 1]),
      nested: { b: 1, a: 2 },
      '': 'an empty name',
    };
    await items.insertOne(document);
    const found = await items.findOne({}, { promoteBuffers: true });
    expect(found).toEqual(document);
    expect(Object.keys(found ?? {})).toEqual(Object.keys(document));
  });

  it('has its id first, wherever it was given', async () => {
    const items = server.collection();
    await items.insertOne({ a: 1, _id: 7 });
    expect(Object.keys((await items.findOne()) ?? {})).toEqual(['_id', 'a']);
  });

  it('may be large, and not larger than the limit', async () => {
    const items = server.collection();
    const text = 'x'.repeat(15_000_000);
    await items.insertOne({ _id: 1, text });
    expect((await items.findOne({ _id: 1 }))?.['text']).toHaveLength(text.length);
    expect(await codeOf(items.updateOne({ _id: 1 }, { $set: { more: 'y'.repeat(2_000_000) } }))).not.toBeNull();
    expect(await items.countDocuments({ more: { $ne: null } })).toBe(0);
  });

  it('cannot have an array for an id', async () => {
    expect(await codeOf(server.collection<{ _id: unknown }>().insertOne({ _id: [1] } as never))).not.toBeNull();
  });

  it('with equal ids is one document: 1 and 1.0 are equal, "1" is not', async () => {
    const items = server.collection();
    await items.insertOne({ _id: 1 });
    expect(await items.countDocuments({ _id: 1.0 })).toBe(1);
    expect(await items.countDocuments({ _id: '1' })).toBe(0);
  });
});

describe('a server', () => {
  it('drops a database with all it holds, and no other', async () => {
    const other = server.client.db(`${server.database.databaseName}_dropped_test`);
    const kept = server.collection();
    await kept.insertOne({ _id: 1 });
    await other.collection('a').insertOne({ x: 1 });
    await other.collection('b').insertOne({ x: 1 });
    await other.dropDatabase();
    expect(await other.listCollections({}, { nameOnly: true }).toArray()).toEqual([]);
    expect(await kept.countDocuments()).toBe(1);
  });

  it('answers to ping and hello', async () => {
    expect(await server.database.command({ ping: 1 })).toMatchObject({ ok: 1 });
    const hello = await server.database.command({ hello: 1 });
    expect(hello).toMatchObject({ ok: 1, isWritablePrimary: true, maxBsonObjectSize: 16 * 1024 * 1024 });
    expect(hello['maxWireVersion']).toBeGreaterThanOrEqual(21);
  });

  it('ends a read that takes longer than it may', async () => {
    const items = server.collection();
    await items.insertMany(Array.from({ length: 20_000 }, (_, _id) => ({ _id, text: 'x'.repeat(300) })));
    const slow = items.find({ text: 'y' }).maxTimeMS(1);
    expect(await codeOf(slow.toArray())).toBe(50);
  });
});
