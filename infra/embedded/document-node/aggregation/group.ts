import { badValue, notImplemented } from '../errors.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { keyOf } from '../bson/key.js';
import { checkBodySize } from '../bson/checks.js';
import { documentValue, fieldsOf, nullValue, numberOf, textOf, Type, valueFrom, type Value } from '../bson/value.js';
import type { Pace } from '../reading/pace.js';
import { forEachDocument, madeLater, type Source } from '../reading/query.js';
import { memoryLimit, tooMuch } from '../reading/sorter.js';
import { fieldPath, isNumber, reach, type FieldPath } from '../bson/path.js';

/** A `$group`: the value it goes by, and the fields that count, each by so much for a document. */
export type Grouping = Readonly<{ id: Expression; counts: readonly Readonly<{ name: string; step: number }>[] }>;

/** Reads a `$group`. Throws BadValue (2) on a malformed one, NotImplemented (238) on anything but `$sum` of a 32-bit integer. */
export const parseGroup = (specification: Value): Grouping => {
  if (specification.type !== Type.object) throw badValue("a group's fields must be specified in an object");
  const fields = fieldsOf(specification);
  const id = fields.get('_id');
  if (!id) throw badValue('a group specification must include an _id');
  fields.delete('_id');
  return { id: parseExpression(id), counts: [...fields].map(([name, value]) => parseCount(name, value)) };
};

const parseCount = (name: string, value: Value): Grouping['counts'][number] => {
  if (name.startsWith('$') || name.includes('.')) throw badValue(`The field name '${name}' of a group must be plain`);
  const [operator, ...others] = value.type === Type.object ? fieldsOf(value) : [];
  if (!operator || others.length > 0) throw badValue(`The field '${name}' must be an accumulator object`);
  return { name, step: stepOf(...operator) };
};

const stepOf = (accumulator: string, operand: Value): number => {
  if (accumulator !== '$sum') throw notImplemented(`the accumulator ${accumulator}`);
  const step = operand.type === Type.int ? numberOf(operand) : undefined;
  if (step === undefined) throw notImplemented('$sum of anything but a 32-bit integer');
  return step;
};

/** One document for each value that a grouping goes by, made when the first is asked for. */
export const grouped = (source: Source, grouping: Grouping): Source =>
  madeLater((pace) => collect(source, grouping, pace));

type Group = { readonly id: Value; documents: number };
type Groups = { readonly byKey: Map<string, Group>; bytes: number };

/** More groups than this would not fit in the memory that one stage has. */
const mostGroups = 500_000;

const collect = async (source: Source, grouping: Grouping, pace: Pace): Promise<Buffer[]> => {
  const groups: Groups = { byKey: new Map(), bytes: 0 };
  await forEachDocument(source, pace, (bytes) => {
    groupFor(groups, grouping.id.evaluate(documentValue(bytes))).documents += 1;
  });
  return [...groups.byKey.values()].map((one) => toDocument(one, grouping));
};

/** What is missing counts as null. */
const groupFor = (groups: Groups, id: Value = nullValue): Group => {
  const key = keyOf(id).toString('latin1');
  const known = groups.byKey.get(key);
  if (known) return known;
  groups.bytes += key.length + id.end - id.at;
  if (groups.byKey.size === mostGroups || groups.bytes > memoryLimit) throw tooMuch('$group');
  // A value by itself holds no document in memory.
  const made: Group = { id: valueFrom(id.type, Buffer.from(id.raw)), documents: 0 };
  groups.byKey.set(key, made);
  return made;
};

const toDocument = ({ id, documents }: Group, { counts }: Grouping): Buffer => {
  const writer = new DocumentWriter(64).begin().value('_id', id);
  for (const { name, step } of counts) {
    const sum = documents * step;
    if (sum !== (sum | 0)) throw notImplemented('$sum beyond a 32-bit integer (a Long)');
    writer.int(name, sum);
  }
  const document = writer.end().finish();
  checkBodySize(document.length);
  return document;
};

/** An expression, ready to be evaluated on documents. Undefined stands for what is missing. */
export type Expression = Readonly<{
  evaluate: (document: Value) => Value | undefined;
  /** Whether it is the same whatever the document. */
  isConstant: boolean;
}>;

/** Reads an expression: a constant, the path of a field (`$a.b`), or a document of these. Throws NotImplemented (238) naming anything else. */
const parseExpression = (value: Value): Expression => {
  if (value.type === Type.array) throw notImplemented('an array as an expression');
  if (value.type === Type.object) return parseDocument(value);
  const text = value.type === Type.string ? textOf(value) : '';
  if (!text.startsWith('$')) return { evaluate: () => value, isConstant: true };
  const path = parsePath(text);
  return { evaluate: (document) => valueAt(document, path), isConstant: false };
};

/** Reads `$a.b`. Throws NotImplemented (238) on variables and numbered paths. */
export const parsePath = (text: string): FieldPath => {
  if (!/^\$[^$.]+(\.[^$.]+)*$/u.test(text) || text.slice(1).split('.').some(isNumber))
    throw notImplemented(`the field path ${text}`);
  return fieldPath(text.slice(1));
};

const valueAt = (document: Value, path: FieldPath): Value | undefined => {
  const { value, next } = reach(document.bytes, document.at, path);
  if (value && next < path.names.length)
    throw notImplemented(`the field path ${path.text}, which leads through an array,`);
  return value;
};

const parseDocument = (document: Value): Expression => {
  const fields = [...fieldsOf(document)].map(([name, value]) => {
    if (name.startsWith('$')) throw notImplemented(`the expression operator ${name}`);
    if (name.includes('.')) throw badValue(`the field name '${name}' in an expression must not contain a dot`);
    return { name, expression: parseExpression(value) };
  });
  return {
    evaluate: (source) => {
      const writer = new DocumentWriter().begin();
      for (const { name, expression } of fields) {
        const value = expression.evaluate(source);
        if (value) writer.value(name, value);
      }
      return valueFrom(Type.object, writer.end().finish());
    },
    isConstant: fields.every(({ expression }) => expression.isConstant),
  };
};
