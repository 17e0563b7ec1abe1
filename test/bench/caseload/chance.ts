/** Chance that is the same for the same seed: one load, one set of cases. */
export type Chance = Readonly<{
  /** A number from 0 (inclusive) to 1. */
  next: () => number;
  /** Whether something that happens to so many in a hundred happens here. */
  percent: (share: number) => boolean;
  /** A whole number from `least` to `most`. */
  between: (least: number, most: number) => number;
  /** One of them, by their weights. */
  oneOf: <T extends Readonly<{ weight: number }>>(choices: readonly T[]) => T;
}>;

/** Mulberry32 over a seed of 32 bits. */
export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    percent: (share) => next() * 100 < share,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    oneOf: (choices) => {
      let left = next() * choices.reduce((sum, { weight }) => sum + weight, 0);
      const chosen = choices.find(({ weight }) => (left -= weight) < 0) ?? choices.at(-1);
      if (chosen === undefined) throw new RangeError('there is nothing to choose from');
      return chosen;
    },
  };
};
