import { notImplemented } from '../errors.js';
import { compare, keyOfJs } from './js-values.js';

/** Takes in a group's values one by one, and answers what they come to. */
export type Accumulator = { add: (value: unknown) => void; result: () => unknown };

const sum = (): Accumulator => {
  let total = 0;
  return {
    add: (value) => {
      if (typeof value === 'number') total += value;
    },
    result: () => total,
  };
};

const average = (): Accumulator => {
  let total = 0;
  let count = 0;
  return {
    add: (value) => {
      if (typeof value !== 'number') return;
      total += value;
      count += 1;
    },
    result: () => (count > 0 ? total / count : null),
  };
};

/** The least or greatest in BSON order; null and missing do not count. */
const extreme = (wins: (order: number) => boolean) => (): Accumulator => {
  let best: unknown = null;
  return {
    add: (value) => {
      if (value === null || value === undefined) return;
      if (best === null || wins(compare(value, best))) best = value;
    },
    result: () => best,
  };
};

const first = (): Accumulator => {
  let taken: { value: unknown } | undefined;
  return {
    add: (value) => {
      taken ??= { value };
    },
    result: () => taken?.value ?? null,
  };
};

const last = (): Accumulator => {
  let latest: unknown;
  return {
    add: (value) => {
      latest = value;
    },
    result: () => latest ?? null,
  };
};

const push = (): Accumulator => {
  const values: unknown[] = [];
  return {
    add: (value) => {
      if (value !== undefined) values.push(value);
    },
    result: () => values,
  };
};

const addToSet = (): Accumulator => {
  const values = new Map<string, unknown>();
  return {
    add: (value) => {
      if (value === undefined) return;
      const key = keyOfJs(value).toString('latin1');
      if (!values.has(key)) values.set(key, value);
    },
    result: () => [...values.values()],
  };
};

const count = (): Accumulator => {
  let n = 0;
  return {
    add: () => {
      n += 1;
    },
    result: () => n,
  };
};

const accumulators: Readonly<Record<string, () => Accumulator>> = {
  $sum: sum,
  $avg: average,
  $min: extreme((order) => order < 0),
  $max: extreme((order) => order > 0),
  $first: first,
  $last: last,
  $push: push,
  $addToSet: addToSet,
  $count: count,
};

/** What makes accumulators of this kind. Throws NotImplemented (238). */
export const accumulatorNamed = (name: string): (() => Accumulator) => {
  const make = Object.hasOwn(accumulators, name) ? accumulators[name] : undefined;
  if (!make) throw notImplemented(`the accumulator ${name}`);
  return make;
};
