import type { WitnessSetting } from '@app/platform';
import { NotSigned, openCheckpoint, parseVkey, vkeyText, type KnownLog, type Vkey } from '@app/proof';
import { nodeCrypto } from '@app/proof/node';
import type { Head } from '../heads/head.js';
import type { ProofStores } from '../proof-stores.js';
import { vkeyAs } from './log-names.js';
import { witnessedHeads } from '../verify/witnessed-heads.js';

/** A log that is signed no more: the name under which nothing is signed, and the last head that is known. */
export type StoppedLog = Readonly<{
  origin: string;
  after: Readonly<{ checkpoint: string; vkey: string | null; head: number; lost: number }>;
}>;

/**
 * The log where it is signed no more, with its last head: that which was kept here, or that of a witness which has cosigned more. Null
 * where nothing stops the signing, or nothing was ever signed. Throws what MongoDB's driver throws.
 */
export const stoppedLog = async (
  { standing, heads }: Pick<ProofStores, 'standing' | 'heads'>,
  witnesses: readonly WitnessSetting[],
): Promise<StoppedLog | null> => {
  const state = await standing.read();
  const kept = await heads.newest();
  if (state === null || state.trouble === null || kept === null) return null;
  const vkey = await signedBy(kept, parseVkey(state.vkey, nodeCrypto.sha256));
  return {
    origin: state.origin,
    after: {
      checkpoint: vkey === null ? kept.checkpoint : await farthest(kept, witnesses, vkey),
      vkey: vkey && vkeyText(vkey),
      head: kept.revision,
      lost: kept.revision - state.headRevision,
    },
  };
};

/** The key that signs now, under the name of the head; null where another one signed it. */
const signedBy = async ({ origin, checkpoint }: Head, key: Vkey): Promise<Vkey | null> => {
  const vkey = vkeyAs(key, origin);
  try {
    await openCheckpoint(checkpoint, { log: { origin, vkeys: [vkey] } }, nodeCrypto);
    return vkey;
  } catch (error) {
    if (error instanceof NotSigned) return null;
    throw error;
  }
};

const farthest = async (kept: Head, witnesses: readonly WitnessSetting[], vkey: Vkey): Promise<string> => {
  const log: KnownLog = { origin: kept.origin, vkeys: [vkey] };
  const told = (await witnessedHeads(witnesses, log)).flatMap((one) => (one.size === null ? [] : [one]));
  const [most] = told.toSorted((one, other) => other.size - one.size);
  return most !== undefined && most.size > kept.size ? most.note : kept.checkpoint;
};
