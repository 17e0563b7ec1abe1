import { dirname, resolve } from 'node:path';
import { ErasedKeys } from './erased-keys.js';
import { MasterKeyRefused } from './vault.js';
import { KeyStore, type HeadRow } from './key-store.js';
import { makeMasterKey, readMasterKey, type MasterKey } from './master-key.js';
import { closeBox, openBox } from './sealed-form.js';

export type RotationOptions = Readonly<{ mongoUrl: string; masterKeyFile: string; newMasterKeyFile: string }>;

/**
 * Wraps every key of the vault anew by the key in `newMasterKeyFile` (made where it is missing), and keeps what was erased beside it too.
 * No sealed value changes.
 * Stop everything else that uses the vault first. May be repeated after a crash: what is done stays done. Answers how many
 * data keys it wrapped. Throws `MasterKeyRefused`, `VaultUnavailable`.
 */
export const rotateMasterKey = async (options: RotationOptions): Promise<number> => {
  const from = await readMasterKey(options.masterKeyFile);
  if (!from) throw new MasterKeyRefused(`There is no master key file ${options.masterKeyFile}.`);
  const store = new KeyStore(options.mongoUrl);
  try {
    const head = await store.head();
    if (!head) throw new MasterKeyRefused('There is no vault at this address: nothing to rotate.');
    const to = await makeMasterKey(options.newMasterKeyFile);
    const wrapped = await rewrapKeys(store, from, to);
    await carryErasures(openHead(head, [from, to]), options);
    // The head last: until it changes, the old file is the one that opens the vault, and a repeat goes on from here.
    await store.replaceHead(rewrapHead(head, from, to));
    return wrapped;
  } finally {
    await store.close();
  }
};

const rewrapKeys = async (store: KeyStore, from: MasterKey, to: MasterKey): Promise<number> => {
  let wrapped = 0;
  for (let after = ''; ;) {
    const rows = await store.page(after, 500);
    const last = rows.at(-1);
    if (!last) return wrapped;
    for (const row of rows) {
      if (row.master === to.id) continue;
      await store.rewrap(row, rewrap(row.wrapped, row.id, from, to), to.id);
      wrapped += 1;
    }
    after = last.id;
  }
};

/** The key of the head by which the records of a vault are told; by whichever of the two wraps it by now. */
const openHead = (head: HeadRow, keys: readonly MasterKey[]): Buffer => {
  const key = keys.find(({ id }) => id === head.master);
  const opened = key && openBox(key.bytes, head.digestKey, 'digest');
  if (!opened)
    throw new MasterKeyRefused(
      `The vault's keys are wrapped by the master key ${head.master}: wrong file, nothing is changed.`,
    );
  return opened;
};

/** A new file may be in another folder: what was erased is kept there as well, before that file opens the vault. */
const carryErasures = async (
  digestKey: Buffer,
  { masterKeyFile, newMasterKeyFile }: RotationOptions,
): Promise<void> => {
  if (resolve(dirname(masterKeyFile)) === resolve(dirname(newMasterKeyFile))) return;
  const beside = new ErasedKeys(newMasterKeyFile, digestKey);
  for (const erasure of await new ErasedKeys(masterKeyFile, digestKey).all()) await beside.keep(erasure);
};

const rewrapHead = (head: HeadRow, from: MasterKey, to: MasterKey): HeadRow =>
  head.master === to.id
    ? head
    : {
        subjectKey: rewrap(head.subjectKey, 'subject', from, to),
        digestKey: rewrap(head.digestKey, 'digest', from, to),
        master: to.id,
      };

const rewrap = (wrapped: string, place: string, from: MasterKey, to: MasterKey): string => {
  const key = openBox(from.bytes, wrapped, place);
  if (!key)
    throw new MasterKeyRefused(
      `The master key ${from.id} did not wrap the key ${place}: wrong file, nothing more is changed.`,
    );
  return closeBox(to.bytes, key, place);
};
