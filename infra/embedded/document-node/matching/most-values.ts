import { notImplemented } from '../errors.js';
import { Type } from '../bson/types.js';
import { Elements, type Value } from '../bson/value.js';

/** Reading more than this at once would keep other clients waiting; the read models ask for two thousand at most. */
const mostValues = 20_000;

/** Throws NotImplemented (238) where a document or array holds too many values, those in nested ones counted. */
export const refuseTooManyValues = (value: Value, what: string): void => {
  if (valuesIn(value) > mostValues) throw notImplemented(`${what} of more than ${mostValues} values`);
};

const valuesIn = ({ type, bytes, at }: Value): number => {
  if (type !== Type.object && type !== Type.array) return 0;
  const elements = new Elements(bytes, at);
  let count = 0;
  while (count <= mostValues && elements.next()) count += 1 + valuesIn(elements.value);
  return count;
};
