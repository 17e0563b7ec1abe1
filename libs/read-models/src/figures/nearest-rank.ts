/** Median, 90th and 99th percentile, and the longest, in whole days; each by nearest rank: the value at place ⌈p·n/100⌉ of the n in order. */
export type Percentiles = Readonly<{ median: number; p90: number; p99: number; longest: number }>;

/** How often each value came. */
export type Histogram = Map<number, number>;

/** Counts something once more. */
export const increase = <Key>(counts: Map<Key, number>, key: Key): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** The percentiles of what was counted; null where nothing was. */
export const percentilesOf = (histogram: Histogram): Percentiles | null => {
  const counted = [...histogram].toSorted(([one], [other]) => one - other);
  const longest = counted.at(-1)?.[0];
  if (longest === undefined) return null;
  const total = counted.reduce((sum, [, count]) => sum + count, 0);
  const at = (percent: number): number => valueAt(counted, Math.ceil((percent * total) / 100));
  return { median: at(50), p90: at(90), p99: at(99), longest };
};

const valueAt = (counted: readonly (readonly [value: number, count: number])[], rank: number): number => {
  let passed = 0;
  for (const [value, count] of counted) {
    passed += count;
    if (passed >= rank) return value;
  }
  return 0;
};
