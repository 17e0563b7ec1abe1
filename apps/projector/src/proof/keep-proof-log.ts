import type { Config, Logger, ProjectorSettings } from '@app/platform';
import { ProofLog, TreeTakenOver, witnessesOf, type LogIdentity } from '@app/proof-log';
import { partitionOf, type Leases } from '@app/read-models';
import type { Stores } from '@app/stores';
import { again } from '../again.js';

export type ProofLogKeeping = Readonly<{
  stores: Pick<Stores, 'log' | 'codec' | 'proofStores' | 'mac'>;
  leases: Pick<Leases, 'held'>;
  settings: Pick<ProjectorSettings, 'headEveryMs'>;
  config: Pick<Config, 'proofLog'>;
  identity: LogIdentity;
  logger: Logger;
  signal: AbortSignal;
}>;

const everyMs = 1_000;

/** How long the last look may take once the process is asked to stop. */
const closingMs = 4_000;

/** Who holds this partition keeps the proof log: one process at a time, but for a moment when it changes hands. */
const keeping = partitionOf('proof-log');

/** Keeps the proof log where this process is the one to do it, until aborted, and signs a last head then; a failed look is made up for by the next. */
export const keepProofLog = async (parts: ProofLogKeeping): Promise<void> => {
  const { leases, logger, signal } = parts;
  const proofLog = proofLogOf(parts);
  let holds = false;
  const look = async (): Promise<void> => {
    const before = proofLog.trouble;
    if (!holds) proofLog.reload();
    holds = leases.held.epochs.has(keeping);
    if (!holds) return;
    await proofLog.look({ signal }).catch((error: unknown) => {
      if (!(error instanceof TreeTakenOver) && !signal.aborted) throw error;
    });
    const { trouble } = proofLog;
    if (trouble !== null && trouble !== before) logger.error({ trouble }, 'no head of the proof log is signed');
    if (trouble === null && before !== null) logger.info('heads of the proof log are signed again');
  };
  await again(look, { everyMs, signal, logger, failed: 'the proof log could not be kept' });
  if (!holds) return;
  await proofLog
    .look({ signal: AbortSignal.timeout(closingMs), closing: true })
    .catch((error: unknown) => logger.warn({ err: error }, 'no last head of the proof log could be signed'));
};

const proofLogOf = ({ stores, settings, config, identity, logger }: ProofLogKeeping): ProofLog =>
  new ProofLog({
    log: stores.log,
    codec: stores.codec,
    stores: stores.proofStores,
    identity,
    mac: stores.mac,
    witnesses: witnessesOf(config.proofLog.witnesses),
    headEveryMs: settings.headEveryMs,
    now: () => new Date().toISOString(),
    onRebuilt: (why) => logger.warn({ why }, 'the tiles of the proof log are built anew'),
    onSigned: (head) => logger.info(head, 'a head of the proof log was signed'),
  });
