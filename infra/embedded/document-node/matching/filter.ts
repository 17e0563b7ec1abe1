import { someLeaf, type FieldPath, type LeafTest } from '../bson/path.js';
import { Type } from '../bson/types.js';
import { Elements, type Value } from '../bson/value.js';
import type { Intervals } from './intervals.js';

/** A condition on the values that a path leads to. */
export type LeafFilter = Readonly<{
  kind: 'leaf';
  path: FieldPath;
  test: LeafTest;
  /** Whether an array at the end of the path stands for its items too. */
  intoLeaf: boolean;
  /** Where in an index on the path everything lies that can pass; absent where an index says nothing. */
  intervals?: Intervals;
  /** The value, where the condition is equality with one; what an upsert takes over. */
  equals?: Value;
  /** Whether the intervals say it all: no value in them fails, none outside passes. */
  exact: boolean;
}>;

/** A filter, ready to be asked about documents and to be planned with. */
export type Filter =
  | LeafFilter
  | Readonly<{ kind: 'and' | 'or' | 'nor'; parts: readonly Filter[] }>
  | Readonly<{ kind: 'not'; part: Filter }>
  /** `$elemMatch` with conditions on fields of the array's items. */
  | Readonly<{ kind: 'elements'; path: FieldPath; inner: Filter }>
  /** `$elemMatch` with operators on the items themselves. */
  | Readonly<{ kind: 'items'; path: FieldPath; inner: Filter }>;

/** Whether a document passes the filter. */
export const matches = (filter: Filter, document: Value): boolean => {
  switch (filter.kind) {
    case 'leaf':
      return someLeaf(document, filter.path, filter.intoLeaf, filter.test);
    case 'and':
      return filter.parts.every((part) => matches(part, document));
    case 'or':
      return filter.parts.some((part) => matches(part, document));
    case 'nor':
      return !filter.parts.some((part) => matches(part, document));
    case 'not':
      return !matches(filter.part, document);
    default:
      return someLeaf(document, filter.path, false, (value) => someItem(filter, value));
  }
};

type ElementsFilter = Extract<Filter, { kind: 'elements' | 'items' }>;

const someItem = (filter: ElementsFilter, array: Value | undefined): boolean => {
  if (array?.type !== Type.array) return false;
  const elements = new Elements(array.bytes, array.at);
  while (elements.next()) if (itemPasses(filter, elements.value)) return true;
  return false;
};

const itemPasses = (filter: ElementsFilter, item: Value): boolean => {
  if (filter.kind === 'items') return matchesItem(filter.inner, item);
  return (item.type === Type.object || item.type === Type.array) && matches(filter.inner, item);
};

/** Whether one value passes conditions that are meant for it alone: nothing is walked into. */
export const matchesItem = (filter: Filter, item: Value | undefined): boolean => {
  switch (filter.kind) {
    case 'leaf':
      return filter.test(item);
    case 'and':
      return filter.parts.every((part) => matchesItem(part, item));
    case 'or':
      return filter.parts.some((part) => matchesItem(part, item));
    case 'nor':
      return !filter.parts.some((part) => matchesItem(part, item));
    case 'not':
      return !matchesItem(filter.part, item);
    default:
      return someItem(filter, item);
  }
};

/** The filter that everything passes. */
export const anything: Filter = { kind: 'and', parts: [] };
