import type { EventStore, StoredEvent } from '@app/event-store';
import { headStream } from '../heads/head.js';

/** Heads are about the tree and so not in it; what begins with $ is the server's own. */
export const isEntry = ({ stream }: Pick<StoredEvent, 'stream'>): boolean =>
  stream !== headStream && !stream.startsWith('$');

export const isHead = ({ stream, type }: StoredEvent): boolean => stream === headStream && type === 'HeadSigned';

/** All events of the log, to its end as it is met. */
export async function* eventsAfter(
  log: Pick<EventStore, 'follow'>,
  after: number | null,
  signal: AbortSignal,
): AsyncGenerator<StoredEvent, void, undefined> {
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  try {
    // Every name begins with nothing: a prefix of one stream or another would leave out what somebody else wrote.
    for await (const item of log.follow({ prefixes: [''], after, signal: either })) {
      if (item.kind === 'caught-up') return;
      if (item.kind === 'event') yield item.event;
    }
    signal.throwIfAborted();
  } finally {
    stop.abort();
  }
}
