import { afterAll, expect, it } from '@jest/globals';
import {
  MongoClientBulkWriteError,
  type AnyClientBulkWriteModel,
  type ClientBulkWriteOptions,
  type ClientBulkWriteResult,
  type Collection,
} from 'mongodb';
import { describeWhere, idsIn, offersBulkWrite, openServer, type AnyDocument } from './server.js';

type Model = AnyClientBulkWriteModel<AnyDocument>;

const server = await openServer();
afterAll(() => server.close());
const describeBulkWrite = describeWhere(await offersBulkWrite(server));

const bulk = (models: readonly Model[], options: ClientBulkWriteOptions = {}): Promise<ClientBulkWriteResult> =>
  server.client.bulkWrite<Record<string, AnyDocument>>(models, options);

const refusalOf = async (action: Promise<unknown>): Promise<MongoClientBulkWriteError> => {
  const error: unknown = await action.then(
    () => new Error('was not refused'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof MongoClientBulkWriteError)) throw error;
  return error;
};

/** The code of each operation that was refused, by its index. */
const refusedIn = ({ writeErrors }: MongoClientBulkWriteError): Record<number, unknown> =>
  Object.fromEntries([...writeErrors].map(([index, { code }]) => [index, code]));

/** Puts a document where none with its id is; refused as a duplicate where one is. */
const putInto = ({ namespace }: Collection<AnyDocument>, { _id, ...replacement }: AnyDocument): Model => ({
  name: 'replaceOne',
  namespace,
  filter: { _id, position: { $lt: 0 } },
  replacement,
  upsert: true,
});

const everything = (collection: Collection<AnyDocument>): Promise<AnyDocument[]> =>
  collection.find().sort({ _id: 1 }).toArray();

describeBulkWrite('one command over several collections', () => {
  it('updates, replaces and upserts in each, and counts it', async () => {
    const [cases, rows] = [server.collection(), server.collection()];
    await cases.insertMany([1, 2, 3].map((_id) => ({ _id, n: 1 })));
    await rows.insertMany(['a', 'b'].map((_id) => ({ _id, n: 1 })));
    const result = await bulk([
      { name: 'updateMany', namespace: rows.namespace, filter: { n: 1 }, update: { $inc: { n: 1 } } },
      { name: 'updateOne', namespace: cases.namespace, filter: { _id: 1 }, update: { $set: { n: 1 } } },
      { name: 'replaceOne', namespace: cases.namespace, filter: { _id: 2 }, replacement: { m: 2 } },
      { name: 'updateOne', namespace: rows.namespace, filter: { _id: 'd' }, update: { $set: { n: 4 } }, upsert: true },
      { name: 'replaceOne', namespace: cases.namespace, filter: { _id: 9 }, replacement: { m: 9 }, upsert: true },
    ]);
    expect(result).toMatchObject({ acknowledged: true, matchedCount: 4, modifiedCount: 3, upsertedCount: 2 });
    expect(await everything(cases)).toEqual([
      { _id: 1, n: 1 },
      { _id: 2, m: 2 },
      { _id: 3, n: 1 },
      { _id: 9, m: 9 },
    ]);
    expect(await everything(rows)).toEqual([
      { _id: 'a', n: 2 },
      { _id: 'b', n: 2 },
      { _id: 'd', n: 4 },
    ]);
  });

  it('makes the collections that are not there, in several databases', async () => {
    const rows = server.collection();
    const other = server.client.db(`${server.database.databaseName}_bulk_test`);
    const others = other.collection<AnyDocument>('made');
    await bulk([putInto(rows, { _id: 1 }), putInto(others, { _id: 2 })]);
    expect([await idsIn(rows), await idsIn(others)]).toEqual([[1], [2]]);
    await other.dropDatabase();
  });

  it('changes nothing, and makes nothing, where it updates what is not there', async () => {
    const { namespace, collectionName } = server.collection();
    const result = await bulk([{ name: 'updateOne', namespace, filter: {}, update: { $set: { n: 1 } } }]);
    expect(result).toMatchObject({ matchedCount: 0, upsertedCount: 0 });
    expect(await server.database.listCollections({ name: collectionName }, { nameOnly: true }).toArray()).toEqual([]);
  });

  it('is told of nothing where it is not acknowledged, and is done all the same', async () => {
    const rows = server.collection();
    const options = { ordered: false, writeConcern: { w: 0 } } as const;
    expect(await bulk([putInto(rows, { _id: 1 })], options)).toMatchObject({ acknowledged: false });
    while ((await rows.countDocuments()) !== 1);
    expect(await idsIn(rows)).toEqual([1]);
  });
});

describeBulkWrite('an operation that is refused', () => {
  it('ends an ordered command: what was before it is written, what comes after is not', async () => {
    const [cases, rows] = [server.collection(), server.collection()];
    const error = await refusalOf(
      bulk([1, 2, 1, 3].flatMap((_id) => [putInto(cases, { _id }), putInto(rows, { _id: `${_id}` })])),
    );
    expect(refusedIn(error)).toEqual({ 4: 11000 });
    expect(error.partialResult).toMatchObject({ upsertedCount: 4 });
    expect([await idsIn(cases), await idsIn(rows)]).toEqual([
      [1, 2],
      ['1', '2'],
    ]);
  });

  it('is one of many in an unordered command: the others are written, and each refusal is named', async () => {
    const [cases, rows] = [server.collection(), server.collection()];
    const error = await refusalOf(
      bulk(
        [
          putInto(cases, { _id: 1 }),
          putInto(cases, { _id: 1 }),
          putInto(rows, { _id: 1 }),
          putInto(rows, { _id: 1 }),
          putInto(cases, { _id: [1] as never }),
          putInto(rows, { _id: 3 }),
        ],
        { ordered: false },
      ),
    );
    expect(refusedIn(error)).toEqual({ 1: 11000, 3: 11000, 4: 53 });
    expect(error.partialResult).toMatchObject({ upsertedCount: 3 });
    expect(error.writeErrors.get(3)?.message).toContain(`collection: ${rows.namespace} index: _id_ dup key:`);
    expect([await idsIn(cases), await idsIn(rows)]).toEqual([[1], [1, 3]]);
  });

  it('is a guarded upsert that meets a document as new or newer; older ones are replaced, missing ones made', async () => {
    const [cases, rows] = [server.collection(), server.collection()];
    const guarded = ({ namespace }: Collection<AnyDocument>, _id: string, position: number): Model => ({
      name: 'replaceOne',
      namespace,
      filter: { _id, position: { $lt: position } },
      replacement: { _id, position, by: 'bulk' },
      upsert: true,
    });
    const stored = ['a', 'b', 'c'].map((_id, i) => ({ _id, position: 4 + i }));
    for (const collection of [cases, rows]) await collection.insertMany(stored);
    const models = [cases, rows].flatMap((to) => ['a', 'b', 'c', 'd'].map((id) => guarded(to, id, 5)));
    const error = await refusalOf(bulk(models, { ordered: false }));
    expect(refusedIn(error)).toEqual({ 1: 11000, 2: 11000, 5: 11000, 6: 11000 });
    expect(error.writeErrors.get(1)?.message).toContain('index: _id_ dup key: { _id: "b" }');
    expect(error.partialResult).toMatchObject({ matchedCount: 2, modifiedCount: 2, upsertedCount: 2 });
    for (const collection of [cases, rows])
      expect(await everything(collection)).toEqual([
        { _id: 'a', position: 5, by: 'bulk' },
        { _id: 'b', position: 5 },
        { _id: 'c', position: 6 },
        { _id: 'd', position: 5, by: 'bulk' },
      ]);
  });
});

describeBulkWrite('a bulk of more than one command holds', () => {
  it('is split where there are more than 100,000 operations, and indexes count through', async () => {
    const [cases, rows] = [server.collection(), server.collection()];
    await rows.insertOne({ _id: 100_002 });
    const models = Array.from({ length: 100_003 }, (_, _id) => putInto(_id % 2 ? cases : rows, { _id }));
    const error = await refusalOf(bulk(models, { ordered: false }));
    expect(refusedIn(error)).toEqual({ 100_002: 11000 });
    expect(error.partialResult).toMatchObject({ upsertedCount: 100_002 });
    expect([await cases.countDocuments(), await rows.countDocuments()]).toEqual([50_001, 50_002]);
  }, 120_000);

  it('tells of every refusal, however many', async () => {
    const rows = server.collection();
    const models = Array.from({ length: 20_000 }, () => putInto(rows, { _id: 'x'.repeat(50) }));
    const error = await refusalOf(bulk(models, { ordered: false }));
    expect(error.writeErrors.size).toBe(19_999);
    expect(error.partialResult).toMatchObject({ upsertedCount: 1 });
  }, 60_000);
});
