import { CommandError } from '../errors.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { Type, typeNames } from '../bson/types.js';
import { documentValue, numberOf, textOf, type Value } from '../bson/value.js';
import { clippedKey, longestKey } from '../indexes/clipping.js';
import { encodeParts, keysOf, partsOf, type KeyField } from '../indexes/index-keys.js';
import type { Store } from './store.js';

/** An index: for each of a document's keys one entry, that leads to the document's encoded `_id`. */
export type Index = Readonly<{
  name: string;
  number: number;
  fields: readonly KeyField[];
  /** `{field: 1 | -1, …}` as it was given. */
  pattern: Buffer;
  unique: boolean;
  /** Whether it ever held the items of an array; whether a key was ever clipped: keys lie in the order of values where neither was. */
  known: { holdsArrays: boolean; clipped: boolean };
  store: Store;
}>;

/** What a write does to one index. */
export type IndexChange = Readonly<{ index: Index; remove: readonly Buffer[]; add: readonly Buffer[] }>;

/** The keys under which a document stands in an index; tells where the index learns something new. Throws 238 on arrays out of place. */
export const entriesOf = (index: Index, document: Buffer, id: Buffer, onLearnt: () => void): Buffer[] => {
  const learn = (what: keyof Index['known']): void => {
    if (index.known[what]) return;
    index.known[what] = true;
    onLearnt();
  };
  const keys = keysOf(index.fields, documentValue(document), () => learn('holdsArrays'));
  return keys.map((key) => {
    const whole = index.unique ? key : Buffer.concat([key, id]);
    if (whole.length > longestKey) learn('clipped');
    return clippedKey(whole);
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
