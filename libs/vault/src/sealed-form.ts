import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { SealBroken, type Sealed, type Unsealed } from './vault.js';

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

const nonceBytes = 12;
const tagBytes = 16;

/** A box: 12 random bytes of nonce, the AES-256-GCM ciphertext, 16 bytes of tag; base64url. `place` is authenticated, not stored. */
export const closeBox = (key: Buffer, content: string | Buffer, place: string): string => {
  const nonce = freshNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(place));
  // A string is taken as UTF-8, a buffer as it is.
  const text = typeof content === 'string' ? cipher.update(content, 'utf8') : cipher.update(content);
  const rest = cipher.final();
  return Buffer.concat([nonce, text, rest, cipher.getAuthTag()]).toString('base64url');
};

/** What is in a box; null where key, place or content is not what it was closed with. */
export const openBox = (key: Buffer, box: string, place: string): Buffer | null => {
  const bytes = Buffer.from(box, 'base64url');
  if (bytes.length < nonceBytes + tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes));
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, bytes.length - tagBytes)), decipher.final()]);
  } catch {
    return null;
  }
};

/** Nonces are cut from a pool, since asking the system for twelve bytes costs as much as for four thousand. */
let pool = Buffer.alloc(0);
let taken = 0;

const freshNonce = (): Buffer => {
  if (taken + nonceBytes > pool.length) {
    pool = randomBytes(nonceBytes * 340);
    taken = 0;
  }
  taken += nonceBytes;
  return pool.subarray(taken - nonceBytes, taken);
};
