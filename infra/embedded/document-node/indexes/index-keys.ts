import { CommandError } from '../errors.js';
import { KeyWriter } from '../bson/key.js';
import { reach, type FieldPath } from '../bson/path.js';
import { Type } from '../bson/types.js';
import { itemsOf, Value } from '../bson/value.js';

/** One field of an index or of a sort. */
export type KeyField = Readonly<{ path: FieldPath; descending: boolean }>;

/** What an index holds for a field: a value, null for a missing one, undefined (the BSON type) for an empty array. */
export type Part = Value | typeof Type.null | typeof Type.undefined;

/** Told that the field at `field` leads through an array that lies `depth` names down its path. */
export type ArraySeen = (field: number, depth: number) => void;

/** A field on its way through the document: settled on a part, or waiting at an array. */
type Spot = Readonly<{ part: Part } | { array: Value; next: number }>;

/**
 * The combinations of parts that a document has in an index on these fields: one, or one for each item of an array.
 * Throws CannotIndexParallelArrays (171) where two different arrays meet.
 */
export const partsOf = (fields: readonly KeyField[], document: Value, seen?: ArraySeen): Part[][] => {
  const result: Part[][] = [];
  const spots = fields.map(({ path }) => spotAt(document, path, 0));
  expand({ fields, seen, result }, spots);
  return result;
};

type Expansion = Readonly<{ fields: readonly KeyField[]; seen: ArraySeen | undefined; result: Part[][] }>;

const spotAt = (document: Value, path: FieldPath, from: number): Spot => {
  const { value, next } = reach(document.bytes, document.at, path, from);
  if (value === undefined) return { part: Type.null };
  return value.type === Type.array ? { array: value, next } : { part: value };
};

const expand = (expansion: Expansion, spots: readonly Spot[]): void => {
  const array = arrayOf(expansion.fields, spots);
  if (!array) {
    expansion.result.push(spots.map((spot) => ('part' in spot ? spot.part : Type.null)));
    return;
  }
  spots.forEach((spot, i) => 'array' in spot && expansion.seen?.(i, spot.next));
  const items = itemsOf(array);
  const each = (item: Value | undefined): Spot[] =>
    spots.map((spot, i) => ('part' in spot ? spot : spotInItem(expansion.fields[i] as KeyField, spot.next, item)));
  if (items.length === 0) expand(expansion, each(undefined));
  for (const item of items) expand(expansion, each(item));
};

const spotInItem = ({ path }: KeyField, next: number, item: Value | undefined): Spot => {
  if (next === path.names.length) return { part: item ?? Type.undefined };
  return item?.type === Type.object ? spotAt(item, path, next) : { part: Type.null };
};

const arrayOf = (fields: readonly KeyField[], spots: readonly Spot[]): Value | undefined => {
  let array: Value | undefined;
  spots.forEach((spot, i) => {
    if ('part' in spot) return;
    if (array && array.at !== spot.array.at)
      throw new CommandError(171, `cannot index parallel arrays [${fields[i]?.path.text}]`);
    array = spot.array;
  });
  return array;
};

const writer = new KeyWriter();

/** The encoded keys of a document under these fields, each once. */
export const keysOf = (fields: readonly KeyField[], document: Value, seen?: ArraySeen): Buffer[] => {
  const combinations = partsOf(fields, document, seen);
  const [only] = combinations;
  if (only && combinations.length === 1) return [encodeParts(fields, only)];
  const keys = new Map<string, Buffer>();
  for (const parts of combinations) {
    const key = encodeParts(fields, parts);
    keys.set(key.toString('latin1'), key);
  }
  return [...keys.values()];
};

/** The encoding of one combination of parts. */
export const encodeParts = (fields: readonly KeyField[], parts: readonly Part[]): Buffer => {
  writer.reset();
  fields.forEach(({ descending }, i) => {
    const from = writer.length;
    const part = parts[i] ?? Type.null;
    if (part instanceof Value) writer.write(part);
    else writer.writeBare(part);
    if (descending) writer.invert(from);
  });
  return writer.take();
};

/** Where a document stands in a sort: the first of its keys. */
export const sortKeyOf = (fields: readonly KeyField[], document: Value): Buffer =>
  keysOf(fields, document).reduce((least, key) => (Buffer.compare(key, least) < 0 ? key : least));
