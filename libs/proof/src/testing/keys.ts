import { nodeCrypto, signerOf, skeyOf } from '../node.js';
import type { Signer } from '../tlog/keys.js';

/** Keys for tests: each seed is one byte repeated. */
const signer = (name: string, byte: number, type: 'ed25519' | 'cosignature' = 'ed25519'): Signer =>
  signerOf(skeyOf({ name, seed: new Uint8Array(32).fill(byte), type }));

export const origin = 'log.example/tests';
export const logSigner = signer(origin, 1);
export const otherSigner = signer('other.example/log', 2);
export const witness = signer('witness.example/w1', 3, 'cosignature');
export const otherWitness = signer('witness.example/w2', 4, 'cosignature');
export const log = { origin, vkeys: [logSigner.vkey] };
export const crypto = nodeCrypto;
