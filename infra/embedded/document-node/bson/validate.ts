import { CommandError } from '../errors.js';
import { Type } from './types.js';
import { valueEnd } from './value.js';

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
