import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idsIn, openServer, type TestServer } from './server.js';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

describe('find and modify', () => {
  const queue = async () => {
    const items = server.collection();
    await items.insertMany([
      { _id: 1, state: 'WAITING', at: 3 },
      { _id: 2, state: 'WAITING', at: 1 },
      { _id: 3, state: 'DONE', at: 0 },
    ]);
    return items;
  };

  it('answers the document as it was, chosen by the order asked for', async () => {
    const items = await queue();
    const taken = await items.findOneAndUpdate({ state: 'WAITING' }, { $set: { state: 'TAKEN' } }, { sort: { at: 1 } });
    expect(taken).toEqual({ _id: 2, state: 'WAITING', at: 1 });
    expect(await items.findOne({ _id: 2 })).toEqual({ _id: 2, state: 'TAKEN', at: 1 });
  });

  it('answers the document as it is after', async () => {
    const items = await queue();
    const options = { returnDocument: 'after' as const, projection: { state: 1, _id: 0 } };
    expect(await items.findOneAndUpdate({ _id: 1 }, { $set: { state: 'TAKEN' } }, options)).toEqual({ state: 'TAKEN' });
  });

  it('answers null where nothing is found, and after an upsert what it made', async () => {
    const items = await queue();
    expect(await items.findOneAndUpdate({ _id: 9 }, { $set: { a: 1 } })).toBeNull();
    expect(await items.findOneAndUpdate({ _id: 9 }, { $set: { a: 1 } }, { upsert: true })).toBeNull();
    const upsert = { upsert: true, returnDocument: 'after' as const, includeResultMetadata: true as const };
    const made = await items.findOneAndUpdate({ _id: 8 }, { $set: { a: 1 } }, upsert);
    expect(made).toMatchObject({
      value: { _id: 8, a: 1 },
      lastErrorObject: { n: 1, updatedExisting: false, upserted: 8 },
    });
  });

  it('replaces, and deletes', async () => {
    const items = await queue();
    expect(await items.findOneAndReplace({ _id: 3 }, { x: 1 }, { returnDocument: 'after' })).toEqual({ _id: 3, x: 1 });
    expect(await items.findOneAndDelete({ state: 'WAITING' }, { sort: { at: -1 } })).toMatchObject({ _id: 1 });
    expect(await idsIn(items)).toEqual([2, 3]);
  });

  it('gives each of many takers another document', async () => {
    const items = server.collection();
    await items.insertMany(Array.from({ length: 30 }, (_, _id) => ({ _id, state: 'WAITING' })));
    const take = () => items.findOneAndUpdate({ state: 'WAITING' }, { $set: { state: 'TAKEN' } }, { sort: { _id: 1 } });
    const taken = await Promise.all(Array.from({ length: 30 }, take));
    expect(taken).not.toContain(null);
    expect(new Set(taken.map((document) => JSON.stringify(document))).size).toBe(30);
  });
});
