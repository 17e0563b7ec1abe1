import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openServer, type TestServer } from './server.js';

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

  it('answers the document as it was', async () => {
    const items = await queue();
    const taken = await items.findOneAndUpdate({ state: 'DONE' }, { $set: { state: 'TAKEN' } });
    expect(taken).toEqual({ _id: 3, state: 'DONE', at: 0 });
    expect(await items.findOne({ _id: 3 })).toEqual({ _id: 3, state: 'TAKEN', at: 0 });
  });

  it('answers the document as it is after, updated or replaced', async () => {
    const items = await queue();
    const after = { returnDocument: 'after' } as const;
    const taken = await items.findOneAndUpdate({ _id: 1 }, { $set: { state: 'TAKEN' } }, after);
    expect(taken).toEqual({ _id: 1, state: 'TAKEN', at: 3 });
    expect(await items.findOneAndReplace({ _id: 3 }, { x: 1 }, after)).toEqual({ _id: 3, x: 1 });
  });

  it('answers null where nothing is found', async () => {
    const items = await queue();
    const options = { includeResultMetadata: true } as const;
    expect(await items.findOneAndUpdate({ _id: 9 }, { $set: { a: 1 } })).toBeNull();
    const answer = await items.findOneAndUpdate({ _id: 9 }, { $set: { a: 1 } }, options);
    expect(answer).toMatchObject({ value: null, lastErrorObject: { n: 0, updatedExisting: false } });
  });

  it('gives each of many takers another document', async () => {
    const items = server.collection();
    await items.insertMany(Array.from({ length: 30 }, (_, _id) => ({ _id, state: 'WAITING' })));
    const take = () => items.findOneAndUpdate({ state: 'WAITING' }, { $set: { state: 'TAKEN' } });
    const taken = await Promise.all(Array.from({ length: 30 }, take));
    expect(taken).not.toContain(null);
    expect(new Set(taken.map((document) => JSON.stringify(document))).size).toBe(30);
  });
});
