import { SealBroken } from './errors.js';
import { closeBox, openBox } from './seal-box.js';
import type { Sealed, Unsealed } from './vault.js';

/** A data key at hand. */
export type DataKey = Readonly<{ id: string; bytes: Buffer }>;

/** What became of a key that once sealed something. */
export type KnownKey = DataKey | 'erased';

/** The sealed form: `1.<key id>.<box>`; the number is the version of this form, for ever readable. */
export const sealWith = (key: DataKey | undefined, text: string, place: string): Sealed => {
  if (!key) throw new SealBroken('no key to seal with');
  return { $sealed: `1.${key.id}.${closeBox(key.bytes, text, place)}` };
};

/** Throws `SealBroken` where the vault has no such key, or the value does not open. */
export const unsealWith = (key: KnownKey | undefined, sealed: Sealed, place: string): Unsealed => {
  if (!key) throw new SealBroken(`the vault has no key ${partsOf(sealed).keyId}: is this its database, all of it?`);
  if (key === 'erased') return { erased: true };
  const content = openBox(key.bytes, partsOf(sealed).box, place);
  if (content === null) throw new SealBroken(`a sealed value does not open at ${place}`);
  return { text: content.toString('utf8') };
};

/** Which key sealed a value. */
export const keyIdOf = (sealed: Sealed): string => partsOf(sealed).keyId;

const partsOf = ({ $sealed }: Sealed): { keyId: string; box: string } => {
  const [version, keyId, box] = $sealed.split('.');
  if (version !== '1' || !keyId || !box) throw new SealBroken('not a sealed value of a known form');
  return { keyId, box };
};
