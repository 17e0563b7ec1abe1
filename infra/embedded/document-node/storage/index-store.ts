import { documentValue } from '../bson/value.js';
import { clippedKey, longestKey } from '../indexes/clipping.js';
import { keysOf, type KeyField } from '../indexes/index-keys.js';
import type { Store } from './store.js';

/** An index: for each of a document's keys one entry, that leads to the document's encoded `_id`. */
export type Index = Readonly<{
  name: string;
  number: number;
  fields: readonly KeyField[];
  /** `{field: 1, …}` as it was given. */
  pattern: Buffer;
  /** Whether it ever held the items of an array; whether a key was ever clipped: keys lie in the order of values where neither was. */
  known: { holdsArrays: boolean; clipped: boolean };
  store: Store;
}>;

/** The keys under which a document stands in an index; tells where the index learns something new. Throws 238 on arrays out of place. */
export const entriesOf = (index: Index, document: Buffer, id: Buffer, onLearnt: () => void): Buffer[] => {
  const learn = (what: keyof Index['known']): void => {
    if (index.known[what]) return;
    index.known[what] = true;
    onLearnt();
  };
  const keys = keysOf(index.fields, documentValue(document), () => learn('holdsArrays'));
  return keys.map((key) => {
    const whole = Buffer.concat([key, id]);
    if (whole.length > longestKey) learn('clipped');
    return clippedKey(whole);
  });
};
