import { fieldPath, someLeaf, type FieldPath } from '../bson/path.js';
import { Elements, fieldsOf, itemsOf, Type, type Value } from '../bson/value.js';
import { badValue, notImplemented } from '../errors.js';
import { refuseTooManyValues } from '../bson/checks.js';
import { equalTo, inOrder, oneOf, type Condition } from './comparisons.js';

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

/** Reads a filter document. Throws NotImplemented (238) naming the operator, or where it is too large; BadValue (2) on a malformed one. */
export const parseFilter = (document: Value): Filter => {
  refuseTooManyValues(document, 'a filter');
  return readFilter(document);
};

const readFilter = (document: Value): Filter => {
  if (document.type !== Type.object) throw badValue('a filter must be a document');
  const parts = [...fieldsOf(document)].map(([name, value]) =>
    name.startsWith('$') ? logical(name, value) : onField(name, value),
  );
  return all(parts);
};

const all = (parts: readonly Filter[]): Filter => {
  const [only] = parts;
  return only && parts.length === 1 ? only : { kind: 'and', parts };
};

const logical = (name: string, value: Value): Filter => {
  if (name !== '$and' && name !== '$or') throw notImplemented(`the query operator ${name}`);
  if (value.type !== Type.array) throw badValue(`${name} must be an array`);
  const parts = itemsOf(value).map(readFilter);
  if (parts.length === 0) throw badValue(`${name} must be a nonempty array`);
  return name === '$and' || parts.length === 1 ? all(parts) : { kind: 'or', parts };
};

const onField = (name: string, value: Value): Filter => {
  const path = fieldPath(name);
  if (!isOperatorDocument(value)) return operatorOn(path, '$eq', value);
  return all([...fieldsOf(value)].map(([operator, operand]) => operatorOn(path, operator, operand)));
};

/** Whether a value is `{$operator: …}` and not a document to compare with. */
const isOperatorDocument = (value: Value): boolean => {
  if (value.type !== Type.object) return false;
  const elements = new Elements(value.bytes, value.at);
  return elements.next() && elements.name.startsWith('$');
};

const conditions: Readonly<Record<string, (operand: Value) => Condition>> = {
  $eq: equalTo,
  $in: oneOf,
  $lt: (operand) => inOrder('$lt', operand),
  $lte: (operand) => inOrder('$lte', operand),
  $gt: (operand) => inOrder('$gt', operand),
  $gte: (operand) => inOrder('$gte', operand),
};

/** Operators that hold where another one does not. */
const negations: Readonly<Record<string, string>> = { $ne: '$eq', $nin: '$in' };

const operatorOn = (path: FieldPath, name: string, operand: Value): Filter => {
  // One pattern can keep JavaScript's own engine, and with it every other client, busy for ever.
  if (operand.type === Type.regex) throw notImplemented('a regular expression in a filter');
  const negated = Object.hasOwn(negations, name) ? negations[name] : undefined;
  if (negated) return { kind: 'not', part: operatorOn(path, negated, operand) };
  const condition = Object.hasOwn(conditions, name) ? conditions[name] : undefined;
  if (condition) return { kind: 'leaf', path, ...condition(operand) };
  throw name.startsWith('$') ? notImplemented(`the query operator ${name}`) : badValue(`unknown operator: ${name}`);
};
