import { notImplemented } from '../errors.js';
import { intValue } from '../bson/scalars.js';
import { isNumeric, Type, typeNames } from '../bson/types.js';
import { numberOf, type Value } from '../bson/value.js';

/** Takes in a group's values one by one (undefined: missing), and answers what they come to. */
export type Accumulator = { add: (value: Value | undefined) => void; result: () => Value };

/** `$sum` of 32-bit integers; what is no number does not count. */
const sum = (): Accumulator => {
  let total = 0;
  return {
    add: (value) => {
      if (!value || !isNumeric(value.type)) return;
      if (value.type !== Type.int) throw notImplemented(`$sum of a value of type ${typeNames[value.type]}`);
      total += numberOf(value) ?? 0;
    },
    result: () => {
      if (total !== (total | 0)) throw notImplemented('$sum beyond a 32-bit integer (a Long)');
      return intValue(total);
    },
  };
};

/** What makes accumulators of this kind. Throws NotImplemented (238). */
export const accumulatorNamed = (name: string): (() => Accumulator) => {
  if (name !== '$sum') throw notImplemented(`the accumulator ${name}`);
  return sum;
};
