import { setTimeout as delay } from 'node:timers/promises';
import { StoreUnavailable, type EventStore, type FollowOptions, type LogItem, type Position } from '../event-store.js';
import type { LogBuffer } from './log-buffer.js';

/** What the log says, and in its place the loss of the connection. */
export type ReadItem = LogItem | Readonly<{ kind: 'lost' }>;

type Reading = FollowOptions & Readonly<{ store: EventStore; backoffMs: BackOffLimits }>;

/** Puts the log into a buffer until aborted, connecting again after every loss from the last item received. Ends the buffer with what is not an outage. */
export const readLog = async (
  { store, prefixes, after, signal, backoffMs }: Reading,
  buffer: LogBuffer<ReadItem>,
): Promise<void> => {
  const backOff = new BackOff(backoffMs);
  let received = after;
  let connected = false;
  while (!signal.aborted) {
    try {
      for await (const item of store.follow({ prefixes, after: received, signal })) {
        backOff.reset();
        connected = true;
        received = positionOf(item) ?? received;
        await buffer.put(item);
      }
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) return buffer.end(error);
    }
    if (connected) await buffer.put({ kind: 'lost' });
    connected = false;
    await backOff.wait(signal);
  }
  buffer.end();
};

/** Where an item stands in the log; null where it only tells that the end was reached. */
export const positionOf = (item: ReadItem): Position | null => {
  if (item.kind === 'event') return item.event.position;
  return item.kind === 'checkpoint' ? item.position : null;
};

export type BackOffLimits = Readonly<{ first: number; longest: number }>;

/** Waits that double from one failure to the next, until something succeeds. */
export class BackOff {
  #next: number;

  constructor(private readonly limits: BackOffLimits) {
    this.#next = limits.first;
  }

  /** Also resolves, at once, when aborted. */
  async wait(signal: AbortSignal): Promise<void> {
    const wait = this.#next;
    this.#next = Math.min(wait * 2, this.limits.longest);
    await delay(wait, undefined, { signal }).catch(() => undefined);
  }

  reset(): void {
    this.#next = this.limits.first;
  }
}
