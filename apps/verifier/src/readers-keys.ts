import { type Crypto, Malformed, parseVkey, type ReadersKeys, signatureTypes, type Vkey } from '@app/proof';

/** A key cannot be used as it was given. The message says why. */
export class KeyRefused extends Error {
  override readonly name = 'KeyRefused';
}

/** The keys that the reader gives, each by what stands before it on the command line. Throws `KeyRefused`. */
export const readersKeys = (
  { log, witnesses }: Readonly<{ log: readonly string[]; witnesses: readonly string[] }>,
  { sha256 }: Crypto,
): ReadersKeys => {
  const keyIn = (flag: string, text: string, type: number): Vkey => {
    try {
      const vkey = parseVkey(text, sha256);
      if (vkey.type === type) return vkey;
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      throw new KeyRefused(`${flag} ${text} is no verifier key: ${error.message}.`, { cause: error });
    }
    throw new KeyRefused(`${flag} ${text} is a key of the other kind: --key is of a log, --witness of a witness.`);
  };
  return {
    log: log.map((text) => keyIn('--key', text, signatureTypes.ed25519)),
    witnesses: witnesses.map((text) => keyIn('--witness', text, signatureTypes.cosignature)),
  };
};
