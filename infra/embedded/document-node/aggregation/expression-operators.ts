import { Context, evalExpr } from 'mingo/core';
import {
  $abs,
  $add,
  $and,
  $arrayElemAt,
  $ceil,
  $concat,
  $concatArrays,
  $cond,
  $dateToString,
  $divide,
  $filter,
  $floor,
  $ifNull,
  $isArray,
  $let,
  $literal,
  $map,
  $mergeObjects,
  $multiply,
  $or,
  $subtract,
  $switch,
} from 'mingo/operators/expression';
import { badValue, notImplemented } from '../errors.js';
import { compare } from './js-values.js';

/** Evaluates an operator's operand (an expression) on a document. */
type Evaluate = (document: unknown, expression: unknown, options: unknown) => unknown;

const evaluate: Evaluate = (document, expression, options) =>
  // mingo types all three as JSON-like values.
  evalExpr(document as never, expression as never, options as never);

/** The operands of an operator that takes a fixed number of them. */
const operands =
  (name: string, count: number, compute: (...values: unknown[]) => unknown): Evaluate =>
  (document, expression, options) => {
    const list: readonly unknown[] = Array.isArray(expression) ? expression : [expression];
    if (list.length !== count) throw badValue(`Expression ${name} takes exactly ${count} arguments`);
    return compute(...list.map((one) => evaluate(document, one, options)));
  };

const comparison = (name: string, holds: (order: number) => boolean): Evaluate =>
  operands(name, 2, (a, b) => holds(compare(a, b)));

const isFalse = (value: unknown): boolean => value === false || value === null || value === undefined || value === 0;

/** An operator of mingo, whose types are narrower than what it takes. */
const fromMingo = (operator: unknown): Evaluate => operator as Evaluate;

/** Only plain UTC fields: mingo's time zones are not those of the server. */
const dateToString: Evaluate = (document, expression, options) => {
  // The operand's fields are looked at one by one.
  const { format, timezone, onNull } = expression as Readonly<Record<string, unknown>>;
  if (timezone !== undefined || onNull !== undefined) throw notImplemented('timezone or onNull in $dateToString');
  if (typeof format !== 'string' || /%[^YmdHMSL]/u.test(format)) throw notImplemented('this format of $dateToString');
  return fromMingo($dateToString)(document, expression, options);
};

/**
 * The operators that expressions may use. Those taken from mingo do what the server does with the values that pass the check on the
 * way in; comparing is done here, as mingo's order is not that of BSON.
 */
export const expressionOperators: Readonly<Record<string, Evaluate>> = {
  $eq: comparison('$eq', (order) => order === 0),
  $ne: comparison('$ne', (order) => order !== 0),
  $gt: comparison('$gt', (order) => order > 0),
  $gte: comparison('$gte', (order) => order >= 0),
  $lt: comparison('$lt', (order) => order < 0),
  $lte: comparison('$lte', (order) => order <= 0),
  $cmp: operands('$cmp', 2, (a, b) => Math.sign(compare(a, b))),
  $not: operands('$not', 1, isFalse),
  $in: operands('$in', 2, (value, list) => {
    if (!Array.isArray(list)) throw badValue('$in requires an array as a second argument');
    return list.some((one) => compare(one, value) === 0);
  }),
  $size: operands('$size', 1, (list) => {
    if (!Array.isArray(list)) throw badValue('The argument to $size must be an array');
    return list.length;
  }),
  $dateToString: dateToString,
  $and: fromMingo($and),
  $or: fromMingo($or),
  $cond: fromMingo($cond),
  $ifNull: fromMingo($ifNull),
  $switch: fromMingo($switch),
  $let: fromMingo($let),
  $literal: fromMingo($literal),
  $add: fromMingo($add),
  $subtract: fromMingo($subtract),
  $multiply: fromMingo($multiply),
  $divide: fromMingo($divide),
  $abs: fromMingo($abs),
  $ceil: fromMingo($ceil),
  $floor: fromMingo($floor),
  $concat: fromMingo($concat),
  $arrayElemAt: fromMingo($arrayElemAt),
  $concatArrays: fromMingo($concatArrays),
  $filter: fromMingo($filter),
  $map: fromMingo($map),
  $isArray: fromMingo($isArray),
  $mergeObjects: fromMingo($mergeObjects),
};

/** mingo's view of these operators: it knows no others. */
export const expressionContext = Context.init({ expression: expressionOperators as never });
