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

/** Whether this is an erasure, as a file or a row has it. */
export const isErasure = (value: unknown): value is Erasure =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  ['keyIds', 'withheld', 'streams'].every((name) => areTexts(Reflect.get(value, name)));

const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
