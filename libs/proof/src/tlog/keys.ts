import { fromBase64, joined, Malformed, toBase64, utf8 } from './bytes.js';
import type { Sha256 } from './merkle.js';

/** Signature types: a log's Ed25519 signature (C2SP signed-note) and a witness's Ed25519 cosignature (C2SP tlog-cosignature). */
export const signatureTypes = { ed25519: 0x01, cosignature: 0x04 } as const;

export type SignatureType = (typeof signatureTypes)[keyof typeof signatureTypes];

/** A verifier key: name, key id (uint32), signature type and the 32 bytes of the Ed25519 public key. */
export type Vkey = Readonly<{ name: string; id: number; type: SignatureType; publicKey: Uint8Array }>;

/** A signing key as read from its text: `seed` is the 32 bytes of the Ed25519 private key (RFC 8032); keep it secret. */
export type Skey = Readonly<{ name: string; id: number; type: SignatureType; seed: Uint8Array }>;

/** Checks an Ed25519 signature (RFC 8032); WebCrypto answers later, node:crypto at once. It throws nothing for a wrong one. */
export type VerifyEd25519 = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean | Promise<boolean>;

/** What checking needs from outside. */
export type Crypto = Readonly<{ sha256: Sha256; verifyEd25519: VerifyEd25519 }>;

/** Signs notes: a verifier key and the Ed25519 signature by its private key, made here or asked from a signing server. */
export type Signer = Readonly<{ vkey: Vkey; sign: (message: Uint8Array) => Uint8Array | Promise<Uint8Array> }>;

/** The verifier key of a public key; its id is the first four bytes of SHA-256(name, newline, type, public key). */
export const vkeyOf = (key: Omit<Vkey, 'id'>, sha256: Sha256): Vkey => {
  if (!isKeyName(key.name)) throw new Malformed('a key name is not empty and has neither Unicode spaces nor plus');
  if (key.publicKey.length !== 32) throw new Malformed('an Ed25519 public key has 32 bytes');
  return { ...key, id: keyId(key, sha256) };
};

/** `<name>+<key id, 8 hex digits>+<base64 of type and public key>` (C2SP signed-note, "Verifier keys"). */
export const vkeyText = ({ name, id, type, publicKey }: Vkey): string =>
  `${name}+${hexId(id)}+${toBase64(joined([Uint8Array.of(type), publicKey]))}`;

/**
 * Reads a verifier key. Throws `Malformed` where it is none, where its id is not that of its name and key, and for a
 * type that is not Ed25519; of those, ECDSA and ML-DSA-44 are named.
 */
export const parseVkey = (text: string, sha256: Sha256): Vkey => {
  const { name, id, type, key } = parseKey(text, 'a vkey is <name>+<key id>+<base64 of type and public key>');
  const vkey = vkeyOf({ name, type, publicKey: key }, sha256);
  if (id !== vkey.id) throw new Malformed(`the key id of this vkey is ${hexId(vkey.id)}, not ${hexId(id)}`);
  return vkey;
};

/** `PRIVATE+KEY+<name>+<key id>+<base64 of type and seed>`, as golang.org/x/mod/sumdb/note writes signing keys. */
export const skeyText = ({ name, id, type, seed }: Skey): string =>
  `PRIVATE+KEY+${vkeyText({ name, id, type, publicKey: seed })}`;

/** Reads a signing key; whether its id is right shows with its public key. Throws `Malformed` as `parseVkey` does; it never quotes the key. */
export const parseSkey = (text: string): Skey => {
  const form = 'a signing key is PRIVATE+KEY+<name>+<key id>+<base64 of type and seed>';
  if (!text.startsWith('PRIVATE+KEY+')) throw new Malformed(form);
  const { name, id, type, key } = parseKey(text.slice('PRIVATE+KEY+'.length), form);
  if (!isKeyName(name)) throw new Malformed(form);
  return { name, id, type, seed: key };
};

/** Whether a text can name a key: not empty, no Unicode spaces, no plus, no control characters (C2SP signed-note, "Format"). */
export const isKeyName = (name: string): boolean => keyNameForm.test(name);

/** A key id as it stands in a vkey: 8 lower-case hex digits. */
export const hexId = (id: number): string => id.toString(16).padStart(8, '0');

/** A uint32 in big-endian order. */
export const idBytes = (id: number): Uint8Array => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, id);
  return bytes;
};

/** The uint32 at the beginning of some bytes. */
export const idOf = (bytes: Uint8Array): number => new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);

// By code point, so that a lone surrogate, which UTF-8 cannot say, is refused.
const keyNameForm = /^[^\p{White_Space}\p{Cc}\p{Cs}+]+$/u;

const keyForm = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/;

const keyId = ({ name, type, publicKey }: Omit<Vkey, 'id'>, sha256: Sha256): number =>
  idOf(sha256(joined([utf8(`${name}\n`), Uint8Array.of(type), publicKey])));

const parseKey = (
  text: string,
  form: string,
): Readonly<{ name: string; id: number; type: SignatureType; key: Uint8Array }> => {
  const [, name, id, encoded] = keyForm.exec(text) ?? [];
  if (name === undefined || id === undefined || encoded === undefined) throw new Malformed(form);
  const [type, ...key] = fromBase64(encoded);
  assertEd25519(type);
  if (key.length !== 32) throw new Malformed(`${form}, of 32 bytes`);
  return { name, id: Number.parseInt(id, 16), type, key: Uint8Array.from(key) };
};

const foreign: Readonly<Record<number, string>> = { 0x02: 'ECDSA', 0x05: 'an RFC 6962 tree head', 0x06: 'ML-DSA-44' };

const assertEd25519: (type: number | undefined) => asserts type is SignatureType = (type) => {
  if (type === signatureTypes.ed25519 || type === signatureTypes.cosignature) return;
  const what = foreign[type ?? 0xff] ?? `signature type ${type}`;
  throw new Malformed(`this key is for ${what}; only Ed25519 keys are read here (types 0x01 and 0x04)`);
};
