import { describe, expect, it } from '@jest/globals';
import { parseFilter } from '../matching/filter.js';
import { Collection } from '../storage/collection.js';
import type { Index } from '../storage/index-store.js';
import type { Store } from '../storage/store.js';
import { documentOf } from '../testing/values.js';
import { parseSort } from './index-keys.js';
import { planOf, type Plan } from './planner.js';

// Planning reads nothing.
const noStore = {} as Store;

type Given = Readonly<{ holdsArrays?: boolean }>;

const index = (pattern: Record<string, 1>, { holdsArrays = false }: Given = {}): Index => {
  return {
    name: Object.keys(pattern).join(),
    number: 0,
    fields: parseSort(documentOf(pattern)),
    pattern: documentOf(pattern).raw,
    known: { holdsArrays, clipped: false },
    store: noStore,
  };
};

const plan = (indexes: readonly Index[], filter: object, sort: Record<string, 1 | -1> = {}, limited = true): Plan =>
  planOf(new Collection({ namespace: 'db.c', number: 0, store: noStore, indexes }, () => undefined), {
    filter: parseFilter(documentOf({ ...filter })),
    sort: parseSort(documentOf(sort)),
    limited,
  });

const shape = ({ index: chosen, sorted, reverse, ranges, points }: Plan) => ({
  index: chosen?.name ?? '_id',
  sorted,
  reverse,
  reads: points ? `${points.length} points` : `${ranges.length} ranges`,
});

const worklist = [index({ office: 1, due: 1, _id: 1 }), index({ due: 1 }), index({ office: 1, status: 1, due: 1 })];

describe('a plan', () => {
  it('fetches by ids where the filter names them, and asks no further', () => {
    const found = plan(worklist, { _id: { $in: ['b', 'a', 'b'] } });
    expect(shape(found)).toEqual({ index: '_id', sorted: true, reverse: false, reads: '2 points' });
    expect(found.exact).toBe(true);
    expect(shape(plan(worklist, { _id: 'a', position: { $lt: 5 } }))).toMatchObject({
      index: '_id',
      reads: '1 points',
    });
  });

  it('reads a page in the order of an index', () => {
    expect(shape(plan(worklist, { office: 'o1' }, { due: 1, _id: 1 }))).toEqual({
      index: 'office,due,_id',
      sorted: true,
      reverse: false,
      reads: '1 ranges',
    });
    expect(shape(plan(worklist, { office: 'o1' }, { due: -1, _id: -1 }))).toMatchObject({
      sorted: true,
      reverse: true,
    });
    expect(shape(plan(worklist, { office: 'o1', status: 's' }, { due: 1, _id: 1 }))).toMatchObject({
      index: 'office,status,due',
      sorted: true,
    });
  });

  it('begins a next page where the last one ended', () => {
    const after = { $or: [{ due: { $gt: 5 } }, { due: 5, _id: { $gt: 'x' } }] };
    const found = plan(worklist, { office: 'o1', ...after }, { due: 1, _id: 1 });
    expect(shape(found)).toMatchObject({ index: 'office,due,_id', sorted: true, reads: '2 ranges' });
    const all = plan(worklist, { office: 'o1' }, { due: 1, _id: 1 });
    expect(Buffer.compare(found.ranges[0]!.low!, all.ranges[0]!.low!)).toBe(1);
  });

  it('does not claim an order that the index has not', () => {
    expect(plan(worklist, { office: 'o1' }, { due: 1, _id: -1 }).sorted).toBe(false);
    expect(plan(worklist, { office: { $in: ['o1', 'o2'] } }, { due: -1, office: 1 }).sorted).toBe(false);
    expect(plan([index({ a: 1, b: 1 })], { a: { $in: [1, 2] } }, { b: 1 }).sorted).toBe(false);
    expect(plan([index({ l: 1 }, { holdsArrays: true })], {}, { l: 1 }).sorted).toBe(false);
  });

  it('goes through several values in the order of the index', () => {
    const found = plan([index({ a: 1, b: 1 })], { a: { $in: [2, 1] }, b: { $gt: 0 } }, { a: 1, b: 1 });
    expect(shape(found)).toEqual({ index: 'a,b', sorted: true, reverse: false, reads: '2 ranges' });
  });

  it('uses one condition only on a field that holds arrays', () => {
    const items = [index({ l: 1 }, { holdsArrays: true })];
    const [range] = plan(items, { l: { $gt: 5, $lt: 3 } }).ranges;
    expect(range).toEqual(plan(items, { l: { $gt: 5 } }).ranges[0]);
    expect(plan([index({ l: 1 })], { l: { $gt: 5, $lt: 3 } }).ranges).toEqual([]);
  });

  it('goes through all of a field that a condition does not bound', () => {
    const whole = plan([index({ b: 1, a: 1 })], { b: 1 });
    expect(plan([index({ b: 1, a: 1 })], { b: 1, a: { $ne: 1 } }).ranges).toEqual(whole.ranges);
  });
});
