import type { Database } from 'lmdb';
import { CommandError, notImplemented } from '../errors.js';
import { Type, typeNames } from '../bson/types.js';
import { documentValue, numberOf, textOf, type Value } from '../bson/value.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { encodeParts, keysOf, partsOf, type KeyField } from '../indexes/index-keys.js';
import { matches, type Filter } from '../matching/filter.js';

/** Encoded keys to bytes, in the order of the bytes. */
export type Store = Database<Buffer, Buffer>;

/** LMDB's limit on the length of a key. */
export const longestKey = 1978;

/** An index: for each of a document's keys one entry, that leads to the document's encoded `_id`. */
export type Index = Readonly<{
  name: string;
  number: number;
  fields: readonly KeyField[];
  /** `{field: 1 | -1, …}` as it was given. */
  pattern: Buffer;
  unique: boolean;
  /** Only documents that pass are in the index. */
  partial: Readonly<{ source: Buffer; filter: Filter }> | undefined;
  /** Per field: how many names down its path arrays were seen, ever. */
  arrayDepths: readonly Set<number>[];
  store: Store;
}>;

/** What a write does to one index. */
export type IndexChange = Readonly<{ index: Index; remove: readonly Buffer[]; add: readonly Buffer[] }>;

/** The keys under which a document stands in an index. Throws 171 on parallel arrays, 238 on keys that are too long. */
export const entriesOf = (index: Index, document: Buffer, id: Buffer, onArray: () => void): Buffer[] => {
  const value = documentValue(document);
  if (index.partial && !matches(index.partial.filter, value)) return [];
  const keys = keysOf(index.fields, value, (field, depth) => {
    const depths = index.arrayDepths[field];
    if (!depths || depths.has(depth)) return;
    depths.add(depth);
    onArray();
  });
  return keys.map((key) => entryKey(index, key, id));
};

const entryKey = (index: Index, key: Buffer, id: Buffer): Buffer => {
  const entry = index.unique ? key : Buffer.concat([key, id]);
  if (entry.length > longestKey)
    throw notImplemented(`a key of ${entry.length} bytes in index ${index.name} (at most ${longestKey})`);
  return entry;
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
  const parts = combinations.find((one) => encodeParts(index.fields, one).equals(key)) ?? [];
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
