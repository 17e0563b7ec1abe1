/** Thrown where a text or a run of bytes is not of its specification's form. The message says what was expected. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The UTF-8 bytes of a text. */
export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** The text of UTF-8 bytes, a byte order mark included. Throws `Malformed` where they are not UTF-8. */
export const textOf = (bytes: Uint8Array): string => {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    throw new Malformed('not UTF-8', { cause: error });
  }
};

/** The parts behind one another. */
export const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** Whether two runs of bytes are the same. Nothing compared here is secret. */
export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

/** Base64 with padding (RFC 4648, section 4). */
export const toBase64 = (bytes: Uint8Array): string => {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
};

/** Throws `Malformed` for all but the one base64 text of some bytes: no white space, right padding, no stray bits. */
export const fromBase64 = (text: string): Uint8Array => {
  const bytes = decodedBase64(text);
  if (bytes === null || toBase64(bytes) !== text) throw new Malformed('not base64 (RFC 4648, section 4)');
  return bytes;
};

const decodedBase64 = (text: string): Uint8Array | null => {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
};

/** Lower-case hex. */
export const toHex = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
};

/** The base64 of one SHA-256 hash. Throws `Malformed` where it is not one of 32 bytes. */
export const hashFromBase64 = (text: string): Uint8Array => {
  const hash = fromBase64(text);
  if (hash.length !== 32) throw new Malformed(`a hash has 32 bytes, not ${hash.length}`);
  return hash;
};

const decimalForm = /^(0|[1-9][0-9]{0,15})$/;

/** An ASCII decimal without leading zeroes. Throws `Malformed` for another form and for more than 2^53 - 1. */
export const decimal = (text: string): number => {
  const value = decimalForm.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value)) throw new Malformed('not a decimal number up to 2^53 - 1 without leading zeroes');
  return value;
};

/** Whether a number can be a size of a tree or an index in it. */
export const isPosition = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
