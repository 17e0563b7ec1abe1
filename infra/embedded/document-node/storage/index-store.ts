import type { Database, RangeOptions } from 'lmdb';
import { CommandError } from '../errors.js';
import { Type, typeNames } from '../bson/types.js';
import { documentValue, numberOf, textOf, type Value } from '../bson/value.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { clippedKey } from '../indexes/clipping.js';
import { encodeParts, keysOf, partsOf, type KeyField } from '../indexes/index-keys.js';

/** Encoded keys to bytes, in the order of the bytes. */
export type Store = Database<Buffer, Buffer>;

/**
 * The entries of a range, taken at once until their values fill `mostBytes`. The store gets its cursor and its reader back,
 * whatever fails.
 */
export const entriesIn = (
  store: Store,
  range: RangeOptions,
  mostBytes = Infinity,
): { key: Buffer; value: Buffer }[] => {
  const entries: { key: Buffer; value: Buffer }[] = [];
  let bytes = 0;
  const iterator = store.getRange(range)[Symbol.iterator]();
  try {
    // A `for` loop would not end an iterator that itself has failed.
    for (let step = iterator.next(); !step.done && bytes <= mostBytes; step = iterator.next()) {
      entries.push(step.value);
      bytes += step.value.value.length;
    }
  } finally {
    iterator.return?.();
  }
  return entries;
};

/** An index: for each of a document's keys one entry, that leads to the document's encoded `_id`. */
export type Index = Readonly<{
  name: string;
  number: number;
  fields: readonly KeyField[];
  /** `{field: 1 | -1, …}` as it was given. */
  pattern: Buffer;
  unique: boolean;
  /** Per field: how many names down its path arrays were seen, ever. */
  arrayDepths: readonly Set<number>[];
  /** Whether a key was clipped, ever: then the keys do not lie in the order of their values. */
  known: { clipped: boolean };
  store: Store;
}>;

/** What a write does to one index. */
export type IndexChange = Readonly<{ index: Index; remove: readonly Buffer[]; add: readonly Buffer[] }>;

/** The keys under which a document stands in an index; tells where the index learns something new. Throws 171 on parallel arrays. */
export const entriesOf = (index: Index, document: Buffer, id: Buffer, onLearnt: () => void): Buffer[] => {
  const keys = keysOf(index.fields, documentValue(document), (field, depth) => {
    const depths = index.arrayDepths[field];
    if (!depths || depths.has(depth)) return;
    depths.add(depth);
    onLearnt();
  });
  return keys.map((key) => {
    const whole = index.unique ? key : Buffer.concat([key, id]);
    const entry = clippedKey(whole);
    if (entry !== whole && !index.known.clipped) {
      index.known.clipped = true;
      onLearnt();
    }
    return entry;
  });
};

/** Throws DuplicateKey (11000) where an entry that is to be added belongs to another document. */
export const refuseDuplicates = (namespace: string, change: IndexChange, id: Buffer, document: Buffer): void => {
  if (!change.index.unique) return;
  for (const key of change.add) {
    const owner = change.index.store.get(key);
    if (owner && !owner.equals(id)) throw duplicateInIndex(namespace, change.index, key, document);
  }
};

const duplicateInIndex = (namespace: string, index: Index, key: Buffer, document: Buffer): CommandError => {
  const combinations = partsOf(index.fields, documentValue(document));
  const parts = combinations.find((one) => clippedKey(encodeParts(index.fields, one)).equals(key)) ?? [];
  const values = parts.map((part) => (typeof part === 'number' ? undefined : part));
  return duplicateKey(namespace, index, values);
};

/** A value as the server's messages show it; the exact one stands in `keyValue`. */
const textOfValue = (value: Value | undefined): string => {
  if (value === undefined || value.type === Type.null) return 'null';
  if (value.type === Type.string) return JSON.stringify(textOf(value));
  return String(numberOf(value) ?? typeNames[value.type]);
};

/** The E11000 error: which index, and which values are taken. */
export const duplicateKey = (
  namespace: string,
  index: Pick<Index, 'name' | 'fields' | 'pattern'>,
  values: readonly (Value | undefined)[],
): CommandError => {
  const taken = new DocumentWriter().begin();
  index.fields.forEach(({ path }, i) => {
    const value = values[i];
    if (value) taken.value(path.text, value);
    else taken.nothing(path.text);
  });
  const keyValue = taken.end().finish();
  const shown = index.fields.map(({ path }, i) => `${path.text}: ${textOfValue(values[i])}`).join(', ');
  return new CommandError(
    11000,
    `E11000 duplicate key error collection: ${namespace} index: ${index.name} dup key: { ${shown} }`,
    { keyPattern: index.pattern, keyValue },
  );
};
