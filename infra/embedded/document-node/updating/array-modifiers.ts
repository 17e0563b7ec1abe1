import { badValue, CommandError } from '../errors.js';
import { keyOf } from '../bson/key.js';
import { Type } from '../bson/types.js';
import { Fields } from '../bson/fields.js';
import { fieldsOf, type Value } from '../bson/value.js';
import { matches, matchesItem, type Filter } from '../matching/filter.js';
import { parseFilter, parseItemFilter } from '../matching/parse-filter.js';
import { Editable, placeFor, placeOf, setAt, type Content, type Place } from './editable.js';
import type { Operator } from './modifier.js';
import { settled } from './number-modifiers.js';

/** `$push`: one item, or `{$each: […]}`, and then `$slice`. */
export const push: Operator = (names, operand) => {
  const { items, slice } = additions('$push', operand);
  return (document) => {
    const place = placeFor(document, names);
    const all = [...arrayAt(place, '$push'), ...items];
    setAt(place, Editable.array(sliced(all, slice)));
  };
};

/** `$addToSet`: one item, or `{$each: […]}`, where no equal one is there yet. */
export const addToSet: Operator = (names, operand) => {
  const { items, slice } = additions('$addToSet', operand);
  if (slice !== undefined) throw badValue('$addToSet takes no $slice');
  return (document) => {
    const place = placeFor(document, names);
    const all = arrayAt(place, '$addToSet');
    const known = new Set(all.map((item) => keyOf(settled(item)).toString('latin1')));
    for (const item of items) {
      const key = keyOf(item).toString('latin1');
      if (!known.has(key)) all.push(item);
      known.add(key);
    }
    setAt(place, Editable.array(all));
  };
};

/** `$pull`: the items equal to the operand, or that pass it as a condition. */
export const pull: Operator = (names, operand) => {
  const isPulled = pullTest(operand);
  return (document) => {
    const place = placeOf(document, names);
    if (!place) return;
    const kept = arrayAt(place, '$pull').filter((item) => !isPulled(settled(item)));
    setAt(place, Editable.array(kept));
  };
};

const pullTest = (operand: Value): ((item: Value) => boolean) => {
  if (operand.type === Type.object && !startsWithOperator(operand)) {
    const filter = parseFilter(operand);
    return (item) => item.type === Type.object && matches(filter, item);
  }
  const filter: Filter = parseItemFilter(operand);
  return (item) => matchesItem(filter, item);
};

const startsWithOperator = (document: Value): boolean => [...fieldsOf(document).keys()][0]?.startsWith('$') ?? false;

type Additions = Readonly<{ items: readonly Value[]; slice: number | undefined }>;

const additions = (name: string, operand: Value): Additions => {
  if (operand.type !== Type.object || !startsWithOperator(operand)) return { items: [operand], slice: undefined };
  const options = Fields.of(operand).allowOnly(additionOptions, name);
  return { items: options.list('$each'), slice: options.number('$slice') };
};

const additionOptions = new Set(['$each', '$slice']);

const sliced = (items: readonly Content[], slice: number | undefined): readonly Content[] => {
  if (slice === undefined) return items;
  if (slice === 0) return [];
  return slice > 0 ? items.slice(0, slice) : items.slice(slice);
};

const arrayAt = ({ parent, name }: Place, operator: string): Content[] => {
  const content = parent.get(name);
  if (content === undefined) return [];
  if (content.type !== Type.array) throw new CommandError(2, `The field '${name}' must be an array for ${operator}`);
  return (content instanceof Editable ? content : Editable.of(content)).items;
};
