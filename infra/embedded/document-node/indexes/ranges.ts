import { successor } from '../bson/key.js';
import { intersection, union, type Interval, type Intervals } from '../matching/intervals.js';
import type { FieldPath } from '../bson/path.js';
import type { Filter } from '../matching/filter.js';
import type { KeyRange } from './clipping.js';
import type { KeyField } from './index-keys.js';

/** The fields of an index, and whether it holds the items of arrays. */
export type Indexed = Readonly<{ fields: readonly KeyField[]; holdsArrays: boolean }>;

/**
 * Per field of the index where in it all documents lie that pass the filter; undefined where the filter does not say. Two conditions
 * on a field that holds arrays may be met by two items, so only one of them counts.
 */
export const boundsOf = (filter: Filter, { fields, holdsArrays }: Indexed): (Intervals | undefined)[] =>
  fields.map(({ path }) => {
    const conditions = conditionsOn(filter, path);
    return holdsArrays ? conditions[0] : intersectAll(conditions);
  });

/** The smallest first: what is in all is no more than what is in that one. */
const intersectAll = (conditions: readonly Intervals[]): Intervals | undefined => {
  const [first, ...rest] = [...conditions].sort((a, b) => a.length - b.length);
  return first && rest.reduce(intersection, first);
};

/** What a filter says about the field at `path`, each condition by itself. */
const conditionsOn = (filter: Filter, path: FieldPath): Intervals[] => {
  switch (filter.kind) {
    case 'leaf':
      return filter.path.text === path.text && filter.intervals ? [filter.intervals] : [];
    case 'and':
      return filter.parts.flatMap((part) => conditionsOn(part, path));
    case 'or':
      return eitherOf(filter.parts, path);
    default:
      return [];
  }
};

/** Every branch has to say something; of several conditions in a branch the first counts, as it alone holds with arrays too. */
const eitherOf = (parts: readonly Filter[], path: FieldPath): Intervals[] => {
  const branches = parts.map((part) => conditionsOn(part, path)[0]);
  if (branches.includes(undefined)) return [];
  return [union(branches.flatMap((branch) => branch ?? []))];
};

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
