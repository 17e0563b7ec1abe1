import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Collection, Filter } from 'mongodb';
import { codeOf, idsIn, openServer, type AnyDocument, type TestServer } from './server.js';

let server: TestServer;
let cases: Collection<AnyDocument>;
beforeAll(async () => {
  server = await openServer();
  cases = server.collection();
  await cases.insertMany(documents);
});
afterAll(() => server.close());

const day = (n: number): Date => new Date(Date.UTC(2024, 2, n));

const documents: AnyDocument[] = [
  { _id: 'int', v: 5 },
  { _id: 'double', v: 5.5 },
  { _id: 'text', v: 'five' },
  { _id: 'digit text', v: '5' },
  { _id: 'null', v: null },
  { _id: 'missing' },
  { _id: 'true', v: true },
  { _id: 'date', v: day(5) },
  { _id: 'array', v: [3, 7] },
  { _id: 'empty array', v: [] },
  { _id: 'nested array', v: [[3, 7]] },
  { _id: 'document', v: { a: 1, b: 2 } },
  { _id: 'turned document', v: { b: 2, a: 1 } },
  { _id: 'texts', v: ['five', null] },
];

const idsOf = async (filter: Filter<AnyDocument>): Promise<unknown[]> =>
  (await cases.find(filter, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id).sort();

const all = documents.map(({ _id }) => _id);
const allBut = (...ids: string[]): unknown[] => all.filter((id) => !ids.includes(String(id))).sort();

describe('equality', () => {
  it.each<[string, Filter<AnyDocument>, string[]]>([
    ['a number equals ints and doubles, and items of arrays', { v: 5 }, ['int']],
    ['a text is no number', { v: '5' }, ['digit text']],
    ['an item of an array', { v: 7 }, ['array']],
    ['an array, whole or as an item', { v: [3, 7] }, ['array', 'nested array']],
    ['an empty array', { v: [] }, ['empty array']],
    ['null: null, missing, and arrays that hold null', { v: null }, ['missing', 'null', 'texts']],
    ['a document with its fields in this order', { v: { a: 1, b: 2 } }, ['document']],
    ['a field inside', { 'v.a': 1 }, ['document', 'turned document']],
    ['a date', { v: day(5) }, ['date']],
    ['a truth value', { v: true }, ['true']],
  ])('%s', async (_, filter, expected) => {
    expect(await idsOf(filter)).toEqual(expected.sort());
  });

  it('$ne is everything else, missing fields too', async () => {
    expect(await idsOf({ v: { $ne: 5 } })).toEqual(allBut('int'));
    expect(await idsOf({ v: { $ne: null } })).toEqual(allBut('null', 'missing', 'texts'));
  });

  it('$in and $nin take several values', async () => {
    expect(await idsOf({ v: { $in: [5, 'five', null] } })).toEqual(['int', 'missing', 'null', 'text', 'texts']);
    expect(await idsOf({ v: { $nin: [5, 'five', null] } })).toEqual(allBut('int', 'text', 'texts', 'null', 'missing'));
    expect(await idsOf({ v: { $in: [] } })).toEqual([]);
    expect(await idsOf({ v: { $nin: [] } })).toEqual(allBut());
  });
});

describe('ranges', () => {
  it.each<[string, Filter<AnyDocument>, string[]]>([
    ['compare numbers with numbers only', { v: { $gt: 4 } }, ['int', 'double', 'array']],
    ['of numbers: $gte and $lte', { v: { $gte: 5, $lte: 5 } }, ['int', 'array']],
    ['of texts', { v: { $gte: '5', $lt: 'g' } }, ['digit text', 'text', 'texts']],
    ['of dates', { v: { $lte: day(5) } }, ['date']],
    ['of truth values', { v: { $gt: false } }, ['true']],
    ['of null: equality', { v: { $gte: null } }, ['missing', 'null', 'texts']],
    ['of null: nothing is greater', { v: { $gt: null } }, []],
    ['two bounds may be met by two items of an array', { v: { $gt: 6, $lt: 4 } }, ['array']],
    ['of documents', { v: { $gt: { a: 1 } } }, ['document', 'turned document']],
  ])('%s', async (_, filter, expected) => {
    expect(await idsOf(filter)).toEqual(expected.sort());
  });

  it('NaN is in no range and equals itself', async () => {
    const numbers = server.collection();
    await numbers.insertMany([
      { _id: 1, n: NaN },
      { _id: 2, n: -Infinity },
      { _id: 3, n: 0 },
    ]);
    expect(await idsIn(numbers, { n: { $lt: 1 } })).toEqual([2, 3]);
    expect(await idsIn(numbers, { n: NaN })).toEqual([1]);
    expect(await idsIn(numbers, { n: { $gte: NaN } })).toEqual([1]);
  });
});

it('a name made of digits is a name', async () => {
  const items = server.collection();
  await items.insertMany([
    { _id: 1, leases: { 123456789012: { epoch: 1 } } },
    { _id: 2, leases: { 123456789012: { epoch: 2 } } },
    { _id: 3, leases: {} },
  ]);
  expect(await idsIn(items, { 'leases.123456789012.epoch': 2 })).toEqual([2]);
  expect(await idsIn(items, { 'leases.123456789012.epoch': null })).toEqual([3]);
});

describe('joined conditions', () => {
  it.each<[string, Filter<AnyDocument>, string[]]>([
    ['$or', { $or: [{ v: 5 }, { v: 'five' }] }, ['int', 'text', 'texts']],
    ['$and', { $and: [{ v: { $gt: 4 } }, { v: { $lt: 6 } }] }, ['int', 'double', 'array']],
    ['fields together with $or', { _id: { $in: ['int', 'text'] }, $or: [{ v: 5 }, { v: 6 }] }, ['int']],
  ])('%s', async (_, filter, expected) => {
    expect(await idsOf(filter)).toEqual(expected.sort());
  });

  it('an empty list of conditions is refused', async () => {
    expect(await codeOf(cases.find({ $or: [] }).toArray())).toBe(2);
  });
});

describe('paths through arrays of documents', () => {
  const duties: AnyDocument[] = [
    {
      _id: 'late',
      duties: [
        { rule: 'R-15', status: 'OPEN', due: day(1) },
        { rule: 'R-27', status: 'KEPT', due: day(9) },
      ],
    },
    {
      _id: 'early',
      duties: [
        { rule: 'R-15', status: 'KEPT', due: day(1) },
        { rule: 'R-27', status: 'OPEN', due: day(9) },
      ],
    },
    { _id: 'none', duties: [] },
    { _id: 'single', duties: { rule: 'R-15', status: 'OPEN', due: day(1) } },
    { _id: 'odd', duties: [5, 'x', { status: null }] },
  ];
  let board: Collection<AnyDocument>;
  beforeAll(async () => {
    board = server.collection();
    await board.insertMany(duties);
  });

  it.each<[string, Filter<AnyDocument>, string[]]>([
    [
      'two conditions may be met by two items',
      { 'duties.status': 'OPEN', 'duties.due': { $lt: day(5) } },
      ['late', 'early', 'single'],
    ],
    ['null in an item', { 'duties.status': null }, ['odd']],
    ['$ne holds only where no item is equal', { 'duties.status': { $ne: 'OPEN' } }, ['none', 'odd']],
  ])('%s', async (_, filter, expected) => {
    expect((await board.find(filter).toArray()).map(({ _id }) => _id).sort()).toEqual(expected.sort());
  });
});
