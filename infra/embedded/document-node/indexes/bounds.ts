import type { FieldPath } from '../bson/path.js';
import type { Filter } from '../matching/filter.js';
import { intersection, union, type Intervals } from '../matching/intervals.js';
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
