import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, errorOf, openServer, type TestServer } from './server.js';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

describe('a unique index', () => {
  it('refuses a second document with the same values, by insert, update and upsert', async () => {
    const claims = server.collection();
    await claims.createIndex({ dwelling: 1, year: -1 }, { unique: true });
    await claims.insertMany([
      { _id: 1, dwelling: 'd1', year: 2024 },
      { _id: 2, dwelling: 'd1', year: 2025 },
    ]);
    const refused = [
      claims.insertOne({ _id: 3, dwelling: 'd1', year: 2024 }),
      claims.updateOne({ _id: 2 }, { $set: { year: 2024 } }),
      claims.replaceOne({ _id: 3 }, { dwelling: 'd1', year: 2025 }, { upsert: true }),
    ];
    for (const action of refused) expect(await codeOf(action)).toBe(11000);
    expect(await claims.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, dwelling: 'd1', year: 2024 },
      { _id: 2, dwelling: 'd1', year: 2025 },
    ]);
  });

  it('says which index and which values', async () => {
    const claims = server.collection();
    await claims.createIndex({ 'dwelling.id': 1, year: -1 }, { unique: true, name: 'one_claim' });
    await claims.insertOne({ _id: 1, dwelling: { id: 'd1' }, year: 2024 });
    const error = await errorOf(claims.insertOne({ _id: 2, dwelling: { id: 'd1' }, year: 2024 }));
    expect(error).toMatchObject({
      code: 11000,
      keyPattern: { 'dwelling.id': 1, year: -1 },
      keyValue: { 'dwelling.id': 'd1', year: 2024 },
    });
    expect(error?.message).toContain(`collection: ${claims.namespace} index: one_claim dup key:`);
  });

  it('counts a missing field as null, and lets an id be given free and taken again', async () => {
    const claims = server.collection();
    await claims.createIndex({ dwelling: 1 }, { unique: true });
    await claims.insertOne({ _id: 1 });
    expect(await codeOf(claims.insertOne({ _id: 2, dwelling: null }))).toBe(11000);
    await claims.updateOne({ _id: 1 }, { $set: { dwelling: 'd1' } });
    await claims.insertOne({ _id: 2, dwelling: null });
    await claims.deleteOne({ _id: 1 });
    await claims.insertOne({ _id: 3, dwelling: 'd1' });
    expect(await claims.countDocuments()).toBe(2);
  });

  it('holds for each item of an array, but not within one document', async () => {
    const items = server.collection();
    await items.createIndex({ keys: 1 }, { unique: true });
    await items.insertOne({ _id: 1, keys: ['a', 'b', 'a'] });
    expect(await errorOf(items.insertOne({ _id: 2, keys: ['c', 'b'] }))).toMatchObject({ keyValue: { keys: 'b' } });
    await items.insertOne({ _id: 3, keys: ['c'] });
  });

  it('cannot be made over documents that do not allow it, and leaves nothing behind', async () => {
    const items = server.collection();
    await items.insertMany([
      { _id: 1, n: 1 },
      { _id: 2, n: 1 },
    ]);
    expect(await codeOf(items.createIndexes([{ key: { m: 1 } }, { key: { n: 1 }, unique: true }]))).toBe(11000);
    for (const hint of [{ m: 1 }, { n: 1 }] as const) expect(await codeOf(items.find().hint(hint).toArray())).toBe(2);
    await items.insertOne({ _id: 3, n: 1 });
  });

  it('lets two documents swap, as neither is refused for itself', async () => {
    const items = server.collection();
    await items.createIndex({ n: 1 }, { unique: true });
    await items.insertOne({ _id: 1, n: 1 });
    expect(await items.updateOne({ _id: 1 }, { $set: { n: 1, m: 2 } })).toMatchObject({ modifiedCount: 1 });
  });
});

describe('the indexes of a collection', () => {
  it('may be asked for again, and not with other options or keys under one name', async () => {
    const cases = server.collection();
    await cases.createIndex({ a: 1 }, { name: 'first' });
    await cases.createIndex({ a: 1 }, { name: 'first' });
    expect(await codeOf(cases.createIndex({ a: 1 }, { name: 'second' }))).toBe(85);
    expect(await codeOf(cases.createIndex({ b: 1 }, { name: 'first' }))).toBe(86);
    expect(await codeOf(cases.createIndex({ a: 1 }, { name: 'first', unique: true }))).not.toBeNull();
  });
});

describe('a hint', () => {
  it('gives the same answer; one that names no index is refused', async () => {
    const items = server.collection();
    await items.createIndex({ n: 1 });
    await items.insertMany(Array.from({ length: 20 }, (_, i) => ({ _id: i, n: i % 5 })));
    const ids = async (hint: { n: 1 } | { _id: 1 }): Promise<unknown[]> =>
      (
        await items
          .find({ n: { $lt: 2 } })
          .hint(hint)
          .toArray()
      )
        .map(({ _id }) => _id)
        .sort();
    const expected = [0, 1, 5, 6, 10, 11, 15, 16].sort();
    for (const hint of [{ n: 1 }, { _id: 1 }] as const) expect(await ids(hint)).toEqual(expected);
    expect(await codeOf(items.find({ n: 1 }).hint({ m: 1 }).toArray())).toBe(2);
    expect(await items.countDocuments({ n: 1 }, { hint: { n: 1 } })).toBe(4);
  });
});
