import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { codeOf, openServer, type AnyDocument, type TestServer } from './server.js';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

describe('a client that wants every write on the journal of a majority', () => {
  it('writes, is told what it wrote, and reads it', async () => {
    const { collectionName } = server.collection();
    const client = await new MongoClient(server.url, {
      writeConcern: { w: 'majority', journal: true },
      readConcern: { level: 'majority' },
      readPreference: 'primary',
    }).connect();
    const keys = client.db(server.database.databaseName).collection<AnyDocument>(collectionName);
    try {
      const rows = ['a', 'b', 'c'].map((_id) => ({ _id, state: 'ACTIVE', wrapped: `w-${_id}` }));
      expect(await keys.insertMany(rows, { ordered: false })).toMatchObject({ insertedCount: 3 });
      const again = keys.insertMany([{ _id: 'b' }, { _id: 'd', state: 'ACTIVE' }], { ordered: false });
      await expect(again).rejects.toMatchObject({ code: 11000, insertedCount: 1 });
      const erased = { $set: { state: 'ERASED', wrapped: '' } };
      expect(await keys.updateOne({ _id: 'a', state: 'ACTIVE' }, erased)).toMatchObject({ modifiedCount: 1 });
      expect(await keys.updateOne({ _id: 'a', state: 'ACTIVE' }, erased)).toMatchObject({ modifiedCount: 0 });
      expect(await keys.replaceOne({ _id: 'b' }, { state: 'ACTIVE', wrapped: 'new' })).toMatchObject({
        modifiedCount: 1,
      });
      const page = keys
        .find({ _id: { $gt: 'a' }, state: 'ACTIVE' })
        .sort({ _id: 1 })
        .limit(2);
      expect(await page.toArray()).toEqual([
        { _id: 'b', state: 'ACTIVE', wrapped: 'new' },
        { _id: 'c', state: 'ACTIVE', wrapped: 'w-c' },
      ]);
      expect(await keys.find({ _id: { $in: ['a', 'x'] } }).toArray()).toEqual([
        { _id: 'a', state: 'ERASED', wrapped: '' },
      ]);
    } finally {
      await client.close();
    }
  });

  it('may name each by itself, and reads at the levels that hold anyway', async () => {
    const items = server.collection();
    const journalled = { writeConcern: { w: 'majority', j: true, wtimeoutMS: 5_000 } } as const;
    await items.insertOne({ _id: 1 }, journalled);
    await items.updateOne({ _id: 1 }, { $set: { n: 1 } }, { writeConcern: { journal: true } });
    await items.deleteOne({ _id: 2 }, { writeConcern: { w: 1 } });
    for (const level of ['local', 'majority', 'available'] as const)
      expect(await items.find({}, { readConcern: { level } }).toArray()).toEqual([{ _id: 1, n: 1 }]);
  });
});

describe('an upsert guarded by $nin', () => {
  /** Asks for a job: one that waits or runs already stays as it is. */
  const ask = (by: string) => ({
    filter: { _id: 'verify', state: { $nin: ['ASKED', 'RUNNING'] } },
    job: { state: 'ASKED', by },
  });

  it('inserts where nothing is, replaces what is over, and is refused as a duplicate by what is not', async () => {
    const jobs = server.collection();
    const put = (by: string) => jobs.replaceOne(ask(by).filter, ask(by).job, { upsert: true });
    expect(await put('first')).toMatchObject({ upsertedId: 'verify', matchedCount: 0 });
    expect(await codeOf(put('second'))).toBe(11000);
    await jobs.updateOne({ _id: 'verify' }, { $set: { state: 'RUNNING' } });
    expect(await codeOf(put('third'))).toBe(11000);
    expect(await jobs.findOne()).toEqual({ _id: 'verify', state: 'RUNNING', by: 'first' });
    await jobs.updateOne({ _id: 'verify' }, { $set: { state: 'DONE' } });
    expect(await put('fourth')).toMatchObject({ matchedCount: 1, modifiedCount: 1, upsertedCount: 0 });
    expect(await jobs.findOne()).toEqual({ _id: 'verify', state: 'ASKED', by: 'fourth' });
  });

  it('takes over no field from the $nin', async () => {
    const jobs = server.collection();
    const filter = { _id: 'verify', state: { $nin: ['ASKED'] } };
    await jobs.updateOne(filter, { $set: { by: 'x' } }, { upsert: true });
    expect(await jobs.findOne()).toEqual({ _id: 'verify', by: 'x' });
  });
});

describe('checkpoints in a document for each partition', () => {
  const partitions = async () => {
    const made = server.collection();
    const lease = (owner: string, epoch: number) => ({ fleet: { owner, epoch } });
    await made.insertMany([
      { _id: 0, leases: lease('me', 3), checkpoints: {} },
      { _id: 1, leases: lease('me', 1), checkpoints: { 'list-v1': { position: 90, caughtUp: false } } },
      { _id: 2, leases: lease('other', 4), checkpoints: { 'list-v1': { position: 5 } } },
    ]);
    return made;
  };
  const held = [
    { _id: 0, 'leases.fleet.epoch': 3 },
    { _id: 1, 'leases.fleet.epoch': 1 },
  ];
  const moved = {
    $max: { 'checkpoints.list-v1.position': 50, 'checkpoints.list-v1.asOf': '2024-03-01' },
    $set: { 'checkpoints.list-v1.caughtUp': true },
  };

  it('move forward only, in those that an $or of guards names, each as it was seen', async () => {
    const made = await partitions();
    expect(await made.updateMany({ $or: held }, moved)).toMatchObject({ matchedCount: 2, modifiedCount: 2 });
    expect((await made.find().sort({ _id: 1 }).toArray()).map(({ checkpoints }) => checkpoints)).toEqual([
      { 'list-v1': { position: 50, asOf: '2024-03-01', caughtUp: true } },
      { 'list-v1': { position: 90, caughtUp: true, asOf: '2024-03-01' } },
      { 'list-v1': { position: 5 } },
    ]);
  });

  it('do not move where a lease was lost, and the count says so', async () => {
    const made = await partitions();
    await made.updateOne({ _id: 1, 'leases.fleet.epoch': 1 }, { $set: { 'leases.fleet': { owner: 'x', epoch: 2 } } });
    expect(await made.updateMany({ $or: held }, moved)).toMatchObject({ matchedCount: 1 });
    expect((await made.findOne({ _id: 1 }))?.['checkpoints']).toEqual({ 'list-v1': { position: 90, caughtUp: false } });
  });

  it('are forgotten one by one, and a lease is given up by setting it to null', async () => {
    const made = await partitions();
    expect(await made.updateMany({}, { $unset: { 'checkpoints.list-v1': '' } })).toMatchObject({
      matchedCount: 3,
      modifiedCount: 2,
    });
    expect(await made.countDocuments({ checkpoints: {} })).toBe(3);
    await made.updateMany({ 'leases.fleet.owner': 'me' }, { $set: { 'leases.fleet': null } });
    expect(await made.countDocuments({ 'leases.fleet': null })).toBe(2);
    const taken = { $set: { 'leases.fleet': { owner: 'me', epoch: 1 } } };
    const free = { _id: 0, 'leases.fleet.epoch': null };
    expect(await made.updateOne(free, taken)).toMatchObject({ modifiedCount: 1 });
    expect(await made.updateOne(free, taken)).toMatchObject({ matchedCount: 0 });
  });

  it('are read by the paths asked for', async () => {
    const made = await partitions();
    const found = await made
      .find({}, { projection: { 'checkpoints.list-v1': 1 } })
      .sort({ _id: 1 })
      .toArray();
    expect(found).toEqual([
      { _id: 0, checkpoints: {} },
      { _id: 1, checkpoints: { 'list-v1': { position: 90, caughtUp: false } } },
      { _id: 2, checkpoints: { 'list-v1': { position: 5 } } },
    ]);
  });
});

describe('a bulk of updates that insert only where nothing is', () => {
  it('leaves what is there as it is, and counts what it made', async () => {
    const deliveries = server.collection();
    await deliveries.insertOne({ _id: 'a', state: 'SENT', attempts: 2 });
    const result = await deliveries.bulkWrite(
      ['a', 'b'].map((_id) => ({
        updateOne: { filter: { _id }, update: { $setOnInsert: { state: 'WAITING', attempts: 0 } }, upsert: true },
      })),
      { ordered: false },
    );
    expect(result).toMatchObject({ matchedCount: 1, modifiedCount: 0, upsertedCount: 1 });
    const failed = { $set: { lastError: 'x' }, $inc: { attempts: 1 } };
    expect(await deliveries.updateOne({ _id: 'b', state: 'WAITING' }, failed)).toMatchObject({ modifiedCount: 1 });
    expect(await deliveries.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 'a', state: 'SENT', attempts: 2 },
      { _id: 'b', state: 'WAITING', attempts: 1, lastError: 'x' },
    ]);
  });
});
