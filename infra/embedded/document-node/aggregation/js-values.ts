import { deserialize, serialize } from 'bson';
import { notImplemented } from '../errors.js';
import { keyOf } from '../bson/key.js';
import { Type, typeNames } from '../bson/types.js';
import { documentValue, Elements, fieldOf, textOf, Value } from '../bson/value.js';

/** A document as plain JavaScript values. */
export type JsDocument = Readonly<Record<string, unknown>>;

/** Which fields of a document an expression reads: names of the first level, or all of them. */
export type FieldsRead = ReadonlySet<string> | 'all';

const noFields: JsDocument = {};

/** The fields asked for, as JavaScript values. Throws NotImplemented (238) where one holds a type that JavaScript arithmetic would change. */
export const toJs = (document: Value, fields: FieldsRead): JsDocument => {
  if (fields !== 'all' && fields.size === 0) return noFields;
  const text = fields !== 'all' && fields.size === 1 ? onlyText(document, [...fields][0] ?? '') : undefined;
  if (text) return text;
  const source = fields === 'all' ? document.raw : onlyFields(document, fields);
  refuseInexactTypes(documentValue(source));
  return deserialize(source);
};

/** A single field that is a text, as the ids of most groups are: read where it stands. */
const onlyText = (document: Value, field: string): JsDocument | undefined => {
  const value = fieldOf(document.bytes, document.at, Buffer.from(field));
  return value?.type === Type.string ? { [field]: textOf(value) } : undefined;
};

const onlyFields = (document: Value, fields: ReadonlySet<string>): Buffer => {
  const parts: Buffer[] = [Buffer.alloc(4)];
  const elements = new Elements(document.bytes, document.at);
  while (elements.next())
    if (fields.has(elements.name)) parts.push(document.bytes.subarray(elements.nameAt - 1, elements.end));
  const bytes = Buffer.concat([...parts, Buffer.alloc(1)]);
  bytes.writeInt32LE(bytes.length);
  return bytes;
};

const inexact = new Set<number>([Type.long, Type.decimal, Type.timestamp, Type.minKey, Type.maxKey]);

const refuseInexactTypes = (document: Value): void => {
  const elements = new Elements(document.bytes, document.at);
  while (elements.next()) {
    if (inexact.has(elements.type))
      throw notImplemented(`a value of type ${typeNames[elements.type]} in an expression`);
    if (elements.type === Type.object || elements.type === Type.array) refuseInexactTypes(elements.value);
  }
};

const valueName = Buffer.from('v');

/** A JavaScript value as a BSON value; undefined where there is none. */
export const fromJs = (value: unknown): Value | undefined => {
  if (value === undefined) return undefined;
  return fieldOf(Buffer.from(serialize({ v: value }, { ignoreUndefined: true })), 0, valueName);
};

const nullKey = Buffer.from([0x06]);

/** The encoding of a JavaScript value; what is missing counts as null. */
export const keyOfJs = (value: unknown): Buffer => {
  const bson = fromJs(value);
  return bson ? keyOf(bson) : nullKey;
};

/** Orders two values as BSON does; what is missing comes before everything. */
export const compare = (a: unknown, b: unknown): number => {
  if (typeof a === 'number' && typeof b === 'number' && !Number.isNaN(a) && !Number.isNaN(b)) return a - b;
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return Buffer.compare(keyOfJs(a), keyOfJs(b));
};
