import { createHash } from 'node:crypto';
import { successor } from '../bson/key.js';

/** The limit of the storage on the length of a key. */
export const longestKey = 1978;

/** What stands for the rest of a key that is too long. */
const digestLength = 32;

/** A bound is compared by this many bytes: so many of its own every clipped key keeps. */
const longestBound = longestKey - digestLength;

/** A key that the storage takes: one that is too long keeps its beginning, and a SHA-256 of all of it tells it from others. */
export const clippedKey = (key: Buffer): Buffer =>
  key.length <= longestKey
    ? key
    : Buffer.concat([key.subarray(0, longestBound), createHash('sha256').update(key).digest()]);

/** Keys from `low` up to but without `high`; open ends where absent. */
export type KeyRange = Readonly<{ low?: Buffer; high?: Buffer }>;

/** Whether a range ends within what a clipped key keeps, so that it holds the clipped keys of exactly the keys that it holds. */
export const isShort = ({ low, high }: KeyRange): boolean =>
  (low?.length ?? 0) <= longestBound && (high?.length ?? 0) <= longestBound;

/** Ranges in ascending order, so clipped that they hold the clipped keys of all keys that they held, each once. */
export const clippedRanges = (ranges: readonly KeyRange[]): readonly KeyRange[] => {
  if (ranges.every(isShort)) return ranges;
  const result: KeyRange[] = [];
  for (const range of ranges.map(clippedRange)) {
    const last = result.at(-1);
    if (last && meet(last, range)) result[result.length - 1] = joined(last, range);
    else result.push(range);
  }
  return result;
};

const clippedRange = ({ low, high }: KeyRange): KeyRange => ({
  ...(low && { low: low.subarray(0, longestBound) }),
  ...(high && { high: high.length > longestBound ? successor(high.subarray(0, longestBound)) : high }),
});

/** Whether a range begins before the one ahead of it ends. */
const meet = ({ high }: KeyRange, { low }: KeyRange): boolean => !high || !low || Buffer.compare(low, high) <= 0;

const joined = ({ low, high }: KeyRange, other: KeyRange): KeyRange => {
  const later = high && other.high && (Buffer.compare(high, other.high) >= 0 ? high : other.high);
  return { ...(low && { low }), ...(later && { high: later }) };
};
