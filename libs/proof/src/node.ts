import { createPrivateKey, createPublicKey, hash, sign, verify } from 'node:crypto';
import {
  type ChainedEvent,
  type ChainHead,
  chainText,
  chainTextOf,
  type ChainVerdict,
  genesis,
  type HashText,
  type UnchainedEvent,
  verifyChainAfter,
} from './chain.js';
import { Malformed } from './tlog/bytes.js';
import {
  type Crypto,
  hexId,
  parseSkey,
  type Signer,
  skeyText,
  signatureTypes,
  type SignatureType,
  vkeyOf,
} from './tlog/keys.js';
import type { Sha256 } from './tlog/merkle.js';

/** SHA-256 by node:crypto. By way of a string it takes half the time of asking for a buffer. */
export const sha256: Sha256 = (data) => Buffer.from(hash('sha256', data, 'binary'), 'binary');

/** SHA-256 of a text's UTF-8 bytes, in hex, by node:crypto. */
export const sha256OfText: HashText = (text) => hash('sha256', text);

/** Hash of an event, 64 hex digits: SHA-256 over its `chainText`. */
export const chainHash = (event: UnchainedEvent): string => sha256OfText(chainText(event));

/** The same hash where the canonical texts of data and metadata are at hand. */
export const chainHashOfTexts = (event: Parameters<typeof chainTextOf>[0]): string => sha256OfText(chainTextOf(event));

/** `verifyChainAfter` by node:crypto: a run of events of one stream, from its beginning or after a head known to be right. */
export const verifyChain = (events: readonly ChainedEvent[], after: ChainHead = genesis): ChainVerdict =>
  verifyChainAfter(after, events, sha256OfText);

/** Hashing and Ed25519 by node:crypto: what the verifiers of `@app/proof` need. */
export const nodeCrypto: Crypto = {
  sha256,
  verifyEd25519: (publicKey, message, signature) => {
    const key = createPublicKey({ key: Buffer.concat([spkiHead, publicKey]), format: 'der', type: 'spki' });
    return verify(null, message, key, signature);
  },
};

/** The signer of a signing key (`PRIVATE+KEY+…`). Throws `Malformed` where it is none, or its id is not that of its public key. */
export const signerOf = (text: string): Signer => {
  const { name, id, type, seed } = parseSkey(text);
  const key = privateKeyOf(seed);
  const vkey = vkeyOf({ name, type, publicKey: publicKeyOf(seed) }, sha256);
  if (vkey.id !== id) throw new Malformed(`the key id of this signing key is ${hexId(vkey.id)}, not ${hexId(id)}`);
  return { vkey, sign: (message) => sign(null, message, key) };
};

/** The text of the signing key of a name and 32 random bytes; `type` is "ed25519" for a log, "cosignature" for a witness. */
export const skeyOf = ({
  name,
  seed,
  type = 'ed25519',
}: Readonly<{ name: string; seed: Uint8Array; type?: keyof typeof signatureTypes }>): string => {
  const kind: SignatureType = signatureTypes[type];
  const { id } = vkeyOf({ name, type: kind, publicKey: publicKeyOf(seed) }, sha256);
  return skeyText({ name, id, type: kind, seed });
};

/** What stands before the 32 bytes of an Ed25519 key in DER: SPKI and PKCS #8 (RFC 8410). */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex');
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

const privateKeyOf = (seed: Uint8Array) =>
  createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' });

const publicKeyOf = (seed: Uint8Array): Uint8Array =>
  createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' }).subarray(-32);
