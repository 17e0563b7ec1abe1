import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { madeOnce, signingSeedIn, textIn, type Config } from '@app/platform';
import type { Signer } from '@app/proof';
import { signerOf, skeyOf } from '@app/proof/node';

/** What signs the heads of this log, and the log's name; `as`: the same key under another name. */
export type LogIdentity = Readonly<{ origin: string; signer: Signer; as: (origin: string) => LogIdentity }>;

/**
 * The origin and the key of the log. Outside production both are made where they are absent: the origin at random for the data folder, so
 * that an emptied folder is another log and no fork. Throws `KeyFileRefused`, the system's own error, `Malformed` for an origin that is no key name.
 */
export const logIdentityOf = async (config: Config): Promise<LogIdentity> => {
  const mayMake = config.mode !== 'production';
  const seed = await signingSeedIn({ file: config.proofLog.keyFile, mayMake, setBy: 'PROOF_KEY_FILE' });
  const as = (origin: string): LogIdentity => ({ origin, signer: signerOf(skeyOf({ name: origin, seed })), as });
  return as(await originOf(config));
};

/** The first name of the log: the configured one, or that of the data folder, which is made where it is absent. Throws the system's own error. */
export const originOf = async ({ dataFolder, proofLog }: Pick<Config, 'dataFolder' | 'proofLog'>): Promise<string> =>
  proofLog.origin ?? originIn(join(dataFolder, 'proof.origin'));

const originIn = async (file: string): Promise<string> => {
  const text = (await textIn(file)) ?? (await madeOnce(file, `localhost/shanyraq-${randomBytes(6).toString('hex')}\n`));
  return text.trim();
};
