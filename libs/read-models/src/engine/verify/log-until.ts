import type { EventStore, StoredEvent } from '@app/event-store';
import type { Fold } from '../projection.js';

/** What part of the log is read: the streams, from where (exclusive; its beginning where absent), and to where (inclusive). */
export type LogRange = Readonly<{
  prefixes: readonly string[];
  after?: number | null;
  until: number;
  signal: AbortSignal;
}>;

/** Told the share that is done, 0 to 1. */
export type OnProgress = (share: number) => void;

/** How many events go by between two words on progress. */
const eventsPerWord = 500;

/**
 * Reads the log, sealed as it is, to a position or its end. `take` may answer false to end it sooner. Throws what the store
 * throws, and when aborted.
 */
export const logUntil = async (
  log: Pick<EventStore, 'follow'>,
  { prefixes, after = null, until, signal }: LogRange,
  take: (event: StoredEvent) => unknown,
  onProgress?: OnProgress,
): Promise<void> => {
  const stop = new AbortController();
  const past = progressPast(until, onProgress);
  try {
    for await (const item of log.follow({ prefixes, after, signal: AbortSignal.any([signal, stop.signal]) })) {
      if (item.kind === 'caught-up') return;
      if (item.kind === 'checkpoint') continue;
      if (item.event.position > until || take(item.event) === false) return;
      past(item.event.position);
    }
    signal.throwIfAborted();
  } finally {
    stop.abort();
  }
};

/** Whether the log holds an event of such streams in a range. Throws what the store throws, and when aborted: not knowing is not no. */
export const hasEvents = async (log: Pick<EventStore, 'follow'>, range: LogRange): Promise<boolean> => {
  let found = false;
  await logUntil(log, range, () => {
    found = true;
    return false;
  });
  return found;
};

/** The stream that each document of a fold follows, by its id. */
export const streamsOf = async (
  log: Pick<EventStore, 'follow'>,
  fold: Fold,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> => {
  const streams = new Map<string, string>();
  const range = { prefixes: fold.streams, until: Number.MAX_SAFE_INTEGER, signal };
  await logUntil(log, range, (event) => streams.set(fold.idOf(event), event.stream));
  return streams;
};

const progressPast = (until: number, onProgress: OnProgress | undefined): ((position: number) => void) => {
  let taken = 0;
  return (position) => {
    taken += 1;
    if (taken % eventsPerWord === 0) onProgress?.(position / Math.max(until, 1));
  };
};
