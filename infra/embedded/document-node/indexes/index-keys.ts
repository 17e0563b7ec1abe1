import { badValue, notImplemented } from '../errors.js';
import { KeyWriter } from '../bson/key.js';
import { refuseTooManyValues } from '../bson/checks.js';
import { fieldPath, reach, type FieldPath } from '../bson/path.js';
import { fieldsOf, itemsOf, numberOf, Type, Value } from '../bson/value.js';

/** One field of an index or of a sort. */
export type KeyField = Readonly<{ path: FieldPath; descending: boolean }>;

/** Reads a sort, `{field: 1 | -1, …}`. Throws BadValue (2) on other directions, NotImplemented (238) on `$natural` and the like. */
export const parseSort = (sort: Value | undefined): KeyField[] => {
  if (!sort) return [];
  refuseTooManyValues(sort, 'a sort');
  return [...fieldsOf(sort)].map(([name, value]) => {
    if (name.startsWith('$')) throw notImplemented(`a sort on ${name}`);
    const direction = numberOf(value);
    if (direction !== 1 && direction !== -1) throw badValue(`$sort key ordering must be 1 or -1, for ${name}`);
    if (name === '') throw badValue('a sort on a field without a name');
    return { path: fieldPath(name), descending: direction < 0 };
  });
};

/** The fields in words: two lists of fields are the same where these are. */
export const textOfFields = (fields: readonly KeyField[]): string =>
  fields.map(({ path, descending }) => `${path.text}_${descending ? -1 : 1}`).join('_');

/** What an index holds for a field: a value, null for a missing one, undefined (the BSON type) for an empty array. */
export type Part = Value | typeof Type.null | typeof Type.undefined;

/**
 * The combinations of parts that a document has under these fields: one, or where a single field holds an array one for each item.
 * `onArray` is told of that. Throws NotImplemented (238) on an array anywhere else.
 */
export const partsOf = (fields: readonly KeyField[], document: Value, onArray?: () => void): Part[][] => {
  const parts = fields.map(({ path }) => partAt(document, path));
  const array = parts.find((part) => part instanceof Value && part.type === Type.array);
  if (!(array instanceof Value)) return [parts];
  if (fields.length > 1) throw notImplemented('an array under an index or a sort of several fields');
  onArray?.();
  const items = itemsOf(array);
  return items.length === 0 ? [[Type.undefined]] : items.map((item) => [item]);
};

const partAt = (document: Value, path: FieldPath): Part => {
  const { value, next } = reach(document.bytes, document.at, path);
  if (value?.type === Type.array && next < path.names.length)
    throw notImplemented(`an index or a sort on ${path.text}, which leads through an array,`);
  return value ?? Type.null;
};

const writer = new KeyWriter();

/** The encoded keys of a document under these fields, each once. */
export const keysOf = (fields: readonly KeyField[], document: Value, onArray?: () => void): Buffer[] => {
  const combinations = partsOf(fields, document, onArray);
  const [only] = combinations;
  if (only && combinations.length === 1) return [encodeParts(fields, only)];
  const keys = combinations.map((parts) => encodeParts(fields, parts));
  return [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()];
};

/** The encoding of one combination of parts. */
const encodeParts = (fields: readonly KeyField[], parts: readonly Part[]): Buffer => {
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
