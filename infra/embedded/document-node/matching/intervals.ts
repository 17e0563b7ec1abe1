import { successor } from '../bson/key.js';

/** Encoded values from `low` up to but without `high`, in ascending byte order; a `point` holds the one value encoded as `low`. */
export type Interval = Readonly<{ low: Buffer; high: Buffer; point?: true }>;

/** Sorted intervals that do not touch each other. */
export type Intervals = readonly Interval[];

/** The one value with this encoding. */
export const pointInterval = (key: Buffer): Interval => ({ low: key, high: successor(key), point: true });

/** What lies in any of these. */
export const union = (intervals: readonly Interval[]): Intervals => {
  const sorted = [...intervals].sort((a, b) => Buffer.compare(a.low, b.low));
  const result: Interval[] = [];
  for (const interval of sorted) {
    const last = result.at(-1);
    if (!last || Buffer.compare(last.high, interval.low) <= 0) result.push(interval);
    else if (Buffer.compare(last.high, interval.high) < 0)
      result[result.length - 1] = { low: last.low, high: interval.high };
  }
  return result;
};

/** What lies in both. */
export const intersection = (a: Intervals, b: Intervals): Intervals => {
  const result: Interval[] = [];
  let j = 0;
  for (const one of a) {
    while (j < b.length && Buffer.compare((b[j] as Interval).high, one.low) <= 0) j += 1;
    for (let k = j; k < b.length; k += 1) {
      // The loop's bound is the length of b.
      const other = b[k] as Interval;
      if (Buffer.compare(other.low, one.high) >= 0) break;
      result.push(cut(one, other));
    }
  }
  return result;
};

/** What two overlapping intervals share; a point stays a point. */
const cut = (one: Interval, other: Interval): Interval => {
  if (one.point && covers(other, one)) return one;
  if (other.point && covers(one, other)) return other;
  return { low: later(one.low, other.low), high: earlier(one.high, other.high) };
};

const covers = (outer: Interval, inner: Interval): boolean =>
  Buffer.compare(outer.low, inner.low) <= 0 && Buffer.compare(inner.high, outer.high) <= 0;

const later = (a: Buffer, b: Buffer): Buffer => (Buffer.compare(a, b) >= 0 ? a : b);
const earlier = (a: Buffer, b: Buffer): Buffer => (Buffer.compare(a, b) <= 0 ? a : b);
