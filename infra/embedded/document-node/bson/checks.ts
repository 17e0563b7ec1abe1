import { CommandError, notImplemented } from '../errors.js';
import { Elements, Type, valueEnd, type Value } from './value.js';

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

/** As deep as the real server lets documents nest. */
const maxDepth = 180;

/**
 * Checks once, where bytes come in, that the document at `at` is whole and holds only types that this node stores, so that
 * nothing later reads outside it. Answers where it ends; throws InvalidBSON (22), or NotImplemented (238) naming the type.
 */
export const validateDocument = (bytes: Buffer, at: number, limit: number, depth = 0): number => {
  if (depth > maxDepth) throw invalid(`nested deeper than ${maxDepth} levels`);
  if (at + 5 > limit) throw invalid('shorter than an empty document');
  const end = at + bytes.readInt32LE(at);
  if (end > limit || end < at + 5 || bytes[end - 1] !== 0) throw invalid('of a length that does not fit');
  let next = at + 4;
  while (next < end - 1) next = validateElement(bytes, next, end - 1, depth);
  return end;
};

const validateElement = (bytes: Buffer, at: number, limit: number, depth: number): number => {
  const type = bytes[at] ?? 0;
  const valueAt = bytes.indexOf(0, at + 1) + 1;
  if (type === 0 || valueAt === 0 || valueAt > limit) throw invalid('an element without a type or an end of its name');
  if (type === Type.object || type === Type.array) return validateDocument(bytes, valueAt, limit, depth + 1);
  return validateScalar(type, bytes, { at: valueAt, limit });
};

const validateScalar = (type: number, bytes: Buffer, { at, limit }: { at: number; limit: number }): number => {
  const shortest = shortestLengths[type];
  if (shortest !== undefined && (at + 4 > limit || bytes.readInt32LE(at) < shortest)) throw invalid('cut short');
  const end = valueEnd(type, bytes, at);
  if (end > limit) throw invalid('an element longer than its document');
  if (type === Type.string && bytes[end - 1] !== 0) throw invalid('a string without its end');
  return end;
};

/** The least that a length written in a value may be: a string counts its own end. */
const shortestLengths: Readonly<Record<number, number>> = { [Type.string]: 1, [Type.binData]: 0 };

const invalid = (what: string): CommandError => new CommandError(22, `invalid BSON: ${what}`);
