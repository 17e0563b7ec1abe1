import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Collection, Document } from 'mongodb';
import { openServer, type AnyDocument, type TestServer } from './server.js';

let server: TestServer;
let cases: Collection<AnyDocument>;
let offices: Collection<AnyDocument>;

const day = (n: number): Date => new Date(Date.UTC(2024, 2, n, 10, 30));

beforeAll(async () => {
  server = await openServer();
  cases = server.collection();
  offices = server.collection();
  await cases.createIndex({ office: 1, amount: 1 });
  await cases.insertMany([
    {
      _id: 'c1',
      office: 'o1',
      status: 'OPEN',
      amount: 10,
      at: day(1),
      duties: [
        { rule: 'R-15', kept: true },
        { rule: 'R-27', kept: false },
      ],
    },
    { _id: 'c2', office: 'o1', status: 'PAID', amount: 30.5, at: day(2), duties: [{ rule: 'R-15', kept: true }] },
    { _id: 'c3', office: 'o2', status: 'OPEN', amount: 20, at: day(2), duties: [] },
    { _id: 'c4', office: 'o2', status: 'OPEN', amount: null, at: day(3) },
    { _id: 'c5', office: 'o3', status: 'PAID', at: day(3), duties: [{ rule: 'R-27', kept: true }] },
  ]);
  await offices.insertMany([
    { _id: 'o1', city: 'Astana' },
    { _id: 'o2', city: 'Almaty' },
  ]);
});
afterAll(() => server.close());

const run = (...pipeline: Document[]): Promise<Document[]> => cases.aggregate(pipeline).toArray();

describe('stages', () => {
  it('$match, $sort, $skip, $limit', async () => {
    const found = await run(
      { $match: { office: { $lt: 'o3' } } },
      { $sort: { amount: -1 } },
      { $skip: 1 },
      { $limit: 2 },
    );
    expect(found.map(({ _id }) => _id)).toEqual(['c3', 'c1']);
  });

  it('the same stages in another order', async () => {
    const found = await run({ $limit: 3 }, { $sort: { _id: -1 } }, { $match: { status: 'OPEN' } }, { $skip: 1 });
    expect(found.map(({ _id }) => _id)).toEqual(['c1']);
  });

  it('$count, which gives nothing for nothing', async () => {
    expect(await run({ $match: { status: 'OPEN' } }, { $count: 'open' })).toEqual([{ open: 3 }]);
    expect(await run({ $match: { status: 'NONE' } }, { $count: 'open' })).toEqual([]);
  });

  it('$project and $unset', async () => {
    expect(await run({ $limit: 1 }, { $project: { status: 1 } })).toEqual([{ _id: 'c1', status: 'OPEN' }]);
    expect(await run({ $limit: 1 }, { $unset: ['duties', 'at', 'amount'] })).toEqual([
      { _id: 'c1', office: 'o1', status: 'OPEN' },
    ]);
    expect(await run({ $limit: 1 }, { $project: { _id: 0, place: '$office', 'deep.status': '$status' } })).toEqual([
      { place: 'o1', deep: { status: 'OPEN' } },
    ]);
  });

  it('$addFields and $set put fields in, beside or inside others', async () => {
    const found = await run(
      { $match: { _id: 'c3' } },
      { $addFields: { 'meta.office': '$office', double: { $multiply: ['$amount', 2] } } },
      { $set: { meta: { status: '$status' }, absent: '$nothing' } },
      { $unset: 'at' },
    );
    expect(found).toEqual([
      {
        _id: 'c3',
        office: 'o2',
        status: 'OPEN',
        amount: 20,
        duties: [],
        meta: { office: 'o2', status: 'OPEN' },
        double: 40,
      },
    ]);
  });

  it('$unwind gives a document for each item, and none for none', async () => {
    const found = await run(
      { $unwind: '$duties' },
      { $project: { rule: '$duties.rule' } },
      { $sort: { _id: 1, rule: 1 } },
    );
    expect(found).toEqual([
      { _id: 'c1', rule: 'R-15' },
      { _id: 'c1', rule: 'R-27' },
      { _id: 'c2', rule: 'R-15' },
      { _id: 'c5', rule: 'R-27' },
    ]);
    const kept = await run(
      { $unwind: { path: '$duties', preserveNullAndEmptyArrays: true } },
      { $project: { duties: 1 } },
    );
    expect(kept).toHaveLength(6);
    expect(kept.filter(({ _id }) => _id === 'c3')).toEqual([{ _id: 'c3' }]);
  });

  it('$replaceRoot', async () => {
    const found = await run(
      { $match: { _id: 'c2' } },
      { $unwind: '$duties' },
      { $replaceRoot: { newRoot: '$duties' } },
    );
    expect(found).toEqual([{ rule: 'R-15', kept: true }]);
  });

  it('$lookup joins by equality, missing with null', async () => {
    const found = await run(
      { $lookup: { from: offices.collectionName, localField: 'office', foreignField: '_id', as: 'where' } },
      { $project: { 'where.city': 1 } },
      { $sort: { _id: 1 } },
    );
    expect(found.map(({ where }) => where)).toEqual([
      [{ city: 'Astana' }],
      [{ city: 'Astana' }],
      [{ city: 'Almaty' }],
      [{ city: 'Almaty' }],
      [],
    ]);
  });

  it('$facet runs several pipelines over the same documents', async () => {
    const found = await run(
      { $match: { status: 'OPEN' } },
      {
        $facet: {
          total: [{ $count: 'n' }],
          first: [{ $sort: { _id: 1 } }, { $limit: 1 }, { $project: { _id: 1 } }],
          none: [{ $match: { _id: 0 } }],
        },
      },
    );
    expect(found).toEqual([{ total: [{ n: 3 }], first: [{ _id: 'c1' }], none: [] }]);
  });
});

describe('$group', () => {
  const grouped = async (id: unknown, fields: Document): Promise<Document[]> =>
    run({ $sort: { _id: 1 } }, { $group: { _id: id, ...fields } }, { $sort: { _id: 1 } });

  it('counts and adds up, leaving out what is no number', async () => {
    const fields = { n: { $sum: 1 }, counted: { $count: {} }, amount: { $sum: '$amount' }, mean: { $avg: '$amount' } };
    expect(await grouped('$office', fields)).toEqual([
      { _id: 'o1', n: 2, counted: 2, amount: 40.5, mean: 20.25 },
      { _id: 'o2', n: 2, counted: 2, amount: 20, mean: 20 },
      { _id: 'o3', n: 1, counted: 1, amount: 0, mean: null },
    ]);
  });

  it('takes the least, greatest, first and last', async () => {
    const fields = {
      least: { $min: '$amount' },
      latest: { $max: '$at' },
      first: { $first: '$_id' },
      last: { $last: '$amount' },
    };
    expect(await grouped('$status', fields)).toEqual([
      { _id: 'OPEN', least: 10, latest: day(3), first: 'c1', last: null },
      { _id: 'PAID', least: 30.5, latest: day(3), first: 'c2', last: null },
    ]);
  });

  it('collects, with and without repeats, leaving out what is missing', async () => {
    const [all] = await grouped(null, { amounts: { $push: '$amount' }, statuses: { $addToSet: '$status' } });
    expect(all?.['amounts']).toEqual([10, 30.5, 20, null]);
    expect(new Set(all?.['statuses'])).toEqual(new Set(['OPEN', 'PAID']));
  });

  it('goes by several fields, and by none', async () => {
    const several = await grouped({ office: '$office', status: '$status' }, { n: { $sum: 1 } });
    expect(several).toEqual([
      { _id: { office: 'o1', status: 'OPEN' }, n: 1 },
      { _id: { office: 'o1', status: 'PAID' }, n: 1 },
      { _id: { office: 'o2', status: 'OPEN' }, n: 2 },
      { _id: { office: 'o3', status: 'PAID' }, n: 1 },
    ]);
    expect(await grouped('$nothing', { n: { $sum: 1 } })).toEqual([{ _id: null, n: 5 }]);
  });

  it('counts by a condition', async () => {
    const late = { $sum: { $cond: [{ $gt: ['$at', day(2)] }, 1, 0] } };
    expect(await grouped(null, { late })).toEqual([{ _id: null, late: 2 }]);
  });
});

describe('the cursor of an aggregation', () => {
  it('comes in batches', async () => {
    const numbers = server.collection();
    await numbers.insertMany(Array.from({ length: 500 }, (_, _id) => ({ _id })));
    const found = await numbers
      .aggregate([{ $match: { _id: { $gte: 100 } } }, { $set: { x: 1 } }], { batchSize: 33 })
      .toArray();
    expect(found).toHaveLength(400);
  });

  it('of an empty or missing collection is empty', async () => {
    const pipeline = [{ $group: { _id: null, n: { $sum: 1 } } }];
    expect(await server.collection().aggregate(pipeline).toArray()).toEqual([]);
  });
});

describe('distinct values', () => {
  it('are those of items too, each once', async () => {
    expect((await cases.distinct('duties.rule')).sort()).toEqual(['R-15', 'R-27']);
    expect(await cases.distinct('status', { office: 'o2' })).toEqual(['OPEN']);
  });
});
