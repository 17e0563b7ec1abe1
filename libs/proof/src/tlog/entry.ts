import { Malformed, textOf, utf8 } from './bytes.js';

/** The entry of an event: the UTF-8 bytes of the canonical JSON of `{hash}`, its chain hash of 64 hex digits; nothing else. */
export const entryOf = (chainHash: string): Uint8Array => {
  if (!chainHashForm.test(chainHash)) throw new Malformed('a chain hash has 64 lower-case hex digits');
  return utf8(`{"hash":"${chainHash}"}`);
};

/** The chain hash that an entry carries. Throws `Malformed` where it is not such an entry to the letter. */
export const chainHashOfEntry = (entry: Uint8Array): string => {
  const [, hash] = entryForm.exec(textOf(entry)) ?? [];
  if (hash === undefined) throw new Malformed('an entry is {"hash":"…"} with 64 lower-case hex digits');
  return hash;
};

const chainHashForm = /^[0-9a-f]{64}$/;
const entryForm = /^\{"hash":"([0-9a-f]{64})"\}$/;
