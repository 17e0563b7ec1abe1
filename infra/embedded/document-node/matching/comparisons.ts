import { badValue, notImplemented } from '../errors.js';
import { compareToKey, keyOf, tagOf } from '../bson/key.js';
import type { LeafTest } from '../bson/path.js';
import { itemsOf, numberOf, Type, type Value } from '../bson/value.js';
import { pointInterval, union, type Interval, type Intervals } from './intervals.js';

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

/** `$eq`: the same value in BSON comparison; null also stands for a missing field. */
export const equalTo = (operand: Value): Condition => {
  const key = keyOf(operand);
  const matchesMissing = operand.type === Type.null;
  return {
    test: (value) => (value === undefined ? matchesMissing : isKey(value, key)),
    ...intervalsOf([operand], [key]),
    equals: operand,
    exact: isPlain(operand.type),
  };
};

/** `$in`: any of these values. Throws NotImplemented (238) where one is a regular expression, BadValue (2) where there is no list. */
export const oneOf = (operand: Value): Condition => {
  if (operand.type !== Type.array) throw badValue('$in needs an array');
  const operands = itemsOf(operand);
  if (operands.some(({ type }) => type === Type.regex)) throw notImplemented('a regular expression in a filter');
  const keys = operands.map(keyOf).sort(Buffer.compare);
  const matchesMissing = operands.some(({ type }) => type === Type.null);
  const only = operands.length === 1 ? operands[0] : undefined;
  return {
    test: (value) => (value === undefined ? matchesMissing : includesKey(keys, value)),
    ...intervalsOf(operands, keys),
    ...(only && { equals: only }),
    exact: operands.every(({ type }) => isPlain(type)),
  };
};

/** An index holds an array's items, not the array: it says nothing of arrays that are equal to one. */
const intervalsOf = (operands: readonly Value[], keys: readonly Buffer[]): Pick<Condition, 'intervals'> =>
  operands.some(({ type }) => type === Type.array) ? {} : { intervals: union(keys.map(pointInterval)) };

type Order = '$lt' | '$lte' | '$gt' | '$gte';

/** `$lt`, `$lte`, `$gt`, `$gte`: only among values of the operand's own kind (type bracketing). */
export const inOrder = (order: Order, operand: Value): Condition => {
  const inNoOrder = operand.type === Type.null || Number.isNaN(numberOf(operand));
  return inNoOrder ? onlyEqual(order, operand) : ordered(order, operand);
};

/** Null and NaN are neither less nor greater than anything, but equal to themselves. */
const onlyEqual = (order: Order, operand: Value): Condition =>
  order === '$lte' || order === '$gte' ? { ...equalTo(operand), exact: false } : nothing;

const ordered = (order: Order, operand: Value): Condition => {
  const key = keyOf(operand);
  const tag = tagOf(operand.type);
  const passes = inOrderTests[order];
  return {
    test: (value) =>
      value !== undefined && sameTag(value, tag) && !isNotANumber(value) && passes(compareToKey(value, key)),
    ...(operand.type !== Type.array && { intervals: [orderInterval(order, key, tag)] }),
    exact: isPlain(operand.type),
  };
};

const inOrderTests: Readonly<Record<Order, (order: number) => boolean>> = {
  $lt: (order) => order < 0,
  $lte: (order) => order <= 0,
  $gt: (order) => order > 0,
  $gte: (order) => order >= 0,
};

const orderInterval = (order: Order, key: Buffer, tag: number): Interval => {
  const { low, high } = pointInterval(key);
  const start = tag === numberTag ? afterNotANumber : Buffer.from([tag]);
  const end = Buffer.from([tag + 1]);
  switch (order) {
    case '$lt':
      return { low: start, high: low };
    case '$lte':
      return { low: start, high };
    case '$gt':
      return { low: high, high: end };
    default:
      return { low, high: end };
  }
};

const numberTag = tagOf(Type.int);

/** NaN comes before all numbers and is in no range of them. */
const afterNotANumber = Buffer.from([numberTag, 0, 0, 0, 0, 0, 0, 0, 1]);

const nothing: Condition = { test: () => false, intervals: [], exact: false };

/** Values whose matches in an index are exactly the matches in the documents: no null, no array, no document. */
const isPlain = (type: number): boolean => plain.has(type);
const plain = new Set<number>([
  Type.double,
  Type.int,
  Type.long,
  Type.string,
  Type.objectId,
  Type.bool,
  Type.date,
  Type.binData,
]);

const isKey = (value: Value, key: Buffer): boolean => sameTag(value, key[0] ?? 0) && compareToKey(value, key) === 0;

const includesKey = (keys: readonly Buffer[], value: Value): boolean => {
  const wanted = keyOf(value);
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    // The bounds of the search lie within the list.
    const order = Buffer.compare(keys[middle] as Buffer, wanted);
    if (order === 0) return true;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return false;
};

const sameTag = (value: Value, tag: number): boolean => tagOf(value.type) === tag;

const isNotANumber = (value: Value): boolean =>
  value.type === Type.double && Number.isNaN(value.bytes.readDoubleLE(value.at));
