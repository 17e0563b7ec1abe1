import { CommandError, notImplemented } from '../errors.js';
import { Type } from '../bson/types.js';
import { fieldsOf, type Value } from '../bson/value.js';
import { addToSet, pull, push } from './array-modifiers.js';
import { placeFor, placeOf, setAt } from './editable.js';
import type { Modifier, Operator } from './modifier.js';
import { increase, keepGreater, keepLess } from './number-modifiers.js';
import { nullValue } from '../bson/scalars.js';

const set: Operator = (names, operand) => (document) => setAt(placeFor(document, names), operand);

const setOnInsert: Operator = (names, operand) => (document, inserting) => {
  if (inserting) setAt(placeFor(document, names), operand);
};

/** An array keeps its length: null takes the place of an item. */
const unset: Operator = (names) => (document) => {
  const place = placeOf(document, names);
  if (!place) return;
  if (place.parent.type === Type.array) setAt(place, nullValue);
  else place.parent.remove(place.name);
};

const operators: Readonly<Record<string, Operator>> = {
  $set: set,
  $setOnInsert: setOnInsert,
  $unset: unset,
  $inc: increase,
  $min: keepLess,
  $max: keepGreater,
  $push: push,
  $addToSet: addToSet,
  $pull: pull,
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
    const order = compareNames(name, other);
    if (order !== 0) return order;
  }
  return -1;
};

const compareNames = (a: string, b: string): number => {
  if (/^\d+$/u.test(a) && /^\d+$/u.test(b)) return Number(a) - Number(b);
  return a < b ? -1 : Number(a > b);
};

/** Sorted paths conflict where one is the same as or the beginning of its successor. */
const refuseConflicts = (paths: readonly string[]): void => {
  paths.forEach((path, i) => {
    const next = paths[i + 1];
    if (next !== undefined && (next === path || next.startsWith(`${path}.`)))
      throw new CommandError(40, `Updating the path '${next}' would create a conflict at '${path}'`);
  });
};
