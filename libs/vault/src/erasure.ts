/**
 * What is destroyed together, and what is kept but shown no more. `keyIds`: keys that are destroyed. `withheld`: keys of the words in
 * cases of others that may name the person. `streams`: all cases and complaints of which something is shown no more, by their streams.
 * Nothing of it names a person.
 */
export type Erasure = Readonly<{
  id: string;
  keyIds: readonly string[];
  withheld: readonly string[];
  streams: readonly string[];
}>;

/** The keys of a person: `subject` is the keyed hash that they are told by, `keyIds` its own and those of the streams it owns, where they are not destroyed. */
export type KeysOf = Readonly<{ subject: string; keyIds: readonly string[] }>;

/** By stream, the keyed hashes of those whose keys were destroyed by an erasure that is about it. */
export type ErasedStreams = ReadonlyMap<string, ReadonlySet<string>>;

export const erasedStreams = (erasures: readonly Pick<Erasure, 'keyIds' | 'streams'>[]): ErasedStreams => {
  const found = new Map<string, Set<string>>();
  for (const { keyIds, streams } of erasures) {
    for (const stream of streams) {
      const hashes = found.get(stream) ?? new Set();
      for (const id of keyIds) hashes.add(hashIn(id));
      found.set(stream, hashes);
    }
  }
  return found;
};

/** The id of a key is the hash of its subject and a number. */
const hashIn = (keyId: string): string => keyId.slice(0, keyId.lastIndexOf('-'));

/** Whether this is an erasure, as a file or a row has it. */
export const isErasure = (value: unknown): value is Erasure =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  ['keyIds', 'withheld', 'streams'].every((name) => areTexts(Reflect.get(value, name)));

const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
