import { createHash } from 'node:crypto';
import type { WitnessSetting } from '@app/platform';
import { openCheckpoint, parseVkey, type KnownLog } from '@app/proof';
import { nodeCrypto } from '@app/proof/node';

/** What a witness has cosigned last of a log, with the signed note of it; null with why where it does not tell. */
export type WitnessedNow = Readonly<
  | { name: string; size: number; root: Uint8Array; note: string; problem: null }
  | { name: string; size: null; root: null; note: null; problem: string }
>;

const answerMs = 5_000;

/** Asks each witness for the checkpoint that it cosigned last (below its monitoring address, as C2SP has it), and checks both signatures. Never throws. */
export const witnessedHeads = (settings: readonly WitnessSetting[], log: KnownLog): Promise<readonly WitnessedNow[]> =>
  Promise.all(settings.map((setting) => witnessedHead(setting, log)));

const witnessedHead = async ({ vkey, monitoringUrl }: WitnessSetting, log: KnownLog): Promise<WitnessedNow> => {
  const name = vkey.split('+')[0] ?? vkey;
  if (monitoringUrl === null) return untold(name, 'it has no monitoring address in WITNESSES');
  try {
    const place = createHash('sha256').update(log.origin).digest('hex');
    const address = `${monitoringUrl.replace(/\/$/, '')}/${place}/checkpoint`;
    const response = await fetch(address, { signal: AbortSignal.timeout(answerMs), redirect: 'error' });
    if (response.status === 404) return untold(name, 'it has cosigned nothing of this log');
    if (!response.ok) return untold(name, `it answers ${response.status}`);
    const witness = parseVkey(vkey, nodeCrypto.sha256);
    const note = await response.text();
    const opened = await openCheckpoint(note, { log, witnesses: [witness] }, nodeCrypto);
    if (opened.cosignatures.length === 0) return untold(name, 'its checkpoint lacks its own cosignature');
    const { size, root } = opened.checkpoint;
    return { name, size, root, note, problem: null };
  } catch (error) {
    return untold(name, error instanceof Error ? error.message : String(error));
  }
};

const untold = (name: string, problem: string): WitnessedNow => ({ name, size: null, root: null, note: null, problem });
