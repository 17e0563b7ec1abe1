import { badValue, notImplemented } from '../errors.js';
import { isNumeric, Type, typeNames } from '../bson/types.js';
import { Elements, itemsOf, numberOf, textOf, type Value } from '../bson/value.js';
import { equalTo, inOrder, oneOf, type Condition } from './comparisons.js';

/** The query operators that are a condition on each single value. */
const conditions = {
  $eq: equalTo,
  $in: (operand: Value): Condition => {
    if (operand.type !== Type.array) throw badValue('$in needs an array');
    return oneOf(itemsOf(operand));
  },
  $lt: (operand: Value): Condition => inOrder('$lt', operand),
  $lte: (operand: Value): Condition => inOrder('$lte', operand),
  $gt: (operand: Value): Condition => inOrder('$gt', operand),
  $gte: (operand: Value): Condition => inOrder('$gte', operand),
  $size: (operand: Value): Condition => sized(operand),
  $type: (operand: Value): Condition => typed(operand),
} as const;

type ConditionName = keyof typeof conditions;

export const isConditionName = (name: string): name is ConditionName => Object.hasOwn(conditions, name);

export const conditionOf = (name: ConditionName, operand: Value): Condition => conditions[name](operand);

/** `$exists: true`; its negation is the other one. */
export const present: Condition = {
  test: (value) => value !== undefined,
  intoLeaf: false,
  exact: false,
};

const sized = (operand: Value): Condition => {
  const size = numberOf(operand);
  if (size === undefined || !Number.isInteger(size) || size < 0)
    throw badValue('$size needs a non-negative whole number');
  return {
    test: (value) => value?.type === Type.array && countItems(value) === size,
    intoLeaf: false,
    exact: false,
  };
};

const countItems = (array: Value): number => {
  const elements = new Elements(array.bytes, array.at);
  let count = 0;
  while (elements.next()) count += 1;
  return count;
};

const typed = (operand: Value): Condition => {
  const wanted = operand.type === Type.array ? itemsOf(operand) : [operand];
  if (wanted.length === 0) throw badValue('$type needs at least one type');
  const tests = wanted.map(typeTest);
  return {
    test: (value) => value !== undefined && tests.some((test) => test(value.type)),
    intoLeaf: true,
    exact: false,
  };
};

const typeTest = (wanted: Value): ((type: number) => boolean) => {
  const name = wanted.type === Type.string ? textOf(wanted) : typeNames[numberOf(wanted) ?? -1];
  if (name === 'number') return isNumeric;
  const type = Object.entries(Type).find(([known]) => known === name)?.[1];
  if (type === undefined) throw notImplemented(`$type with ${name ?? 'this operand'}`);
  return (actual) => actual === type;
};
