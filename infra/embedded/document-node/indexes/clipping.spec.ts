import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { clippedKey, clippedRanges, isShort, longestKey, type KeyRange } from './clipping.js';

/** Keys that are alike for long, and differ before, at and behind the places where they are cut. */
const key = fc
  .tuple(fc.constantFrom(1, 1_900, 1_945, 1_946, 1_947, 1_978, 2_100), fc.uint8Array({ maxLength: 3 }))
  .map(([alike, end]) => Buffer.concat([Buffer.alloc(alike, 7), end]));

const ranges = fc.uniqueArray(key, { maxLength: 8, selector: (one) => one.toString('latin1') }).map((bounds) => {
  const sorted = bounds.sort(Buffer.compare);
  return sorted.flatMap((low, i): KeyRange[] => (i % 2 === 0 ? [{ low, ...highAt(sorted, i + 1) }] : []));
});
const highAt = (bounds: readonly Buffer[], at: number): KeyRange => {
  const high = bounds[at];
  return high ? { high } : {};
};

const holds = ({ low, high }: KeyRange, one: Buffer): boolean =>
  (!low || Buffer.compare(low, one) <= 0) && (!high || Buffer.compare(one, high) < 0);

describe('a key that is too long', () => {
  it('is clipped to one that is not, and stays apart from every other', () => {
    fc.assert(
      fc.property(key, key, (one, other) => {
        expect(clippedKey(one).length).toBeLessThanOrEqual(longestKey);
        expect(clippedKey(one).equals(clippedKey(other))).toBe(one.equals(other));
      }),
    );
  });
});

describe('clipped ranges', () => {
  it('hold the clipped key of every key that the ranges held, once', () => {
    fc.assert(
      fc.property(ranges, fc.array(key, { minLength: 1 }), (given, keys) => {
        const clipped = clippedRanges(given);
        for (const one of [...keys, ...given.flatMap(({ low }) => low ?? [])]) {
          const found = clipped.filter((range) => holds(range, clippedKey(one)));
          expect(found.length).toBeGreaterThanOrEqual(given.some((range) => holds(range, one)) ? 1 : 0);
          expect(found.length).toBeLessThan(2);
        }
      }),
    );
  });

  it('hold no other where the ranges are short', () => {
    fc.assert(
      fc.property(ranges, fc.array(key, { minLength: 1 }), (given, keys) => {
        const short = given.filter(isShort);
        const clipped = clippedRanges(short);
        for (const one of keys)
          expect(clipped.some((range) => holds(range, clippedKey(one)))).toBe(short.some((range) => holds(range, one)));
      }),
    );
  });
});
