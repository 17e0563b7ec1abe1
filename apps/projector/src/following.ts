import { followLog, type FollowedLog } from '@app/event-store';
import type { Logger } from '@app/platform';
import { projectLog, projections, type Applied } from '@app/read-models';
import type { ProjectorMetrics } from './metrics.js';
import type { CatchUpProgress } from './progress.js';
import type { Stores } from './stores.js';

export type Following = Readonly<{
  stores: Stores;
  metrics: ProjectorMetrics;
  progress: CatchUpProgress;
  logger: Logger;
  signal: AbortSignal;
}>;

/** What the projector follows: every stream that a projection is made of. */
const prefixes = [...new Set(projections.flatMap(({ streams }) => streams))];

/** Follows the log into the read models until aborted; the batch in hand is finished. */
export const follow = async ({ stores, metrics, progress, logger, signal }: Following): Promise<void> => {
  const { eventStore: store, codec, readModels } = stores;
  const connection = connectionTeller(logger);
  let followed: FollowedLog | null = null;
  await projectLog({
    database: readModels.database,
    projections,
    signal,
    now: () => new Date().toISOString(),
    readStream: async (stream, fromRevision) => codec.decodeEach(await store.read(stream, fromRevision)),
    follow: (after, stop) => {
      followed = followLog({ store, codec, prefixes, after, signal: stop });
      return followed;
    },
    onApplied: (applied: Applied) => {
      if (followed) connection(followed);
      metrics.applied(applied);
      progress.reached(applied);
    },
    onTrouble: (error, retryInMs) => {
      metrics.troubled();
      logger.error({ err: error, retryInMs }, 'the log could not be taken into the read models; trying again');
    },
  });
};

/** Says when the connection to the log is lost, and when it is there again. */
const connectionTeller = (logger: Logger): ((followed: FollowedLog) => void) => {
  let lost = false;
  return (followed) => {
    const { connected, lastPosition } = followed.state();
    if (connected === !lost) return;
    lost = !connected;
    if (lost) logger.warn({ lastPosition }, 'the connection to the event store is lost; trying again');
    else logger.info({ lastPosition }, 'the event store is back');
  };
};
