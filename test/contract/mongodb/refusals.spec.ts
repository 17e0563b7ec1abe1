import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Decimal128, Long, MaxKey, type Collection } from 'mongodb';
import { codeOf, describeEmbedded, errorOf, openServer, type AnyDocument, type TestServer } from './server.js';

let server: TestServer;
let items: Collection<AnyDocument>;
beforeAll(async () => {
  server = await openServer();
  items = server.collection();
  await items.insertOne({ _id: 1, n: 1, a: [1, 2] });
});
afterAll(() => server.close());

const manyNulls = Array.from({ length: 1_000_000 }, () => null);
const manyFields = Object.fromEntries(Array.from({ length: 20_001 }, (_, i) => [`f${i}`, 1 as const]));

describeEmbedded('what the node does not implement', 'a real server implements all of it', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['$where', () => items.find({ $where: 'true' }).toArray()],
    ['$expr', () => items.find({ $expr: { $eq: ['$n', 1] } }).toArray()],
    ['$text', () => items.find({ $text: { $search: 'x' } }).toArray()],
    ['$near', () => items.find({ n: { $near: [0, 0] } }).toArray()],
    ['$mod', () => items.find({ n: { $mod: [2, 1] } }).toArray()],
    ...['$exists', '$type', '$size', '$all', '$elemMatch', '$not'].map((operator): [string, () => Promise<unknown>] => [
      operator,
      () => items.find({ n: { [operator]: 1 } } as never).toArray(),
    ]),
    ['$nor', () => items.find({ $nor: [{ n: 1 }] }).toArray()],
    ['$comment', () => items.find({ $comment: 'x' }).toArray()],
    ['$natural', () => items.find().sort({ $natural: 1 }).toArray()],
    ['a hint by the name', () => items.find().hint('_id_').toArray()],
    ['skip', () => items.find().skip(1).toArray()],
    ['$jsonSchema', () => items.find({ $jsonSchema: {} }).toArray()],
    ['a regular expression', () => items.find({ n: /^(a+)+$/ }).toArray()],
    ['a regular expression', () => items.find({ n: { $ne: /x/ } }).toArray()],
    ['a regular expression', () => items.find({ n: { $in: [1, /x/] } }).toArray()],
    ['a regular expression', () => items.aggregate([{ $match: { n: /x/ } }]).toArray()],
    ['$regex', () => items.find({ n: { $regex: '^x', $options: 'i' } }).toArray()],
    ['a filter of more than 20000 values', () => items.find({ n: { $in: manyNulls } }).toArray()],
    [
      'a filter of more than 20000 values',
      () => items.find({ $or: manyNulls.slice(0, 20_001).map(() => ({ n: 2 })) }).toArray(),
    ],
    ['a filter of more than 20000 values', () => items.deleteOne({ n: { $nin: manyNulls } })],
    [
      'a pipeline stage of more than 20000 values',
      () => items.aggregate([{ $match: { n: { $in: manyNulls } } }]).toArray(),
    ],
    [
      'a pipeline of more than 1000 stages',
      () => items.aggregate(manyNulls.slice(0, 1_001).map(() => ({ $match: {} }))).toArray(),
    ],
    ['a sort of more than 20000 values', () => items.find().sort(manyFields).toArray()],
    ['a projection of more than 20000 values', () => items.find({}, { projection: manyFields }).toArray()],
    ['collation', () => items.find({}, { collation: { locale: 'kk' } }).toArray()],
    ['let', () => items.find({}, { let: { a: 1 } }).toArray()],
    ['tailable', () => items.find({}, { tailable: true }).toArray()],
    ['$slice', () => items.find({}, { projection: { a: { $slice: 1 } } }).toArray()],
    ['a projection of a by b', () => items.find({}, { projection: { a: { b: 1 } } }).toArray()],
    ['a projection that leads through the array a', () => items.find({}, { projection: { 'a.b': 1 } }).toArray()],
    ['making an _id', () => items.updateOne({ n: 99 }, { $set: { b: 1 } }, { upsert: true })],
    ['$rename', () => items.updateOne({}, { $rename: { a: 'b' } })],
    ['$bit', () => items.updateOne({}, { $bit: { n: { and: 1 } } })],
    ['a.$', () => items.updateOne({ a: 1 }, { $set: { 'a.$': 5 } })],
    ['a.$[]', () => items.updateOne({}, { $inc: { 'a.$[]': 5 } })],
    ['arrayFilters', () => items.updateOne({}, { $set: { n: 2 } }, { arrayFilters: [{ x: 1 }] })],
    ['$min', () => items.updateOne({}, { $min: { n: 1 } })],
    ...['$push', '$addToSet', '$pull', '$pop'].map((operator): [string, () => Promise<unknown>] => [
      operator,
      () => items.updateOne({}, { [operator]: { a: 1 } } as never),
    ]),
    ['a path through the array a', () => items.updateOne({}, { $set: { 'a.0': 5 } })],
    ['a path through the array a', () => items.updateOne({}, { $unset: { 'a.b': '' } })],
    ['a path through the array a', () => items.aggregate([{ $unwind: '$a.b' }]).toArray()],
    ['the path a.0 to an item', () => items.find({ 'a.0': 5 }).toArray()],
    ['the option sort', () => items.updateOne({}, { $set: { n: 2 } }, { sort: { n: 1 } })],
    ['the option hint', () => items.updateOne({}, { $set: { n: 2 } }, { hint: { _id: 1 } })],
    ['aggregation pipeline', () => items.updateOne({}, [{ $set: { n: 2 } }])],
    ['$bucket', () => items.aggregate([{ $bucket: { groupBy: '$n', boundaries: [0, 5] } }]).toArray()],
    ['$out', () => items.aggregate([{ $out: 'x' }]).toArray()],
    ['$changeStream', () => items.watch().next()],
    ['$stdDevPop', () => items.aggregate([{ $group: { _id: 1, x: { $stdDevPop: '$n' } } }]).toArray()],
    ...[
      '$sort',
      '$skip',
      '$limit',
      '$count',
      '$lookup',
      '$facet',
      '$project',
      '$addFields',
      '$set',
      '$unset',
      '$replaceRoot',
    ].map((stage): [string, () => Promise<unknown>] => [
      stage,
      () => items.aggregate([{ [stage]: { n: 1 } }]).toArray(),
    ]),
    ...['$avg', '$min', '$max', '$first', '$last', '$push', '$addToSet', '$count'].map(
      (accumulator): [string, () => Promise<unknown>] => [
        accumulator,
        () => items.aggregate([{ $group: { _id: 1, x: { [accumulator]: '$n' } } }]).toArray(),
      ],
    ),
    ['$sum of anything but', () => items.aggregate([{ $group: { _id: 1, n: { $sum: '$n' } } }]).toArray()],
    ['the field path a.b', () => items.aggregate([{ $group: { _id: '$a.b' } }]).toArray()],
    ['$toUpper', () => items.aggregate([{ $group: { _id: { $toUpper: '$a' } } }]).toArray()],
    ['$cond', () => items.aggregate([{ $group: { _id: { $cond: ['$n', 1, 0] } } }]).toArray()],
    ['$$ROOT', () => items.aggregate([{ $group: { _id: '$$ROOT' } }]).toArray()],
    ['$a.0', () => items.aggregate([{ $group: { _id: '$a.0' } }]).toArray()],
    ['$unwind with options', () => items.aggregate([{ $unwind: { path: '$a', includeArrayIndex: 'i' } }]).toArray()],
    ['distinct', () => items.distinct('n')],
    [
      'partialFilterExpression',
      () => items.createIndex({ n: 1 }, { partialFilterExpression: { n: { $exists: true } } }),
    ],
    ['expireAfterSeconds', () => items.createIndex({ at: 1 }, { expireAfterSeconds: 5 })],
    ['sparse', () => items.createIndex({ at: 1 }, { sparse: true })],
    ['an index on at', () => items.createIndex({ at: 'text' })],
    ['$**', () => items.createIndex({ '$**': 1 })],
    ['the command create', () => server.database.createCollection('made')],
    ['the command listDatabases', () => server.client.db('admin').admin().listDatabases()],
    ['the command listIndexes', () => items.indexes()],
    ['the command dropIndexes', () => items.dropIndex('n_1')],
    ['the command renameCollection', () => items.rename('other')],
    ['an array under an index or a sort', () => items.createIndex({ n: 1, a: 1 })],
    ['an array under an index or a sort', () => items.find().sort({ a: 1, n: 1 }).toArray()],
    ['which leads through an array', () => items.createIndex({ 'a.b': 1 })],
    ['findAndModify with remove', () => items.findOneAndDelete({})],
    ['findAndModify with upsert', () => items.findOneAndUpdate({}, { $set: { n: 1 } }, { upsert: true })],
    ['the option sort', () => items.findOneAndUpdate({}, { $set: { n: 1 } }, { sort: { n: 1 } })],
    ['the option fields', () => items.findOneAndUpdate({}, { $set: { n: 1 } }, { projection: { n: 1 } })],
    ['mapReduce', () => server.database.command({ mapReduce: 'x' })],
    ['startTransaction', () => inTransaction()],
    ['snapshot', () => items.find({}, { readConcern: 'snapshot' }).toArray()],
    ['writeConcern', () => items.insertOne({ _id: 2 }, { writeConcern: { w: 2 } })],
  ])('%s is refused by name, with code 238', async (name, action) => {
    const error = await errorOf(action());
    expect(error?.code).toBe(238);
    expect(error?.message).toContain(name);
    expect(error?.message).toContain('is not implemented by the embedded document node');
  });

  it('changes nothing by what it refuses', async () => {
    expect(await items.find().toArray()).toEqual([{ _id: 1, n: 1, a: [1, 2] }]);
    const listed = await server.database.listCollections({}, { nameOnly: true }).toArray();
    expect(listed.map(({ name }) => name)).toEqual([items.collectionName]);
    for (const hint of [{ n: 1, a: 1 }, { 'a.b': 1 }] as const)
      expect(await codeOf(items.find().hint(hint).toArray())).toBe(2);
  });

  it('never calculates with Long or Decimal128, nor compares a Decimal128', async () => {
    const numbers = server.collection();
    await numbers.insertOne({
      _id: 1,
      long: Long.fromString('9007199254740993'),
      decimal: Decimal128.fromString('1.5'),
      double: 1.5,
    });
    for (const action of [
      numbers.updateOne({}, { $inc: { long: 1 } }),
      numbers.updateOne({}, { $inc: { decimal: 1 } }),
      numbers.updateOne({}, { $inc: { n: 1 } }).then(() => numbers.updateOne({}, { $inc: { n: 2 ** 31 - 1 } })),
      numbers.find({ decimal: { $gt: 1 } }).toArray(),
      numbers.find({ n: { $lt: new MaxKey() } }).toArray(),
      numbers.createIndex({ decimal: 1 }),
      numbers.aggregate([{ $group: { _id: '$decimal' } }]).toArray(),
    ])
      expect(await codeOf(action)).toBe(238);
    expect(await numbers.findOne({}, { promoteLongs: false })).toMatchObject({
      long: Long.fromString('9007199254740993'),
      decimal: Decimal128.fromString('1.5'),
      n: 1,
    });
  });

  const inTransaction = (): Promise<unknown> => {
    const session = server.client.startSession();
    return session.withTransaction(() => items.insertOne({ _id: 2 }, { session })).finally(() => session.endSession());
  };
});

describe('what no server takes', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['an unknown command', () => server.database.command({ noSuchCommand: 1 })],
    ['an unknown query operator', () => items.find({ n: { $noSuch: 1 } as never }).toArray()],
    ['an unknown logical operator', () => items.find({ $noSuch: [] } as never).toArray()],
    ['an unknown update operator', () => items.updateOne({}, { $noSuch: { a: 1 } } as never)],
    ['an unknown stage', () => items.aggregate([{ $noSuch: {} }]).toArray()],
    ['an unknown expression', () => items.aggregate([{ $group: { _id: { $noSuch: 1 } } }]).toArray()],
    ['an unknown option', () => server.database.command({ find: items.collectionName, noSuch: 1 })],
    ['$in without a list', () => items.find({ n: { $in: 5 as never } }).toArray()],
    ['a stage of two names', () => items.aggregate([{ $match: {}, $group: { _id: 1 } }]).toArray()],
    ['a sort in no direction', () => server.database.command({ find: items.collectionName, sort: { n: 5 } })],
    ['an index in no direction', () => items.createIndex({ n: 0 as never })],
  ])('%s', async (_, action) => {
    expect(await codeOf(action())).not.toBeNull();
  });

  it('operators beside fields, in a replacement', async () => {
    const updates = [{ q: { _id: 1 }, u: { a: 1, $set: { b: 1 } } }];
    const answer = await server.database.command({ update: items.collectionName, updates });
    expect(answer['writeErrors']).toHaveLength(1);
    expect(await items.findOne({ _id: 1 })).toEqual({ _id: 1, n: 1, a: [1, 2] });
  });
});
