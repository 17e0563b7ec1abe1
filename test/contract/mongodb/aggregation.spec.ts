import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Long, type Collection, type Document } from 'mongodb';
import { codeOf, openServer, type AnyDocument, type TestServer } from './server.js';

let server: TestServer;
let cases: Collection<AnyDocument>;

beforeAll(async () => {
  server = await openServer();
  cases = server.collection();
  await cases.createIndexes([{ key: { office: 1, amount: 1 } }, { key: { status: 1 } }]);
  await cases.insertMany([
    {
      _id: 'c1',
      office: 'o1',
      status: 'OPEN',
      amount: 10,
      duties: [
        { rule: 'R-15', paragraph: '10', kept: true },
        { rule: 'R-27', paragraph: '10', kept: false },
      ],
    },
    { _id: 'c2', office: 'o1', status: 'PAID', amount: 30, duties: [{ rule: 'R-15', paragraph: '11', kept: true }] },
    { _id: 'c3', office: 'o2', status: 'OPEN', amount: 20, duties: [], facts: { missed: [{ rule: 'R-15' }] } },
    { _id: 'c4', office: 'o2', status: 'OPEN', amount: null, facts: { missed: [{ rule: 'R-15' }, { rule: 'R-9' }] } },
    { _id: 'c5', office: 'o3', status: 'PAID', duties: [{ rule: 'R-27', kept: true }], facts: { missed: [] } },
  ]);
});
afterAll(() => server.close());

const run = (...pipeline: Document[]): Promise<Document[]> => cases.aggregate(pipeline).toArray();
/** Groups come in no order of their own. */
const inOrder = async (...pipeline: Document[]): Promise<Document[]> =>
  (await run(...pipeline)).sort((a, b) => (JSON.stringify(a['_id']) < JSON.stringify(b['_id']) ? -1 : 1));

describe('stages', () => {
  it('$match, one after another', async () => {
    const found = await run({ $match: { office: { $lt: 'o3' } } }, { $match: { status: 'OPEN' } });
    expect(found.map(({ _id }) => _id).sort()).toEqual(['c1', 'c3', 'c4']);
  });

  it('$unwind gives a document for each item, and none for none', async () => {
    const found = await run({ $unwind: '$duties' });
    expect(found.map(({ _id, duties }) => [_id, duties.rule]).sort()).toEqual([
      ['c1', 'R-15'],
      ['c1', 'R-27'],
      ['c2', 'R-15'],
      ['c5', 'R-27'],
    ]);
  });

  it('$unwind of what is no array, and of an array inside a document', async () => {
    expect(await run({ $match: { _id: 'c1' } }, { $unwind: '$office' })).toMatchObject([{ _id: 'c1', office: 'o1' }]);
    const found = await run({ $unwind: '$facts.missed' });
    expect(found.map(({ _id, facts }) => [_id, facts])).toEqual([
      ['c3', { missed: { rule: 'R-15' } }],
      ['c4', { missed: { rule: 'R-15' } }],
      ['c4', { missed: { rule: 'R-9' } }],
    ]);
  });

  it('$unwind, then a $match and a $group on fields of the items', async () => {
    const found = await inOrder(
      { $match: { office: { $gt: '' } } },
      { $unwind: '$duties' },
      { $match: { 'duties.kept': true } },
      { $group: { _id: { rule: '$duties.rule', paragraph: '$duties.paragraph' }, count: { $sum: 1 } } },
    );
    expect(found).toEqual([
      { _id: { rule: 'R-15', paragraph: '10' }, count: 1 },
      { _id: { rule: 'R-15', paragraph: '11' }, count: 1 },
      { _id: { rule: 'R-27' }, count: 1 },
    ]);
  });

  it('$unwind of an array in a document, then a $group on fields of its items', async () => {
    const byRule = { _id: { rule: '$facts.missed.rule', paragraph: '$facts.missed.paragraph' }, count: { $sum: 1 } };
    expect(await inOrder({ $unwind: '$facts.missed' }, { $group: byRule })).toEqual([
      { _id: { rule: 'R-15' }, count: 2 },
      { _id: { rule: 'R-9' }, count: 1 },
    ]);
  });
});

describe('$group', () => {
  it('counts, and by more than one', async () => {
    expect(await inOrder({ $group: { _id: '$office', n: { $sum: 1 }, twice: { $sum: 2 } } })).toEqual([
      { _id: 'o1', n: 2, twice: 4 },
      { _id: 'o2', n: 2, twice: 4 },
      { _id: 'o3', n: 1, twice: 2 },
    ]);
  });

  it('goes by several fields, by none, and by a constant', async () => {
    expect(await inOrder({ $group: { _id: { office: '$office', status: '$status' }, n: { $sum: 1 } } })).toEqual([
      { _id: { office: 'o1', status: 'OPEN' }, n: 1 },
      { _id: { office: 'o1', status: 'PAID' }, n: 1 },
      { _id: { office: 'o2', status: 'OPEN' }, n: 2 },
      { _id: { office: 'o3', status: 'PAID' }, n: 1 },
    ]);
    expect(await run({ $group: { _id: '$nothing', n: { $sum: 1 } } })).toEqual([{ _id: null, n: 5 }]);
    expect(await run({ $group: { _id: 1, n: { $sum: 2 } } })).toEqual([{ _id: 1, n: 10 }]);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', '__proto__', 'length', 'valueOf'])(
    'takes a field named %s for what it is: missing, or there',
    async (name) => {
      const items = server.collection();
      const path = `$${name}`;
      await items.insertMany([{ _id: 1 }, { _id: 2, deep: {} }]);
      const groups = (id: unknown): Promise<Document[]> =>
        items.aggregate([{ $group: { _id: id, n: { $sum: 1 } } }]).toArray();
      expect(await groups(path)).toEqual([{ _id: null, n: 2 }]);
      expect(await groups(`$deep.${name}`)).toEqual([{ _id: null, n: 2 }]);
      await items.updateOne({ _id: 2 }, { $set: { [name]: 'x', [`deep.${name}`]: 'y' } });
      expect(await groups(path)).toEqual(
        expect.arrayContaining([
          { _id: 'x', n: 1 },
          { _id: null, n: 1 },
        ]),
      );
      expect(await groups(`$deep.${name}`)).toEqual(
        expect.arrayContaining([
          { _id: 'y', n: 1 },
          { _id: null, n: 1 },
        ]),
      );
    },
  );

  it('keeps dates apart that JavaScript has no date for, and every other value as it is', async () => {
    const items = server.collection();
    const far = Long.fromString('9000000000000000');
    const insert = (id: number, milliseconds: Long): Promise<unknown> =>
      server.database.command({ insert: items.collectionName, documents: [{ _id: id, at: dateOf(milliseconds) }] });
    await insert(1, far);
    await insert(2, far);
    await insert(3, far.add(1));
    await items.insertMany([
      { _id: 4, at: 1 },
      { _id: 5, at: Long.ONE },
      { _id: 6, at: '1' },
    ]);
    const found = await items.aggregate([{ $group: { _id: '$at', n: { $sum: 1 } } }]).toArray();
    expect(found.map(({ n }) => n).sort()).toEqual([1, 1, 2, 2]);
  });

  it('refuses what no server takes', async () => {
    for (const fields of [{}, { _id: 1, n: 1 }, { _id: 1, n: { $sum: 1, $avg: 1 } }, { _id: 1, 'a.b': { $sum: 1 } }])
      expect(await codeOf(run({ $group: fields }))).not.toBeNull();
  });

  /** A date of as many milliseconds as a BSON date holds: more than those of JavaScript. */
  const dateOf = (milliseconds: Long): Date => Object.assign(new Date(0), { getTime: () => milliseconds.toNumber() });
});

describe('the cursor of an aggregation', () => {
  it('comes in batches', async () => {
    const numbers = server.collection();
    await numbers.insertMany(Array.from({ length: 500 }, (_, _id) => ({ _id, items: [1] })));
    const pipeline = [{ $match: { _id: { $gte: 100 } } }, { $unwind: '$items' }];
    expect(await numbers.aggregate(pipeline, { batchSize: 33 }).toArray()).toHaveLength(400);
  });

  it('of an empty or missing collection is empty', async () => {
    const pipeline = [{ $group: { _id: null, n: { $sum: 1 } } }];
    expect(await server.collection().aggregate(pipeline).toArray()).toEqual([]);
  });
});

describe('a hint for an aggregation', () => {
  it('gives the same answer; one that names no index is refused', async () => {
    const pipeline = [
      { $match: { $and: [{ office: { $gte: 'o1' } }, { status: 'OPEN' }] } },
      { $group: { _id: '$office', n: { $sum: 1 } } },
    ];
    for (const hint of [{ status: 1 }, { office: 1, amount: 1 }, { _id: 1 }])
      expect(new Set(await cases.aggregate(pipeline, { hint }).toArray())).toEqual(
        new Set([
          { _id: 'o1', n: 1 },
          { _id: 'o2', n: 2 },
        ]),
      );
    expect(await codeOf(cases.aggregate(pipeline, { hint: { nothing: 1 } }).toArray())).toBe(2);
  });
});
