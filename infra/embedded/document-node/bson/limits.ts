import { CommandError, notImplemented } from '../errors.js';
import { Type } from './types.js';
import { Elements, type Value } from './value.js';

/** The largest document that is stored, in bytes, as on the real server. */
export const largestDocument = 16 * 1024 * 1024;

/** The largest that is read or answered: a document may come with something around it. */
const largestBody = largestDocument + 16 * 1024;

/** Throws BSONObjectTooLarge (10334) on a document that is too large to be stored. */
export const checkSize = (document: Buffer): void => check(document.length, largestDocument);

/** Throws BSONObjectTooLarge (10334) on a document that is too large to be read or answered; `size` in bytes. */
export const checkBodySize = (size: number): void => check(size, largestBody);

const check = (size: number, most: number): void => {
  if (size > most)
    throw new CommandError(10334, `BSONObj size: ${size} is invalid. Size must be between 0 and ${most}`);
};

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
