import type { Lease } from './partition.js';

/** Who holds a partition; null where anybody may take it. */
export type Holding = Readonly<{ partition: number; owner: string | null }>;

/**
 * The partitions that a process takes now, so that all processes come to hold as many, give or take one: of the free ones up to
 * its share; and where it has less than everybody is due, from those that hold most. Nothing where the shares are even.
 */
export const toTake = (holdings: readonly Holding[], me: string): readonly number[] => {
  const held = byOwner(holdings, me);
  const mine = holdings.filter(({ owner }) => owner === me).length;
  const most = Math.ceil(holdings.length / held.size);
  const least = Math.floor(holdings.length / held.size);
  const free = holdings.filter(({ owner }) => owner === null).map(({ partition }) => partition);
  const taken = free.slice(0, Math.max(0, most - mine));
  const others = [...held].filter(([owner]) => owner !== me).map(([, own]) => own);
  return [...taken, ...fromRichest(others, least - mine - taken.length)];
};

/** What each process holds, this one among them even where that is nothing. */
const byOwner = (holdings: readonly Holding[], me: string): ReadonlyMap<string, readonly number[]> => {
  const held = new Map<string, readonly number[]>([[me, []]]);
  for (const { partition, owner } of holdings)
    if (owner !== null) held.set(owner, [...(held.get(owner) ?? []), partition]);
  return held;
};

const fromRichest = (holders: readonly (readonly number[])[], wanted: number): readonly number[] => {
  const [richest, ...others] = holders.toSorted((one, other) => other.length - one.length);
  const [partition, ...left] = richest ?? [];
  if (partition === undefined || wanted <= 0) return [];
  return [partition, ...fromRichest([left, ...others], wanted - 1)];
};

/** How many looks in a row may find a holder silent before its partitions are free. */
const silentLooks = 5;

/**
 * Notices holders from whom nothing is heard. Counts looks, not time: a process that was frozen itself has not looked meanwhile,
 * and no clock of another machine is believed.
 */
export const silenceWatch = (): ((partition: number, lease: Lease) => boolean) => {
  const last = new Map<number, Readonly<{ word: string; looks: number }>>();
  return (partition, { epoch, heardAt }) => {
    const word = `${epoch} ${heardAt}`;
    const before = last.get(partition);
    const looks = before?.word === word ? before.looks + 1 : 0;
    last.set(partition, { word, looks });
    return looks >= silentLooks;
  };
};
