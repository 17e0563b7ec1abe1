import { CommandError, notImplemented } from '../errors.js';
import { compareToKey, keyOf } from '../bson/key.js';
import { arrayValue, doubleValue, intValue, objectValue } from '../bson/scalars.js';
import { isNumeric, Type, typeNames } from '../bson/types.js';
import { numberOf, type Value } from '../bson/value.js';
import { Editable, placeFor, setAt, type Content } from './editable.js';
import type { Operator } from './modifier.js';

/** `$inc`: int and double only; a sum that needs a Long is refused. */
export const increase: Operator = (names, operand) => {
  const amount = arithmetic(operand, '$inc');
  return (document) => {
    const place = placeFor(document, names);
    const current = place.parent.get(place.name);
    if (current === undefined) return setAt(place, operand);
    if (current instanceof Editable || !isNumeric(current.type))
      throw new CommandError(14, `Cannot apply $inc to a value of non-numeric type at '${names.join('.')}'`);
    return setAt(place, sum(current, arithmetic(current, '$inc'), { operand, amount }));
  };
};

const sum = (current: Value, number: number, { operand, amount }: { operand: Value; amount: number }): Value => {
  const result = number + amount;
  if (current.type === Type.double || operand.type === Type.double) return doubleValue(result);
  if (result !== (result | 0)) throw notImplemented('$inc beyond a 32-bit integer (a Long)');
  return intValue(result);
};

const arithmetic = (value: Value, operator: string): number => {
  if (!isNumeric(value.type)) throw new CommandError(14, `Cannot ${operator} with non-numeric argument`);
  const number = numberOf(value);
  if (number === undefined || value.type === Type.long)
    throw notImplemented(`arithmetic on a value of type ${typeNames[value.type]}`);
  return number;
};

/** `$min`: takes the operand where it is less in BSON comparison, or where there is nothing. */
export const keepLess: Operator = (names, operand) => keepIf(names, operand, (order) => order > 0);

/** `$max`: takes the operand where it is greater in BSON comparison, or where there is nothing. */
export const keepGreater: Operator = (names, operand) => keepIf(names, operand, (order) => order < 0);

const keepIf = (names: readonly string[], operand: Value, wins: (order: number) => boolean): ReturnType<Operator> => {
  const key = keyOf(operand);
  return (document) => {
    const place = placeFor(document, names);
    const current = place.parent.get(place.name);
    if (current === undefined || wins(compareToKey(settled(current), key))) setAt(place, operand);
  };
};

/** Content as a value, closed again where it was opened. */
export const settled = (content: Content): Value => {
  if (!(content instanceof Editable)) return content;
  return content.type === Type.array ? arrayValue(content.toBytes()) : objectValue(content.toBytes());
};
