import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Double, Int32, type Document } from 'mongodb';
import { codeOf, idsIn, openServer, type TestServer } from './server.js';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

/** What a document is after an update. */
const after = async (before: Document, update: Document): Promise<Document> => {
  const items = server.collection();
  await items.insertOne({ _id: 1, ...before });
  await items.updateOne({ _id: 1 }, update);
  const { _id, ...rest } = (await items.findOne({ _id: 1 })) ?? { _id: 0 };
  return rest;
};

const refusal = async (before: Document, update: Document): Promise<unknown> => {
  const items = server.collection();
  await items.insertOne({ _id: 1, ...before });
  const code = await codeOf(items.updateOne({ _id: 1 }, update));
  expect(await items.findOne({ _id: 1 })).toEqual({ _id: 1, ...before });
  return code;
};

describe('an update of fields', () => {
  it.each<[string, Document, Document, Document]>([
    ['$set puts fields in their place or at the end', { a: 1, b: 2 }, { $set: { a: 5, c: 3 } }, { a: 5, b: 2, c: 3 }],
    ['$set makes documents on the way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
    ['$unset takes fields away', { a: 1, b: { c: 1, d: 2 } }, { $unset: { a: '', 'b.c': '', x: '' } }, { b: { d: 2 } }],
    ['$unset of what no document leads to does nothing', { a: 1 }, { $unset: { 'a.b': '', 'c.d': '' } }, { a: 1 }],
    [
      'a name made of digits is a name',
      { a: { 7: 1 } },
      { $set: { 'a.10': 3, 'a.9': 2, 'b.0': 1 } },
      { a: { 7: 1, 9: 2, 10: 3 }, b: { 0: 1 } },
    ],
    [
      '$inc adds, and starts where nothing is',
      { a: 1, b: 1.5 },
      { $inc: { a: 2, b: 1, c: -4 } },
      { a: 3, b: 2.5, c: -4 },
    ],
    ['$max keeps the greater', { a: 5, b: 5 }, { $max: { a: 3, b: 9, c: 1 } }, { a: 5, b: 9, c: 1 }],
    ['$max goes by the order of types', { a: 5 }, { $max: { a: 'text' } }, { a: 'text' }],
    ['$setOnInsert does nothing to what is there', { a: 1 }, { $setOnInsert: { a: 2, b: 2 } }, { a: 1 }],
  ])('%s', async (_, before, update, expected) => {
    const result = await after(before, update);
    expect(result).toEqual(expected);
    expect(JSON.stringify(result)).toBe(JSON.stringify(expected));
  });

  it.each<[string, Document, Document, number]>([
    ['a field of what is no document', { a: 1 }, { $set: { 'a.b': 1 } }, 28],
    ['the same field twice', { a: 1 }, { $set: { a: 2 }, $inc: { a: 1 } }, 40],
    ['a field and one inside it', { a: {} }, { $set: { a: {}, 'a.b': 1 } }, 40],
    ['$inc of a text', { a: 'x' }, { $inc: { a: 1 } }, 14],
    ['$inc by a text', { a: 1 }, { $inc: { a: 'x' } }, 14],
    ['another id', { a: 1 }, { $set: { _id: 2 } }, 66],
    ['an empty field name', { a: 1 }, { $set: { 'a.': 1 } }, 56],
  ])('is refused for %s, and changes nothing', async (_, before, update, code) => {
    expect(await refusal(before, update)).toBe(code);
  });

  it('tells apart what it found and what it changed', async () => {
    const items = server.collection();
    await items.insertMany([
      { _id: 1, n: 1 },
      { _id: 2, n: 2 },
    ]);
    expect(await items.updateMany({}, { $set: { n: 2 } })).toMatchObject({ matchedCount: 2, modifiedCount: 1 });
    expect(await items.updateOne({ n: 7 }, { $set: { n: 2 } })).toMatchObject({ matchedCount: 0, modifiedCount: 0 });
  });

  it('keeps what JavaScript would lose: 1.0 stays a double, an int an int', async () => {
    const items = server.collection();
    await items.insertOne({ _id: 1, n: 1 });
    await items.updateOne({ _id: 1 }, { $inc: { n: 0.5 } });
    await items.updateOne({ _id: 1 }, { $inc: { n: 0.5 } });
    expect(await items.findOne({}, { promoteValues: false })).toMatchObject({ n: new Double(2) });
    await items.updateOne({ _id: 1 }, { $set: { n: 2 } });
    expect(await items.findOne({}, { promoteValues: false })).toMatchObject({ n: new Int32(2) });
  });
});

describe('a replacement', () => {
  it('leaves nothing but the id', async () => {
    const items = server.collection();
    await items.insertOne({ _id: 1, a: 1 });
    await items.replaceOne({ _id: 1 }, { b: 2 });
    expect(await items.findOne()).toEqual({ _id: 1, b: 2 });
  });

  it('cannot give another id', async () => {
    const items = server.collection();
    await items.insertOne({ _id: 1, a: 1 });
    expect(await codeOf(items.replaceOne({ a: 1 }, { _id: 2, a: 1 } as never))).toBe(66);
  });
});

describe('an upsert', () => {
  it('inserts what its filter says is equal, then its update', async () => {
    const items = server.collection();
    const filter = { _id: 'x', office: 'o1', 'row.status': 'OPEN', n: { $gt: 5 }, $and: [{ kind: { $eq: 'k' } }] };
    const update = { $set: { name: 'n' }, $setOnInsert: { made: 1 }, $inc: { count: 1 } };
    expect(await items.updateOne(filter, update, { upsert: true })).toMatchObject({
      upsertedId: 'x',
      upsertedCount: 1,
      matchedCount: 0,
    });
    expect(await items.findOne({ _id: 'x' })).toEqual({
      _id: 'x',
      office: 'o1',
      row: { status: 'OPEN' },
      kind: 'k',
      name: 'n',
      made: 1,
      count: 1,
    });
  });

  it('takes the id of a replacement or of the filter', async () => {
    const items = server.collection();
    await items.replaceOne({ _id: 'from filter' }, { n: 1 }, { upsert: true });
    await items.replaceOne({ n: 2 }, { _id: 'from replacement', n: 2 } as never, { upsert: true });
    expect(await idsIn(items)).toEqual(['from filter', 'from replacement']);
  });

  it('of many inserts one', async () => {
    const items = server.collection();
    expect(await items.updateMany({ _id: 1, a: 1 }, { $set: { b: 1 } }, { upsert: true })).toMatchObject({
      upsertedCount: 1,
    });
    expect(await items.updateMany({ a: 1 }, { $set: { b: 2 } }, { upsert: true })).toMatchObject({ matchedCount: 1 });
  });
});
