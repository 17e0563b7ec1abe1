import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

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
