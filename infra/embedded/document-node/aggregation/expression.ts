import { badValue, notImplemented } from '../errors.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { arrayValue, objectValue } from '../bson/scalars.js';
import { Type } from '../bson/types.js';
import { fieldOf, fieldsOf, itemsOf, textOf, type Value } from '../bson/value.js';

/** An expression, ready to be evaluated on documents. Undefined stands for what is missing. */
export type Expression = Readonly<{
  evaluate: (document: Value) => Value | undefined;
  /** Whether it is the same whatever the document. */
  isConstant: boolean;
}>;

/** Reads an expression: a constant, the path of a field (`$a.b`), or a document of these. Throws NotImplemented (238) naming anything else. */
export const parseExpression = (value: Value): Expression => {
  if (value.type === Type.string) return parseText(value);
  if (value.type === Type.object) return parseDocument(value);
  if (value.type === Type.array) throw notImplemented('an array as an expression');
  return constant(value);
};

const constant = (value: Value): Expression => ({ evaluate: () => value, isConstant: true });

const parseText = (value: Value): Expression => {
  const text = textOf(value);
  if (!text.startsWith('$')) return constant(value);
  if (text.startsWith('$$')) throw notImplemented(`the variable ${text}`);
  const names = text.slice(1).split('.');
  if (names.some((name) => /^(?:\d*|\$.*)$/u.test(name))) throw notImplemented(`the field path ${text}`);
  const path = names.map((name) => Buffer.from(name));
  return { evaluate: (document) => valueAt(document, path), isConstant: false };
};

/** What a path leads to; an array of documents on the way stands for an array of what it leads to in each of them. */
const valueAt = (document: Value, [name, ...rest]: readonly Buffer[]): Value | undefined => {
  const value = name && fieldOf(document.bytes, document.at, name);
  if (!value || rest.length === 0) return value;
  if (value.type === Type.object) return valueAt(value, rest);
  return value.type === Type.array ? valuesAt(value, rest) : undefined;
};

const valuesAt = (array: Value, path: readonly Buffer[]): Value => {
  const writer = new DocumentWriter().begin();
  const values = itemsOf(array).flatMap((item) => (item.type === Type.object ? (valueAt(item, path) ?? []) : []));
  values.forEach((value, i) => writer.value(String(i), value));
  return arrayValue(writer.end().finish());
};

const parseDocument = (document: Value): Expression => {
  const fields = [...fieldsOf(document)].map(([name, value]) => parseField(name, value));
  return {
    evaluate: (source) => {
      const writer = new DocumentWriter().begin();
      for (const { name, expression } of fields) {
        const value = expression.evaluate(source);
        if (value) writer.value(name, value);
      }
      return objectValue(writer.end().finish());
    },
    isConstant: fields.every(({ expression }) => expression.isConstant),
  };
};

const parseField = (name: string, value: Value): Readonly<{ name: string; expression: Expression }> => {
  if (name.startsWith('$')) throw notImplemented(`the expression operator ${name}`);
  if (name.includes('.')) throw badValue(`the field name '${name}' in an expression must not contain a dot`);
  return { name, expression: parseExpression(value) };
};
