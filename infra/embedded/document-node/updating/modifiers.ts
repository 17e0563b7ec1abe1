import { CommandError, notImplemented } from '../errors.js';
import { compareToKey, keyOf } from '../bson/key.js';
import { isNumber } from '../bson/path.js';
import { doubleValue, fieldsOf, intValue, isNumeric, numberOf, Type, typeNames, type Value } from '../bson/value.js';
import { placeFor, placeOf, type Editable } from './editable.js';

/** One change to a document; `inserting` is true while an upsert makes a new one. */
export type Modifier = (document: Editable, inserting: boolean) => void;

/** What an operator does at a path (its names) with its operand. */
type Operator = (names: readonly string[], operand: Value) => Modifier;

/** Puts at a path what comes of what is there; undefined leaves it as it is. */
const changed =
  (names: readonly string[], change: (current: Value | undefined) => Value | undefined): Modifier =>
  (document) => {
    const { parent, name } = placeFor(document, names);
    const value = change(parent.get(name));
    if (value) parent.set(name, value);
  };

const set: Operator = (names, operand) => changed(names, () => operand);

const setOnInsert: Operator = (names, operand) => {
  const modifier = set(names, operand);
  return (document, inserting) => {
    if (inserting) modifier(document, inserting);
  };
};

const unset: Operator = (names) => (document) => {
  const place = placeOf(document, names);
  place?.parent.remove(place.name);
};

/** `$inc`: int and double only; a sum that needs a Long is refused. */
const increase: Operator = (names, operand) => {
  const amount = arithmetic(operand);
  return changed(names, (current) => {
    if (current === undefined) return operand;
    const sum = arithmetic(current) + amount;
    if (current.type === Type.double || operand.type === Type.double) return doubleValue(sum);
    if (sum !== (sum | 0)) throw notImplemented('$inc beyond a 32-bit integer (a Long)');
    return intValue(sum);
  });
};

const arithmetic = (value: Value): number => {
  if (!isNumeric(value.type)) throw new CommandError(14, 'Cannot $inc with or of a value of non-numeric type');
  const number = numberOf(value);
  if (number === undefined || value.type === Type.long)
    throw notImplemented(`arithmetic on a value of type ${typeNames[value.type]}`);
  return number;
};

/** `$max`: takes the operand where it is greater in BSON comparison, or where there is nothing. */
const keepGreater: Operator = (names, operand) => {
  const key = keyOf(operand);
  return changed(names, (current) => (current && compareToKey(current, key) >= 0 ? undefined : operand));
};

const operators: Readonly<Record<string, Operator>> = {
  $set: set,
  $setOnInsert: setOnInsert,
  $unset: unset,
  $inc: increase,
  $max: keepGreater,
};

/** Reads `{$set: {…}, $inc: {…}, …}`; changes are made in the order of their paths, as on the real server. */
export const parseModifiers = (update: Value): Modifier[] => {
  const changes: { path: string; modifier: Modifier }[] = [];
  for (const [name, operands] of fieldsOf(update)) {
    const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
    if (!operator) throw name.startsWith('$') ? notImplemented(`the update operator ${name}`) : unknownModifier(name);
    if (operands.type !== Type.object) throw new CommandError(9, `Modifiers operate on fields but ${name} has none`);
    for (const [path, operand] of fieldsOf(operands))
      changes.push({ path, modifier: operator(namesOf(path), operand) });
  }
  changes.sort((a, b) => comparePaths(a.path, b.path));
  refuseConflicts(changes.map(({ path }) => path));
  return changes.map(({ modifier }) => modifier);
};

const unknownModifier = (name: string): CommandError => new CommandError(9, `Unknown modifier: ${name}`);

const namesOf = (path: string): string[] => {
  const names = path.split('.');
  if (names.some((name) => name.startsWith('$'))) throw notImplemented(`the positional path ${path} in an update`);
  if (names.includes('')) throw new CommandError(56, `The update path '${path}' contains an empty field name`);
  return names;
};

const comparePaths = (a: string, b: string): number => {
  const others = b.split('.');
  for (const [i, name] of a.split('.').entries()) {
    const other = others[i];
    if (other === undefined) return 1;
    if (name !== other) return compareNames(name, other);
  }
  return -1;
};

const compareNames = (a: string, b: string): number => {
  if (isNumber(a) && isNumber(b)) return Number(a) - Number(b);
  return a < b ? -1 : 1;
};

/** Sorted paths conflict where one is the same as or the beginning of its successor. */
const refuseConflicts = (paths: readonly string[]): void => {
  paths.forEach((path, i) => {
    const next = paths[i + 1];
    if (next !== undefined && (next === path || next.startsWith(`${path}.`)))
      throw new CommandError(40, `Updating the path '${next}' would create a conflict at '${path}'`);
  });
};
