import { badValue, notImplemented } from '../errors.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { fieldPath, isNumber, reach, type FieldPath } from '../bson/path.js';
import { Type } from '../bson/types.js';
import { fieldsOf, textOf, valueFrom, type Value } from '../bson/value.js';

/** An expression, ready to be evaluated on documents. Undefined stands for what is missing. */
export type Expression = Readonly<{
  evaluate: (document: Value) => Value | undefined;
  /** Whether it is the same whatever the document. */
  isConstant: boolean;
}>;

/** Reads an expression: a constant, the path of a field (`$a.b`), or a document of these. Throws NotImplemented (238) naming anything else. */
export const parseExpression = (value: Value): Expression => {
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
