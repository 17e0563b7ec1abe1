import { followLog, type StoredEvent } from '@app/event-store';
import type { Logger } from '@app/platform';
import {
  hasEvents,
  keepTrails,
  partitionOf,
  StalledReader,
  trails,
  untilChanged,
  type KeepTrailsOptions,
  type Leases,
} from '@app/read-models';
import type { ProjectorMetrics } from './metrics.js';
import { engineOf, type Stores } from '@app/stores';

export type KeepingTrails = Readonly<{
  stores: Stores;
  leases: Pick<Leases, 'held'>;
  metrics: ProjectorMetrics;
  logger: Logger;
  signal: AbortSignal;
}>;

/** Only the places of events are looked at: nothing is unsealed. */
const asStored = { decodeEach: async (events: readonly StoredEvent[]) => events };

/** How long looking whether the log goes on may take. */
const lookMs = 5_000;

/** Who holds this partition keeps them: one process at a time, but for a moment when it changes hands. */
const keeping = partitionOf(trails.name);

/** Keeps the trails of complaints as new as the log, where this process is the one to do it, until aborted. */
export const keepTrailsOf = async (parts: KeepingTrails): Promise<void> => {
  const { leases, signal } = parts;
  const options = optionsOf(parts);
  while (!signal.aborted) {
    const { held } = leases;
    if (held.epochs.has(keeping)) await keepTrails({ ...options, signal: AbortSignal.any([signal, held.changed]) });
    else await untilChanged(held, signal);
  }
};

const optionsOf = ({ stores, metrics, logger }: KeepingTrails): Omit<KeepTrailsOptions, 'signal'> => {
  const { eventStore: store } = stores;
  const prefixes = trails.streams;
  return {
    ...engineOf(stores),
    hasMore: async (after) => {
      const range = { prefixes, after, until: Number.MAX_SAFE_INTEGER, signal: AbortSignal.timeout(lookMs) };
      // Where the log does not answer either, the reader connects again by itself.
      return hasEvents(store, range).catch(() => false);
    },
    follow: (after, stop) => followLog({ store, codec: asStored, prefixes, after, signal: stop }),
    onTrouble: (error, retryInMs) => {
      if (error instanceof StalledReader) metrics.stalled();
      metrics.troubled();
      logger.error({ err: error, retryInMs }, 'the trails of complaints could not be kept; trying again');
    },
  };
};
