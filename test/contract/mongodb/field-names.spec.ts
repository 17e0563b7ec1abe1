import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Document } from 'mongodb';
import { codeOf, idsIn, openServer, type TestServer } from './server.js';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

/** `{[name]: value}`, where `__proto__` is a field like any other. */
const field = (name: string, value: unknown): Document => {
  const made: Document = {};
  Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true });
  return made;
};

describe.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])('a field named %s', (name) => {
  const filled = async () => {
    const items = server.collection();
    await items.insertMany([{ _id: 1 }, { _id: 2, ...nested('b') }, { _id: 3, ...nested('a') }]);
    await items.updateOne({ _id: 2 }, { $set: field(name, 'b') });
    await items.updateOne({ _id: 3 }, { $set: field(name, 'a') });
    return items;
  };
  const nested = (value: string): Document => ({ deep: field(name, value) });
  const found = (document: Document | null): unknown => Object.entries(document ?? {});

  it('is matched where it is there, and missing where it is not', async () => {
    const items = await filled();
    const ids = (filter: Document) => idsIn(items, filter);
    expect(await ids(field(name, 'a'))).toEqual([3]);
    expect(await ids(field(name, null))).toEqual([1]);
    expect(await ids(field(name, { $in: ['b', 'a'] }))).toEqual([2, 3]);
    expect(await ids(field(name, { $nin: ['b'] }))).toEqual([1, 3]);
    expect(await ids({ [`deep.${name}`]: { $gt: 'a' } })).toEqual([2]);
    await items.createIndexes([{ key: field(name, 1) as never }, { key: { [`deep.${name}`]: 1 } }]);
    expect(await ids(field(name, 'a'))).toEqual([3]);
    expect(await ids({ [`deep.${name}`]: { $gt: 'a' } })).toEqual([2]);
  });

  it('is projected and sorted by', async () => {
    const items = await filled();
    const projection = { ...field('_id', 0), [`deep.${name}`]: 1 };
    expect(await items.find({}, { projection }).sort({ _id: 1 }).toArray()).toEqual([{}, nested('b'), nested('a')]);
    const sorted = await items
      .find()
      .sort(field(name, 1) as never)
      .toArray();
    expect(sorted.map(({ _id }) => _id)).toEqual([1, 3, 2]);
    const deep = await items
      .find()
      .sort({ [`deep.${name}`]: -1 })
      .toArray();
    expect(deep.map(({ _id }) => _id)).toEqual([2, 3, 1]);
  });

  it('is set, kept the greater of, unset, and inserted by an upsert', async () => {
    const items = server.collection();
    await items.updateOne({ _id: 1, [`deep.${name}`]: 1 }, { $set: field(name, 2) }, { upsert: true });
    expect(found(await items.findOne())).toEqual([
      ['_id', 1],
      ['deep', field(name, 1)],
      [name, 2],
    ]);
    await items.updateOne({ _id: 1 }, { $max: { [`deep.${name}`]: 5 }, $inc: field(name, 1) });
    expect(await items.countDocuments({ [`deep.${name}`]: 5, ...field(name, 3) })).toBe(1);
    await items.updateOne({ _id: 1 }, { $unset: { [`deep.${name}`]: '', ...field(name, '') } });
    expect(found(await items.findOne())).toEqual([
      ['_id', 1],
      ['deep', {}],
    ]);
  });

  it('is no operator', async () => {
    const items = await filled();
    expect(await codeOf(items.find({ n: { $gt: 1, ...field(name, 2) } }).toArray())).toBe(2);
    const updates = [{ q: {}, u: { $set: { n: 1 }, ...field(name, { n: 1 }) } }];
    const answer = await server.database.command({ update: items.collectionName, updates });
    expect(answer['writeErrors']).toMatchObject([{ code: 9 }]);
    expect(await idsIn(items)).toEqual([1, 2, 3]);
  });
});
