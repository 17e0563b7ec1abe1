import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { madeOnce, signingSeedIn, textIn, type Config } from '@app/platform';
import type { Signer } from '@app/proof';
import { signerOf, skeyOf } from '@app/proof/node';

/** What signs the heads of this log, and the log's name. */
export type LogIdentity = Readonly<{ origin: string; signer: Signer }>;

/**
 * The origin and the key of the log. Outside production both are made where they are absent: the origin at random for the data folder, so
 * that an emptied folder is another log and no fork. Throws `KeyFileRefused`, the system's own error, `Malformed` for an origin that is no key name.
 */
export const logIdentityOf = async ({ mode, dataFolder, proofLog }: Config): Promise<LogIdentity> => {
  const mayMake = mode !== 'production';
  const seed = await signingSeedIn({ file: proofLog.keyFile, mayMake, setBy: 'PROOF_KEY_FILE' });
  const origin = proofLog.origin ?? (await originIn(join(dataFolder, 'proof.origin')));
  return { origin, signer: signerOf(skeyOf({ name: origin, seed })) };
};

const originIn = async (file: string): Promise<string> => {
  const text = (await textIn(file)) ?? (await madeOnce(file, `localhost/shanyraq-${randomBytes(6).toString('hex')}\n`));
  return text.trim();
};
