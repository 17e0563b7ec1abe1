import { FollowedLog, type Position } from '@app/event-store';
import type { Config, Logger } from '@app/platform';
import { verifyLog, type LogIdentity } from '@app/proof-log';
import {
  compareWithOlder,
  projections,
  rebuild,
  verify,
  workOnJobs,
  type Job,
  type Projection,
} from '@app/read-models';
import { again } from './again.js';
import { processName } from './process-name.js';
import { engineOf, type Stores } from '@app/stores';

type Tidying = Readonly<{ stores: Stores; logger: Logger; signal: AbortSignal }>;

type Jobs = Tidying & Readonly<{ config: Pick<Config, 'proofLog'>; identity: LogIdentity }>;

/** Does what projectors are asked for (to verify projections, to rebuild one) until aborted, one thing at a time: all verifications are one. */
export const doJobs = ({ stores, logger, signal, config, identity }: Jobs): Promise<void> =>
  workOnJobs({
    database: stores.readModels.database,
    owner: processName,
    now: () => new Date().toISOString(),
    signal,
    isDoneTogether: ({ kind, projection }) => kind === 'VERIFY' && projections.some(({ name }) => name === projection),
    carryOut: (jobs, given, onProgress) => carryOut(stores, jobs, { given, onProgress, config, identity }),
    onTrouble: (error) => logger.error({ err: error }, 'jobs could not be looked at; trying again'),
    onEnded: ({ kind, projection }, error) => {
      if (error === undefined) logger.info({ kind, projection }, 'done as asked');
      else logger.error({ err: error, kind, projection }, 'what was asked for failed');
    },
  });

type Doing = Pick<Jobs, 'config' | 'identity'> & Readonly<{ given: AbortSignal; onProgress: (share: number) => void }>;

/** Rebuilds or verifies the log as the one job says, or verifies as all of them say. */
const carryOut = async (stores: Stores, jobs: readonly Job[], doing: Doing): Promise<void> => {
  const [job] = jobs;
  if (job?.kind === 'REBUILD') await rebuildOne(stores, job, doing);
  else if (job?.kind === 'VERIFY_LOG') await verifyTheLog(stores, job, doing);
  else await verifyTogether(stores, jobs, doing);
};

const verifyTheLog = async (
  { log, proofStores, mac }: Stores,
  { full = false }: Job,
  { given, onProgress, config, identity }: Doing,
): Promise<void> => {
  const known = { origin: identity.origin, vkeys: [identity.signer.vkey] };
  const { witnesses } = config.proofLog;
  const now = (): string => new Date().toISOString();
  await verifyLog({ log, stores: proofStores, known, witnesses, mac, full, signal: given, onProgress, now });
};

const verifyTogether = async (stores: Stores, jobs: readonly Job[], { given, onProgress }: Doing): Promise<void> => {
  const engine = { ...engineOf(stores), log: stores.eventStore, signal: given };
  const asked = jobs.map(({ projection, sample }) => ({ projection: projectionNamed(projection), sample }));
  await verify(engine, asked, onProgress);
  for (const { projection, sample } of asked) if (sample === null) await compareWithOlder(engine, projection);
};

const rebuildOne = async (stores: Stores, job: Job, { given, onProgress }: Doing): Promise<void> => {
  const { eventStore: log, codec, readModels } = stores;
  const rebuilding = {
    ...engineOf(stores),
    log,
    signal: given,
    follow: (prefixes: readonly string[], after: Position | null, signal: AbortSignal) =>
      new FollowedLog({ store: log, codec, prefixes, after, signal }),
    isCalledOff: async () => (await readModels.jobOf(job.kind, job.projection))?.state === 'CANCELLED',
  };
  await rebuild(rebuilding, projectionNamed(job.projection), job, onProgress);
};

const projectionNamed = (wanted: string): Projection => {
  const projection = projections.find(({ name }) => name === wanted);
  if (!projection) throw new Error(`this version has no projection ${wanted}`);
  return projection;
};

/** How often it is looked whether something can be dropped, at the least. */
const tidyEveryMs = 60_000;

/** Drops, until aborted, what was read until a rebuild switched and is not any more. */
export const tidyUp = async ({ stores, logger, signal }: Tidying, keptMs: number): Promise<void> => {
  const everyMs = Math.max(1_000, Math.min(tidyEveryMs, keptMs));
  const drop = async (): Promise<void> => {
    const dropped = await stores.readModels.dropPrevious(new Date(Date.now() - keptMs).toISOString());
    if (dropped.length > 0) logger.info({ dropped }, 'what was read before a rebuild was dropped');
  };
  await Promise.all([
    again(drop, { everyMs, signal, logger, failed: 'what was read before a rebuild could not be dropped' }),
    again(async () => void (await stores.readModels.checkDocuments()), {
      everyMs,
      signal,
      logger,
      failed: 'the documents that are read are not whole',
    }),
  ]);
};
