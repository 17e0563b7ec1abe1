import type { Filter, LeafFilter } from '../matching/filter.js';
import { contains } from '../matching/intervals.js';
import { present } from '../matching/operators.js';

/**
 * Whether everything that passes the filter surely passes a partial index' own filter too, judged condition by condition: a no
 * may be wrong, a yes never is.
 */
export const filterImplies = (filter: Filter, partial: Filter): boolean => {
  switch (partial.kind) {
    case 'and':
      return partial.parts.every((part) => filterImplies(filter, part));
    case 'or':
      return partial.parts.some((part) => filterImplies(filter, part));
    case 'leaf':
      return somePart(filter, (part) => leafImplies(part, partial));
    default:
      return false;
  }
};

const somePart = (filter: Filter, test: (leaf: LeafFilter) => boolean): boolean => {
  if (filter.kind === 'leaf') return test(filter);
  if (filter.kind === 'and') return filter.parts.some((part) => somePart(part, test));
  return filter.kind === 'or' && filter.parts.length > 0 && filter.parts.every((part) => somePart(part, test));
};

const leafImplies = (leaf: LeafFilter, partial: LeafFilter): boolean => {
  if (leaf.path.text !== partial.path.text) return false;
  if (partial.test === present.test) return !leaf.test(undefined);
  // What the intervals of an exact condition hold passes it; elsewhere they only limit it.
  return (
    partial.exact &&
    contains(partial.intervals ?? [], leaf.intervals ?? partial.intervals ?? []) &&
    leaf.intervals !== undefined
  );
};
