import { followLog, type StoredEvent } from '@app/event-store';
import type { Logger } from '@app/platform';
import { hasEvents, keepTrails, StalledReader, trails } from '@app/read-models';
import { engineOf } from './engine.js';
import type { ProjectorMetrics } from './metrics.js';
import type { Stores } from './stores.js';

export type KeepingTrails = Readonly<{
  stores: Stores;
  metrics: ProjectorMetrics;
  logger: Logger;
  signal: AbortSignal;
}>;

/** Only the places of events are looked at: nothing is unsealed. */
const asStored = { decodeEach: async (events: readonly StoredEvent[]) => events };

/** How long looking whether the log goes on may take. */
const lookMs = 5_000;

/** Keeps the trails of complaints as new as the log until aborted. */
export const keepTrailsOf = ({ stores, metrics, logger, signal }: KeepingTrails): Promise<void> => {
  const { eventStore: store } = stores;
  const prefixes = trails.streams;
  return keepTrails({
    ...engineOf(stores),
    signal,
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
  });
};
