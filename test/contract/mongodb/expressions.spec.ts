import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Collection } from 'mongodb';
import { codeOf, openServer, type AnyDocument, type TestServer } from './server.js';

let server: TestServer;
let cases: Collection<AnyDocument>;

const day = (n: number): Date => new Date(Date.UTC(2024, 2, n, 10, 30));

beforeAll(async () => {
  server = await openServer();
  cases = server.collection();
  const duties = [
    { rule: 'R-15', kept: true },
    { rule: 'R-27', kept: false },
  ];
  await cases.insertOne({ _id: 'c1', office: 'o1', status: 'OPEN', amount: 10, at: day(1), duties });
});
afterAll(() => server.close());

describe('expressions', () => {
  const value = async (expression: unknown): Promise<unknown> => {
    const [found] = await cases.aggregate([{ $project: { _id: 0, value: expression } }]).toArray();
    return found?.['value'];
  };

  it.each<[string, unknown, unknown]>([
    ['$eq of a path', { $eq: ['$status', 'OPEN'] }, true],
    ['$ne of what is missing and null', { $ne: ['$nothing', null] }, true],
    ['$lt goes by the order of types', { $lt: [5, 'a'] }, true],
    ['$lt: what is missing comes first', { $lt: ['$nothing', null] }, true],
    ['$gte', { $gte: ['$amount', 10] }, true],
    ['$cmp', { $cmp: ['b', 'a'] }, 1],
    ['$in', { $in: ['$status', ['OPEN', 'PAID']] }, true],
    [
      '$and of what is true: texts are, zero and null are not',
      { $and: ['$status', '', { $not: [0] }, { $not: [null] }] },
      true,
    ],
    ['$or', { $or: [0, false, null] }, false],
    ['$cond', { $cond: ['$nothing', 1, 2] }, 2],
    ['$ifNull', { $ifNull: ['$nothing', null, 'x'] }, 'x'],
    ['$add and $multiply', { $add: [1, { $multiply: ['$amount', 2.5] }] }, 26],
    ['$subtract of dates in milliseconds', { $subtract: [day(2), '$at'] }, 86_400_000],
    ['$divide', { $divide: ['$amount', 4] }, 2.5],
    ['a sum with null is null', { $add: ['$nothing', 1] }, null],
    ['$concat', { $concat: ['$office', '/', '$status'] }, 'o1/OPEN'],
    ['$concat with null is null', { $concat: ['$office', '$nothing'] }, null],
    ['$size', { $size: '$duties' }, 2],
    ['a path through an array', '$duties.rule', ['R-15', 'R-27']],
    ['$arrayElemAt', { $arrayElemAt: ['$duties.rule', -1] }, 'R-27'],
    [
      '$filter and $map',
      { $map: { input: { $filter: { input: '$duties', as: 'd', cond: '$$d.kept' } }, as: 'd', in: '$$d.rule' } },
      ['R-15'],
    ],
    ['$dateToString', { $dateToString: { date: '$at', format: '%Y-%m-%d' } }, '2024-03-01'],
    ['$literal', { $literal: '$office' }, '$office'],
    ['$let', { $let: { vars: { o: '$office' }, in: { $concat: ['$$o', '!'] } } }, 'o1!'],
    ['a document of expressions', { a: '$office', b: { $size: '$duties' } }, { a: 'o1', b: 2 }],
  ])('%s', async (_, expression, expected) => {
    expect(await value(expression)).toEqual(expected);
  });

  it('$size of what is no array is refused', async () => {
    expect(await codeOf(value({ $size: '$office' }))).not.toBeNull();
  });
});
