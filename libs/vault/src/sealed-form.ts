import { createCipheriv, createDecipheriv, hash, randomBytes } from 'node:crypto';
import { SealBroken, type Sealed, type SealRequest, type Unsealed, type UnsealRequest } from './vault.js';

/** A data key at hand. */
export type DataKey = Readonly<{ id: string; bytes: Buffer }>;

/** What became of a key that once sealed something. */
export type KnownKey = DataKey | 'erased';

type Content = Pick<SealRequest, 'text' | 'at' | 'place'>;

/**
 * The sealed form: `2.<key id>.<digest>.<box>`; the number is the version of this form. The box holds the disclosure `[salt, at, value]`
 * (RFC 9901, section 4.2.1, with the place where that has a name), the digest is its base64url SHA-256 as section 4.2.3 has it.
 */
export const sealWith = (key: DataKey | undefined, { text, at, place }: Content): Sealed => {
  if (!key) throw new SealBroken('no key to seal with');
  const disclosure = `["${chance(saltBytes).toString('base64url')}",${JSON.stringify(at)},${text}]`;
  return { $sealed: `2.${key.id}.${digestOf(encoded(disclosure))}.${closeBox(key.bytes, disclosure, place)}` };
};

/** Opens either form: `1.<key id>.<box>`, whose box holds the text alone, is read for ever. Throws `SealBroken` where the vault has no such key, or the value does not open. */
export const unsealWith = (key: KnownKey | undefined, { sealed, at, place }: UnsealRequest): Unsealed => {
  const { version, keyId, digest, box } = partsOf(sealed);
  if (!key) throw new SealBroken(`the vault has no key ${keyId}: is this its database, all of it?`);
  if (key === 'erased') return { erased: true };
  const content = openBox(key.bytes, box, place)?.toString('utf8');
  if (content === undefined) throw new SealBroken(`a sealed value does not open at ${place}`);
  if (version === '1') return { text: content, disclosure: null };
  const disclosure = encoded(content);
  const told = `${JSON.stringify(at)},`;
  if (digestOf(disclosure) !== digest || !content.startsWith(told, afterSalt))
    throw new SealBroken(`a sealed value is not what its digest says at ${place}`);
  return { text: content.slice(afterSalt + told.length, -1), disclosure };
};

/** Which key sealed a value. */
export const keyIdOf = (sealed: Sealed): string => partsOf(sealed).keyId;

/** The digest that stands for a value in its event: base64url SHA-256 of its disclosure; null in form 1, which has none. */
export const digestIn = (sealed: Sealed): string | null => partsOf(sealed).digest;

type Parts = Readonly<{ version: '1' | '2'; keyId: string; digest: string | null; box: string }>;

const partsOf = ({ $sealed }: Sealed): Parts => {
  const [version, keyId, ...rest] = $sealed.split('.');
  const [first, second] = rest;
  if (version === '1' && keyId && first) return { version, keyId, digest: null, box: first };
  if (version === '2' && keyId && first && second) return { version, keyId, digest: first, box: second };
  throw new SealBroken('not a sealed value of a known form');
};

const saltBytes = 16;
/** Where the place begins in a disclosure: 16 bytes are 22 signs of base64url, in `["…",`. */
const afterSalt = 26;

const encoded = (disclosure: string): string => Buffer.from(disclosure, 'utf8').toString('base64url');

const digestOf = (disclosure: string): string => hash('sha256', disclosure, 'base64url');

const nonceBytes = 12;
const tagBytes = 16;

/** A box: 12 random bytes of nonce, the AES-256-GCM ciphertext, 16 bytes of tag; base64url. `place` is authenticated, not stored. */
export const closeBox = (key: Buffer, content: string | Buffer, place: string): string => {
  const nonce = chance(nonceBytes);
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

/** Chance is cut from a pool, since asking the system for twelve bytes costs as much as for four thousand. */
let pool = Buffer.alloc(0);
let taken = 0;

const chance = (bytes: number): Buffer => {
  if (taken + bytes > pool.length) {
    pool = randomBytes(4_096);
    taken = 0;
  }
  taken += bytes;
  return pool.subarray(taken - bytes, taken);
};
