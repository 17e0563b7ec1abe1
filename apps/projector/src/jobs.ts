import { setTimeout as pause } from 'node:timers/promises';
import { followLog } from '@app/event-store';
import type { Logger } from '@app/platform';
import {
  compareWithOlder,
  projections,
  rebuild,
  rebuildTrails,
  trails,
  verify,
  verifyTrails,
  workOnJobs,
  type Job,
} from '@app/read-models';
import { processName } from './process-name.js';
import { engineOf, type Stores } from '@app/stores';

export type Jobs = Readonly<{ stores: Stores; logger: Logger; signal: AbortSignal }>;

/** Does what projectors are asked for (to verify a projection, to rebuild it) until aborted, one thing at a time. */
export const doJobs = ({ stores, logger, signal }: Jobs): Promise<void> =>
  workOnJobs({
    database: stores.readModels.database,
    owner: processName,
    now: () => new Date().toISOString(),
    signal,
    carryOut: (job, given, onProgress) => carryOut(stores, job, { given, onProgress }),
    onTrouble: (error) => logger.error({ err: error }, 'jobs could not be looked at; trying again'),
    onEnded: ({ kind, projection }, error) => {
      if (error === undefined) logger.info({ kind, projection }, 'done as asked');
      else logger.error({ err: error, kind, projection }, 'what was asked for failed');
    },
  });

type Doing = Readonly<{ given: AbortSignal; onProgress: (share: number) => void }>;

const carryOut = async (stores: Stores, job: Job, { given, onProgress }: Doing): Promise<void> => {
  const { eventStore: log, codec, readModels } = stores;
  if (job.projection === trails.name) return carryOutOnTrails(stores, job, { given, onProgress });
  const projection = projections.find(({ name }) => name === job.projection);
  if (!projection) throw new Error(`this version has no projection ${job.projection}`);
  const engine = { ...engineOf(stores), log, signal: given };
  if (job.kind === 'VERIFY') {
    await verify(engine, projection, job.sample, onProgress);
    if (job.sample === null) await compareWithOlder(engine, projection);
  } else
    await rebuild(
      {
        ...engine,
        follow: (prefixes, after, signal) => followLog({ store: log, codec, prefixes, after, signal }),
        isCalledOff: async () => (await readModels.jobOf(job.kind, job.projection))?.state === 'CANCELLED',
      },
      projection,
      job,
      onProgress,
    );
};

const carryOutOnTrails = async (stores: Stores, job: Job, { given, onProgress }: Doing): Promise<void> => {
  const engine = { ...engineOf(stores), log: stores.eventStore, signal: given };
  if (job.kind === 'VERIFY') await verifyTrails(engine, job.sample, onProgress);
  else await rebuildTrails(engine, job, onProgress);
};

/** How often it is looked whether something can be dropped, at the least. */
const tidyEveryMs = 60_000;

/** Drops, until aborted, what was read until a rebuild switched and is not any more. */
export const tidyUp = async ({ stores, logger, signal }: Jobs, keptMs: number): Promise<void> => {
  while (!signal.aborted) {
    try {
      const dropped = await stores.readModels.dropPrevious(new Date(Date.now() - keptMs).toISOString());
      if (dropped.length > 0) logger.info({ dropped }, 'what was read before a rebuild was dropped');
    } catch (error) {
      logger.error({ err: error }, 'what was read before a rebuild could not be dropped');
    }
    await stores.readModels
      .checkDocuments()
      .catch((error: unknown) => logger.error({ err: error }, 'the documents that are read are not whole'));
    // A pause fails where it is cut short, and only then
    await pause(Math.max(1_000, Math.min(tidyEveryMs, keptMs)), undefined, { signal }).catch(() => undefined);
  }
};
