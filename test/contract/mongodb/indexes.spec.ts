import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IndexDescription } from 'mongodb';
import { codeOf, describeEmbedded, openServer, type TestServer } from './server.js';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

describe('the indexes of a collection', () => {
  it('may be asked for again, and not with other options or keys under one name', async () => {
    const cases = server.collection();
    await cases.createIndex({ a: 1 }, { name: 'first' });
    await cases.createIndex({ a: 1 }, { name: 'first' });
    expect(await codeOf(cases.createIndex({ a: 1 }, { name: 'second' }))).toBe(85);
    expect(await codeOf(cases.createIndex({ b: 1 }, { name: 'first' }))).toBe(86);
  });
});

describeEmbedded('an index of another kind', 'a real server has it', () => {
  it.each<[string, IndexDescription]>([
    ['that goes down', { key: { a: 1, n: -1 } }],
    ['that is unique', { key: { n: 1 }, unique: true }],
  ])('%s is refused by name, with all that were asked for beside it', async (_, other) => {
    const items = server.collection();
    await items.insertOne({ _id: 1, n: 1 });
    expect(await codeOf(items.createIndexes([{ key: { m: 1 } }, other]))).toBe(238);
    expect(await codeOf(items.find().hint({ m: 1 }).toArray())).toBe(2);
  });

  it('over arrays in two fields leaves nothing behind', async () => {
    const items = server.collection();
    await items.insertMany([
      { _id: 1, n: 1 },
      { _id: 2, n: [1] },
    ]);
    expect(await codeOf(items.createIndexes([{ key: { m: 1 } }, { key: { m: 1, n: 1 } }]))).toBe(238);
    for (const hint of [{ m: 1 }, { m: 1, n: 1 }] as const)
      expect(await codeOf(items.find().hint(hint).toArray())).toBe(2);
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
