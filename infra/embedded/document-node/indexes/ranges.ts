import { successor } from '../bson/key.js';
import type { Interval, Intervals } from '../matching/intervals.js';
import type { KeyRange } from './clipping.js';

/** How the bounds of an index' fields translate to ranges of its keys. */
export type Ranges = Readonly<{
  ranges: readonly KeyRange[];
  /** How many fields from the first are bound to single values. */
  points: number;
  /** Whether the field after those is bound to a range. */
  ranged: boolean;
}>;

/** More ranges than this are not made: the scan takes in more and the filter sorts out. */
const mostRanges = 4000;

/** The ranges of keys in which the bounds hold, in the order of the keys. */
export const rangesOf = (bounds: readonly (Intervals | undefined)[]): Ranges => {
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  for (const [i, intervals] of bounds.entries()) {
    if (!intervals || prefixes.length * intervals.length > mostRanges)
      return { ranges: prefixes.map(startingWith), points: i, ranged: false };
    const combined = combine(prefixes, intervals);
    if (!intervals.every(({ point }) => point)) return { ranges: combined.map(toRange), points: i, ranged: true };
    prefixes = combined.map(({ low }) => low);
  }
  return { ranges: prefixes.map(startingWith), points: bounds.length, ranged: false };
};

const combine = (prefixes: readonly Buffer[], intervals: Intervals): Intervals =>
  prefixes[0]?.length === 0 ? intervals : combineEach(prefixes, intervals);

const combineEach = (prefixes: readonly Buffer[], intervals: Intervals): Interval[] =>
  prefixes.flatMap((prefix) =>
    intervals.map(({ low, high }) => ({ low: Buffer.concat([prefix, low]), high: Buffer.concat([prefix, high]) })),
  );

const toRange = ({ low, high }: Interval): KeyRange => ({ low, high });

const startingWith = (prefix: Buffer): KeyRange =>
  prefix.length === 0 ? {} : { low: prefix, high: successor(prefix) };
