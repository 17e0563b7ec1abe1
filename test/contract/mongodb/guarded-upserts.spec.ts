import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MongoBulkWriteError, type AnyBulkWriteOperation, type Collection } from 'mongodb';
import { openServer, type AnyDocument, type TestServer } from './server.js';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

/** How a projection writes a document: only where the stored one is older. */
const guarded = (id: string, position: number, text: string): AnyBulkWriteOperation<AnyDocument> => ({
  replaceOne: {
    filter: { _id: id, position: { $lt: position } },
    replacement: { _id: id, position, text },
    upsert: true,
  },
});

const write = (collection: Collection<AnyDocument>, ...operations: AnyBulkWriteOperation<AnyDocument>[]) =>
  collection.bulkWrite(operations, { ordered: false });

const refusalOf = async (action: Promise<unknown>): Promise<MongoBulkWriteError> => {
  const error = await action.then(
    () => new Error('was not refused'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof MongoBulkWriteError)) throw error;
  return error;
};

describe('a guarded upsert', () => {
  it('inserts what is not there', async () => {
    const cases = server.collection();
    const result = await write(cases, guarded('a', 1, 'first'), guarded('b', 1, 'first'));
    expect(result).toMatchObject({ matchedCount: 0, modifiedCount: 0, upsertedCount: 2 });
    expect(result.upsertedIds).toEqual({ 0: 'a', 1: 'b' });
    expect(await cases.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 'a', position: 1, text: 'first' },
      { _id: 'b', position: 1, text: 'first' },
    ]);
  });

  it('replaces an older document', async () => {
    const cases = server.collection();
    await write(cases, guarded('a', 1, 'first'));
    const result = await write(cases, guarded('a', 2, 'second'));
    expect(result).toMatchObject({ matchedCount: 1, modifiedCount: 1, upsertedCount: 0 });
    expect(await cases.findOne({ _id: 'a' })).toEqual({ _id: 'a', position: 2, text: 'second' });
  });

  it('is refused as a duplicate where it was applied already, by operation, and the others go on', async () => {
    const cases = server.collection();
    await write(cases, guarded('a', 5, 'kept'));
    const error = await refusalOf(
      write(cases, guarded('a', 5, 'again'), guarded('b', 5, 'new'), guarded('a', 4, 'older')),
    );
    expect(error.code).toBe(11000);
    expect(error.result).toMatchObject({ upsertedCount: 1, matchedCount: 0 });
    const errors = [error.writeErrors].flat();
    expect(errors.map(({ code, index }) => ({ code, index }))).toEqual([
      { code: 11000, index: 0 },
      { code: 11000, index: 2 },
    ]);
    expect(errors[0]?.errmsg).toContain('E11000 duplicate key error collection:');
    expect(errors[0]?.errmsg).toContain('index: _id_ dup key: { _id: "a" }');
    expect(await cases.findOne({ _id: 'a' })).toEqual({ _id: 'a', position: 5, text: 'kept' });
  });

  it('is refused alike where it sets fields instead of replacing', async () => {
    const cases = server.collection();
    const guardedSet = {
      updateOne: {
        filter: { _id: 'a', position: { $lt: 3 } },
        update: { $set: { position: 3 }, $setOnInsert: { made: true } },
        upsert: true,
      },
    };
    expect(await write(cases, guardedSet)).toMatchObject({ upsertedCount: 1 });
    const error = await refusalOf(write(cases, guardedSet));
    expect(error.code).toBe(11000);
    expect(await cases.findOne({ _id: 'a' })).toEqual({ _id: 'a', position: 3, made: true });
  });

  it('moves a checkpoint forward only, by a guard that takes its own position too', async () => {
    const checkpoints = server.collection();
    const move = (position: number) =>
      checkpoints.updateOne(
        { _id: 'worklist', position: { $lte: position } },
        { $set: { position } },
        { upsert: true },
      );
    expect(await move(4)).toMatchObject({ upsertedId: 'worklist' });
    expect(await move(4)).toMatchObject({ matchedCount: 1, modifiedCount: 0 });
    expect(await move(9)).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
    await expect(move(8)).rejects.toMatchObject({ code: 11000 });
    expect(await checkpoints.findOne({ _id: 'worklist' })).toEqual({ _id: 'worklist', position: 9 });
  });

  it('keeps the newest of writers that race, whatever order they come in', async () => {
    const cases = server.collection();
    const positions = Array.from({ length: 40 }, (_, i) => ((i * 17) % 40) + 1);
    await Promise.all(
      positions.map(async (position) => {
        // A first write that loses a race is refused as a duplicate, as on every server; it has to be tried again.
        const operation = guarded('a', position, `at ${position}`);
        const first = await write(cases, operation).catch((error: unknown) => error);
        if (first instanceof MongoBulkWriteError) await write(cases, operation).catch(() => undefined);
      }),
    );
    expect(await cases.find().toArray()).toEqual([{ _id: 'a', position: 40, text: 'at 40' }]);
  });
});
