import { deserialize } from 'bson';
import { evalExpr } from 'mingo/core';
import { badValue, CommandError, notImplemented } from '../errors.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { documentValue, type Value } from '../bson/value.js';
import { expressionContext, expressionOperators } from './expression-operators.js';
import { toJs, type FieldsRead, type JsDocument } from './js-values.js';

/** An expression, ready to be evaluated on documents given as JavaScript values. */
export type Expression = Readonly<{ evaluate: (document: JsDocument) => unknown; fields: FieldsRead }>;

/** Reads an expression. Throws NotImplemented (238) naming an operator or variable that is not there. */
export const parseExpression = (value: Value): Expression => {
  const wrapped = documentValue(new DocumentWriter().begin().value('v', value).end().finish());
  toJs(wrapped, 'all');
  const { v: source } = deserialize(wrapped.raw);
  const fields = new Set<string>();
  const all = !check(source, fields);
  return { evaluate: evaluator(source), fields: all ? 'all' : fields };
};

/** Constants and plain fields need no interpreter. */
const evaluator = (source: unknown): Expression['evaluate'] => {
  if (source === null || typeof source === 'number' || typeof source === 'boolean') return () => source;
  const field = typeof source === 'string' && /^\$[^$.]+$/u.test(source) ? source.slice(1) : undefined;
  if (field !== undefined) return (document) => document[field];
  return (document) => evaluateByMingo(document, source);
};

const options = { context: expressionContext, scriptEnabled: false };

const evaluateByMingo = (document: JsDocument, source: unknown): unknown => {
  try {
    // mingo types its documents and expressions as any JSON-like value.
    return evalExpr(document as never, source as never, options as never) as unknown;
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw badValue(`an expression failed: ${String(error)}`);
  }
};

/** Collects the fields that an expression reads; false where it reads whole documents. */
const check = (source: unknown, fields: Set<string>): boolean => {
  if (typeof source === 'string') return checkText(source, fields);
  if (Array.isArray(source)) return source.map((one) => check(one, fields)).every(Boolean);
  if (source === null || typeof source !== 'object' || Object.getPrototypeOf(source) !== Object.prototype) return true;
  return checkDocument(source, fields);
};

const checkText = (text: string, fields: Set<string>): boolean => {
  if (!text.startsWith('$')) return true;
  const [first = '', ...rest] = text.split('.');
  if (rest.some((name) => name === '' || /^\d+$/u.test(name))) throw notImplemented(`the field path ${text}`);
  if (!first.startsWith('$$')) {
    fields.add(first.slice(1));
    return true;
  }
  return first !== '$$ROOT' && first !== '$$CURRENT';
};

const checkDocument = (source: object, fields: Set<string>): boolean => {
  const entries = Object.entries(source);
  const [first] = entries;
  if (first?.[0].startsWith('$')) {
    if (!Object.hasOwn(expressionOperators, first[0])) throw notImplemented(`the expression operator ${first[0]}`);
    if (entries.length > 1) throw badValue('an expression must have exactly one operator');
    if (first[0] === '$literal') return true;
  }
  return entries.map(([, value]) => check(value, fields)).every(Boolean);
};

/** The fields that several expressions read together. */
export const fieldsOfAll = (expressions: readonly Expression[]): FieldsRead => {
  const fields = new Set<string>();
  for (const expression of expressions) {
    if (expression.fields === 'all') return 'all';
    for (const field of expression.fields) fields.add(field);
  }
  return fields;
};
