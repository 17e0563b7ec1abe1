import { describe, expect, it } from '@jest/globals';
import { partitions, type Lease } from './partition.js';
import { silenceWatch, toTake, type Holding } from './sharing.js';

/** So many partitions for each owner, in this order; null for free ones. */
const held = (...counts: readonly (readonly [string | null, number])[]): readonly Holding[] =>
  counts
    .flatMap(([owner, count]) => Array.from({ length: count }, () => owner))
    .map((owner, partition) => ({ partition, owner }));

const countsAfter = (holdings: readonly Holding[], ...turns: readonly string[]): Readonly<Record<string, number>> => {
  let now = holdings;
  for (const me of turns) {
    const taken = toTake(now, me);
    now = now.map((one) => (taken.includes(one.partition) ? { ...one, owner: me } : one));
  }
  const counts: Record<string, number> = {};
  for (const { owner } of now) counts[owner ?? 'nobody'] = (counts[owner ?? 'nobody'] ?? 0) + 1;
  return counts;
};

describe('the share of a process', () => {
  it('is everything where it is alone', () => {
    expect(toTake(held([null, 16]), 'one')).toEqual(partitions);
  });

  it('of a newcomer comes from those that hold most, and no further than all have as many, give or take one', () => {
    expect(countsAfter(held(['one', 16]), 'two')).toEqual({ one: 8, two: 8 });
    expect(countsAfter(held(['one', 8], ['two', 8]), 'three')).toEqual({ one: 5, two: 6, three: 5 });
    expect(countsAfter(held(['one', 12], ['two', 4]), 'three')).toEqual({ one: 7, two: 4, three: 5 });
  });

  it('grows when another process is gone', () => {
    expect(countsAfter(held(['one', 6], ['two', 5], [null, 5]), 'one', 'two')).toEqual({ one: 8, two: 8 });
  });

  it('is left as it is where the shares are even: nothing goes to and fro', () => {
    const even = held(['one', 6], ['two', 5], ['three', 5]);
    for (const me of ['one', 'two', 'three']) expect(toTake(even, me)).toEqual([]);
    expect(countsAfter(held([null, 16]), 'one', 'two', 'three', 'one', 'two', 'three', 'one')).toEqual({
      one: 6,
      two: 5,
      three: 5,
    });
  });

  it('is nothing for one more than there are partitions, until one becomes free', () => {
    const full = partitions.map((partition) => ({ partition, owner: `process ${partition}` }));
    expect(toTake(full, 'one more')).toEqual([]);
    expect(toTake([{ partition: 0, owner: null }, ...full.slice(1)], 'one more')).toEqual([0]);
  });
});

describe('a holder', () => {
  const lease = (heardAt: string, epoch = 1): Lease => ({ owner: 'one', epoch, heardAt });

  it('is silent when five looks after the first find the same word of it, however long they take', () => {
    const isSilent = silenceWatch();
    const looks = Array.from({ length: 6 }, () => isSilent(3, lease('10:00')));
    expect(looks).toEqual([false, false, false, false, false, true]);
  });

  it('is not when it says another word, or is another one', () => {
    const isSilent = silenceWatch();
    for (let look = 0; look < 5; look += 1) isSilent(3, lease('10:00'));
    expect(isSilent(3, lease('09:00'))).toBe(false);
    for (let look = 0; look < 4; look += 1) isSilent(3, lease('09:00'));
    expect(isSilent(3, lease('09:00', 2))).toBe(false);
  });
});
