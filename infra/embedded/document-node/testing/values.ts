import { serialize } from 'bson';
import { documentValue, fieldOf, type Value } from '../bson/value.js';

/** A document of JavaScript values as it would come over the wire. */
export const documentOf = (fields: Readonly<Record<string, unknown>>): Value =>
  documentValue(Buffer.from(serialize(fields)));

/** A JavaScript value as a BSON value. */
export const valueOf = (value: unknown): Value => {
  const { bytes, at } = documentOf({ v: value });
  const found = fieldOf(bytes, at, Buffer.from('v'));
  if (!found) throw new Error('undefined is no BSON value');
  return found;
};
