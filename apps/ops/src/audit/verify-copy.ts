import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { connectEventStore, StoreUnavailable } from '@app/event-store';
import { loadConfig, type Config } from '@app/platform';
import { Malformed, parseVkey, type KnownLog } from '@app/proof';
import { nodeCrypto } from '@app/proof/node';
import { logIdentityOf, nothingBesideLog, verifyLog, type LogVerification } from '@app/proof-log';
import { OpsProblem } from '../command.js';
import { logInFile } from './log-in-file.js';

/** A log elsewhere: a file of the embedded event node (or its folder), or the address of an event store; `vkey` says whose it is. */
export type Copy = Readonly<{ log: string; vkey: string | undefined; env: NodeJS.ProcessEnv }>;

/** What was found; and whether the signatures of heads were checked. */
export type CopyVerification = LogVerification & Readonly<{ signaturesChecked: boolean }>;

/** Verifies a log by itself and what the witnesses know, in this process; nothing is kept. Throws `OpsProblem` `log-unreadable`, `vkey-invalid`. */
export const verifyCopy = async (
  { log: place, vkey, env }: Copy,
  onProgress: (share: number) => void,
): Promise<CopyVerification> => {
  const config = loadConfig(env);
  const known = vkey === undefined ? await ownLog(config) : logOf(vkey);
  const witnesses = known ? config.proofLog.witnesses : [];
  const store = isAddress(place) ? connectEventStore(place) : null;
  try {
    const verification = await verifyLog({
      log: store ?? logInFile(place),
      stores: nothingBesideLog,
      known: known ?? { origin: '', vkeys: [] },
      witnesses,
      // The key of the vault is that of the system, not of a copy.
      mac: null,
      full: true,
      signal: new AbortController().signal,
      onProgress,
      now: () => new Date().toISOString(),
    });
    return { ...verification, signaturesChecked: known !== null };
  } catch (cause) {
    throw unreadable(place, cause);
  } finally {
    await store?.close();
  }
};

const isAddress = (place: string): boolean => /^esdb(\+discover)?:\/\//.test(place);

const unreadable = (place: string, cause: unknown): unknown =>
  cause instanceof StoreUnavailable ? new OpsProblem('log-unreadable', `${place}: ${cause.message}`, { cause }) : cause;

const logOf = (vkey: string): KnownLog => {
  try {
    const key = parseVkey(vkey, nodeCrypto.sha256);
    return { origin: key.name, vkeys: [key] };
  } catch (cause) {
    if (!(cause instanceof Malformed)) throw cause;
    throw new OpsProblem('vkey-invalid', `--vkey is no verifier key: ${cause.message}`, { cause });
  }
};

/** The log of the data folder, where there is one; nothing is made. */
const ownLog = async (config: Config): Promise<KnownLog | null> => {
  const { origin, keyFile } = config.proofLog;
  if (!existsSync(keyFile) || (origin === null && !existsSync(join(config.dataFolder, 'proof.origin')))) return null;
  const { signer, origin: own } = await logIdentityOf(config);
  return { origin: own, vkeys: [signer.vkey] };
};
