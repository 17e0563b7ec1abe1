import { someLeaf, type FieldPath, type LeafTest } from '../bson/path.js';
import type { Value } from '../bson/value.js';
import type { Intervals } from './intervals.js';

/** A condition on single values. */
export type Condition = Readonly<{
  test: LeafTest;
  /** Where in an index everything lies that can pass; absent where an index says nothing. */
  intervals?: Intervals;
  /** The value, where the condition is equality with one; what an upsert takes over. */
  equals?: Value;
  /** Whether the intervals say it all: no value in them fails, none outside passes. */
  exact: boolean;
}>;

/** A condition on the values that a path leads to. */
export type LeafFilter = Condition & Readonly<{ kind: 'leaf'; path: FieldPath }>;

/** A filter, ready to be asked about documents and to be planned with. */
export type Filter =
  LeafFilter | Readonly<{ kind: 'and' | 'or'; parts: readonly Filter[] }> | Readonly<{ kind: 'not'; part: Filter }>;

/** Whether a document passes the filter. */
export const matches = (filter: Filter, document: Value): boolean => {
  switch (filter.kind) {
    case 'leaf':
      return someLeaf(document, filter.path, filter.test);
    case 'and':
      return filter.parts.every((part) => matches(part, document));
    case 'or':
      return filter.parts.some((part) => matches(part, document));
    default:
      return !matches(filter.part, document);
  }
};

/** The filter that everything passes. */
export const anything: Filter = { kind: 'and', parts: [] };
