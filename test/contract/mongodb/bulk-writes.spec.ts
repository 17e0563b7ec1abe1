import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MongoBulkWriteError } from 'mongodb';
import { codeOf, idsIn, openServer, type TestServer } from './server.js';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

describe('a bulk of mixed operations', () => {
  it('counts what it inserted, matched, modified, deleted and upserted', async () => {
    const items = server.collection();
    await items.insertMany([
      { _id: 1, n: 1 },
      { _id: 2, n: 1 },
      { _id: 3, n: 2 },
    ]);
    const result = await items.bulkWrite([
      { insertOne: { document: { _id: 4, n: 3 } } },
      { updateMany: { filter: { n: 1 }, update: { $set: { n: 10 } } } },
      { updateOne: { filter: { _id: 3 }, update: { $set: { n: 2 } } } },
      { updateOne: { filter: { _id: 9 }, update: { $set: { n: 9 } }, upsert: true } },
      { replaceOne: { filter: { _id: 2 }, replacement: { m: 2 } } },
      { deleteOne: { filter: { _id: 1 } } },
      { deleteMany: { filter: { n: { $gte: 3 } } } },
    ]);
    expect(result).toMatchObject({
      insertedCount: 1,
      matchedCount: 4,
      modifiedCount: 3,
      upsertedCount: 1,
      deletedCount: 3,
    });
    expect(await items.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 2, m: 2 },
      { _id: 3, n: 2 },
    ]);
  });

  it('stops at the first error where it is ordered', async () => {
    const items = server.collection();
    const insert = items.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 1 }, { _id: 3 }]);
    await expect(insert).rejects.toMatchObject({ code: 11000, insertedCount: 2 });
    expect(await items.countDocuments()).toBe(2);
  });

  it('goes on after errors where it is not ordered, and names each', async () => {
    const items = server.collection();
    const error: unknown = await items
      .insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }, { _id: 2 }, { _id: 3 }], { ordered: false })
      .catch((reason: unknown) => reason);
    if (!(error instanceof MongoBulkWriteError)) throw error;
    expect(error.insertedCount).toBe(3);
    expect([error.writeErrors].flat().map(({ index }) => index)).toEqual([1, 3]);
    expect(await idsIn(items)).toEqual([1, 2, 3]);
  });

  it('is told of nothing where it is not acknowledged, and is done all the same', async () => {
    const items = server.collection();
    await items.insertOne({ _id: 0 });
    await items.insertOne({ _id: 1 }, { writeConcern: { w: 0 } });
    await expectSoon(() => items.countDocuments(), 2);
  });
});

describe('writers at once', () => {
  it('lose none of many increments of one field', async () => {
    const counters = server.collection();
    await counters.insertOne({ _id: 'a', n: 0 });
    await Promise.all(Array.from({ length: 200 }, () => counters.updateOne({ _id: 'a' }, { $inc: { n: 1 } })));
    expect(await counters.findOne({ _id: 'a' })).toEqual({ _id: 'a', n: 200 });
  });

  it('insert one id once', async () => {
    const items = server.collection();
    const codes = await Promise.all(Array.from({ length: 20 }, (_, n) => codeOf(items.insertOne({ _id: 'a', n }))));
    expect(codes.filter((code) => code === null)).toHaveLength(1);
    expect(codes.filter((code) => code === 11000)).toHaveLength(19);
  });

  it('take one lease once, by a condition on what it was', async () => {
    const leases = server.collection();
    await leases.insertOne({ _id: 'lease', holder: null });
    const taken = await Promise.all(
      Array.from({ length: 16 }, (_, holder) => leases.updateOne({ _id: 'lease', holder: null }, { $set: { holder } })),
    );
    expect(taken.filter(({ modifiedCount }) => modifiedCount === 1)).toHaveLength(1);
  });
});

/** Waits for a value by asking again; the test's own time limit ends it. */
const expectSoon = async (ask: () => Promise<unknown>, wanted: unknown): Promise<void> => {
  for (let value = await ask(); value !== wanted; value = await ask());
  expect(await ask()).toBe(wanted);
};
