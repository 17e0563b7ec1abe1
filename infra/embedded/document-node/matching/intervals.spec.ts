import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { intersection, pointInterval, union, type Interval, type Intervals } from './intervals.js';

const key = fc.nat({ max: 12 }).map((n) => Buffer.from([n]));
const range = fc
  .tuple(fc.nat({ max: 12 }), fc.integer({ min: 1, max: 5 }))
  .map(([low, length]): Interval => ({ low: Buffer.from([low]), high: Buffer.from([low + length]) }));
const intervals = fc.array(fc.oneof(range, key.map(pointInterval)), { maxLength: 4 });

const holds = (one: Intervals, at: Buffer): boolean =>
  one.some(({ low, high }) => Buffer.compare(low, at) <= 0 && Buffer.compare(at, high) < 0);
const everyKey = Array.from({ length: 20 }, (_, n) => Buffer.from([n]));

describe('intervals', () => {
  it('together hold what any of them holds, in order and apart', () => {
    fc.assert(
      fc.property(intervals, (some) => {
        const all = union(some);
        for (const at of everyKey) expect(holds(all, at)).toBe(holds(some, at));
        all.slice(1).forEach(({ low }, i) => expect(Buffer.compare(all[i]!.high, low)).toBeLessThanOrEqual(0));
      }),
    );
  });

  it('share what both hold; a shared point stays a point', () => {
    fc.assert(
      fc.property(intervals, intervals, (some, others) => {
        const [a, b] = [union(some), union(others)];
        const shared = intersection(a, b);
        for (const at of everyKey) expect(holds(shared, at)).toBe(holds(a, at) && holds(b, at));
      }),
    );
    const point = pointInterval(Buffer.from([3]));
    expect(intersection([point], [{ low: Buffer.from([1]), high: Buffer.from([9]) }])).toEqual([point]);
  });
});
