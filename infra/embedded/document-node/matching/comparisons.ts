import { notImplemented } from '../errors.js';
import { compareToKey, keyOf, tagOf } from '../bson/key.js';
import type { LeafTest } from '../bson/path.js';
import { Type, typeNames } from '../bson/types.js';
import { itemsOf, numberOf, type Value } from '../bson/value.js';
import { pointInterval, union, type Interval, type Intervals } from './intervals.js';

/** What a condition on one value is made of. */
export type Condition = Readonly<{
  test: LeafTest;
  intoLeaf: boolean;
  intervals?: Intervals;
  equals?: Value;
  exact: boolean;
}>;

/** `$eq`: the same value in BSON comparison; null also stands for a missing field. */
export const equalTo = (operand: Value): Condition => {
  const key = keyOf(operand);
  const matchesMissing = operand.type === Type.null;
  return {
    test: (value) => (value === undefined ? matchesMissing : isKey(value, key)),
    intoLeaf: true,
    intervals: equalIntervals(operand, key),
    equals: operand,
    exact: isPlain(operand.type),
  };
};

/** `$in`: any of these values. Throws NotImplemented (238) where one is a regular expression. */
export const oneOf = (operands: readonly Value[]): Condition => {
  if (operands.some(({ type }) => type === Type.regex)) throw notImplemented('a regular expression in a filter');
  const keys = operands.map(keyOf).sort(Buffer.compare);
  const matchesMissing = operands.some(({ type }) => type === Type.null);
  const only = operands.length === 1 ? operands[0] : undefined;
  return {
    test: (value) => (value === undefined ? matchesMissing : includesKey(keys, value)),
    intoLeaf: true,
    intervals: union(operands.flatMap((value) => equalIntervals(value, keyOf(value)))),
    ...(only && { equals: only }),
    exact: operands.every(({ type }) => isPlain(type)),
  };
};

/** An index holds an array's items, and undefined for an empty one: an equal array is found by its first item, or inside another array. */
const equalIntervals = (operand: Value, key: Buffer): Intervals => {
  if (operand.type !== Type.array) return [pointInterval(key)];
  const [first] = itemsOf(operand);
  return union([pointInterval(key), pointInterval(first ? keyOf(first) : Buffer.from([tagOf(Type.undefined)]))]);
};

type Order = '$lt' | '$lte' | '$gt' | '$gte';

/** `$lt`, `$lte`, `$gt`, `$gte`: only among values of the operand's own kind (type bracketing). */
export const inOrder = (order: Order, operand: Value): Condition => {
  if (operand.type === Type.minKey || operand.type === Type.maxKey)
    throw notImplemented(`${order} with ${typeNames[operand.type]}`);
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
    intoLeaf: true,
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

const nothing: Condition = { test: () => false, intoLeaf: true, intervals: [], exact: false };

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
