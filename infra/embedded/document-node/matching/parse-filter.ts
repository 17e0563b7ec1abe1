import { badValue, notImplemented, type CommandError } from '../errors.js';
import { fieldPath, type FieldPath } from '../bson/path.js';
import { Type } from '../bson/types.js';
import { Elements, fieldsOf, isTrue, itemsOf, type Value } from '../bson/value.js';
import { equalTo, type Condition } from './comparisons.js';
import type { Filter } from './filter.js';
import { refuseTooManyValues } from './most-values.js';
import { conditionOf, isConditionName, present } from './operators.js';

/** Reads a filter document. Throws NotImplemented (238) naming the operator, or where it is too large; BadValue (2) on a malformed one. */
export const parseFilter = (document: Value): Filter => {
  refuseTooManyValues(document, 'a filter');
  return readFilter(document);
};

const readFilter = (document: Value): Filter => {
  if (document.type !== Type.object) throw badValue('a filter must be a document');
  const parts: Filter[] = [];
  for (const [name, value] of fieldsOf(document)) {
    if (name === '$comment') continue;
    parts.push(name.startsWith('$') ? logical(name, value) : onField(fieldPath(name), value));
  }
  return all(parts);
};

const all = (parts: readonly Filter[]): Filter => {
  const [only] = parts;
  return only && parts.length === 1 ? only : { kind: 'and', parts };
};

const logicalKinds: Readonly<Record<string, 'and' | 'or' | 'nor'>> = { $and: 'and', $or: 'or', $nor: 'nor' };

const logical = (name: string, value: Value): Filter => {
  const kind = logicalKinds[name];
  if (!kind) throw notImplemented(`the query operator ${name}`);
  if (value.type !== Type.array) throw badValue(`${name} must be an array`);
  const parts = itemsOf(value).map(readFilter);
  if (parts.length === 0) throw badValue(`${name} must be a nonempty array`);
  return parts.length === 1 && kind !== 'nor' ? all(parts) : { kind, parts };
};

const onField = (path: FieldPath, value: Value): Filter => {
  if (value.type === Type.regex) throw regularExpression();
  if (!isOperatorDocument(value)) return leaf(path, equalTo(value));
  return operatorsOn(path, value);
};

const leaf = (path: FieldPath, condition: Condition): Filter => ({ kind: 'leaf', path, ...condition });

/** Whether a value is `{$operator: …}` and not a document to compare with. */
const isOperatorDocument = (value: Value): boolean => {
  if (value.type !== Type.object) return false;
  const elements = new Elements(value.bytes, value.at);
  if (!elements.next() || !elements.name.startsWith('$')) return false;
  if (elements.name === '$ref' || elements.name === '$id') throw notImplemented('a filter on a DBRef');
  return true;
};

const operatorsOn = (path: FieldPath, document: Value): Filter => {
  return all([...fieldsOf(document)].map(([name, operand]) => operatorOn(path, name, operand)));
};

/** One pattern can keep JavaScript's own engine, and with it every other client, busy for ever. */
const regularExpression = (): CommandError => notImplemented('a regular expression in a filter');

const operatorOn = (path: FieldPath, name: string, operand: Value): Filter => {
  if (operand.type === Type.regex) throw regularExpression();
  if (isConditionName(name)) return leaf(path, conditionOf(name, operand));
  const structural = Object.hasOwn(structurals, name) ? structurals[name] : undefined;
  if (!structural)
    throw name.startsWith('$') ? notImplemented(`the query operator ${name}`) : badValue(`unknown operator: ${name}`);
  return structural(path, operand);
};

const structurals: Readonly<Record<string, (path: FieldPath, operand: Value) => Filter>> = {
  $ne: (path, operand) => ({ kind: 'not', part: leaf(path, equalTo(operand)) }),
  $nin: (path, operand) => ({ kind: 'not', part: operatorOn(path, '$in', operand) }),
  $not: (path, operand) => {
    if (!isOperatorDocument(operand)) throw badValue('$not needs a document');
    return { kind: 'not', part: onField(path, operand) };
  },
  $exists: (path, operand) => {
    const exists = leaf(path, present);
    return isTrue(operand) ? exists : { kind: 'not', part: exists };
  },
  $all: (path, operand) => allOf(path, operand),
  $elemMatch: (path, operand) => elementMatch(path, operand),
};

const allOf = (path: FieldPath, operand: Value): Filter => {
  if (operand.type !== Type.array) throw badValue('$all needs an array');
  const items = itemsOf(operand);
  if (items.length === 0) return { kind: 'or', parts: [] };
  return all(items.map((item) => (isOperatorDocument(item) ? allElementMatch(path, item) : onField(path, item))));
};

const allElementMatch = (path: FieldPath, item: Value): Filter => {
  const operators = fieldsOf(item);
  const operand = operators.get('$elemMatch');
  if (!operand || operators.size !== 1) throw badValue('no $ expressions in $all');
  return elementMatch(path, operand);
};

const elementMatch = (path: FieldPath, operand: Value): Filter => {
  if (operand.type !== Type.object) throw badValue('$elemMatch needs an Object');
  const [first] = fieldsOf(operand).keys();
  if (first?.startsWith('$') && !logicalKinds[first])
    return { kind: 'items', path, inner: operatorsOn(itself, operand) };
  return { kind: 'elements', path, inner: readFilter(operand) };
};

/** Reads a condition on single values: `{$gt: 5}`, or a value to be equal to. Throws like `parseFilter`. */
export const parseItemFilter = (condition: Value): Filter => {
  refuseTooManyValues(condition, 'a filter');
  return onField(itself, condition);
};

/** The path of conditions that are asked about a value directly. */
const itself = fieldPath('');
