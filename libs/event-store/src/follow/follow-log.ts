import { setImmediate as nextTurn } from 'node:timers/promises';
import { VaultUnavailable } from '@app/vault';
import type { Codec } from '../codec/codec.js';
import { UndecodableEvent } from '../errors.js';
import type { EventStore, Position, Recorded, StoredEvent } from '../event-store.js';
import { BackOff, positionOf, readLog, type BackOffLimits, type ReadItem } from './read-log.js';
import { LogBuffer } from './log-buffer.js';

/** Events that were read together, in the order of the log. */
export type LogBatch = Readonly<{
  events: readonly Recorded[];
  /** Events that this version cannot read; they are not in `events`. */
  undecodable: readonly UndecodableEvent[];
  /** Everything up to here has been handed out, with this batch: what a checkpoint stores. Null while nothing has. */
  position: Position | null;
  /** Whether the end of the log was reached, with this batch or before it, since the last connection. */
  caughtUp: boolean;
}>;

/** How the following goes, for metrics and health. */
export type FollowState = Readonly<{
  connected: boolean;
  caughtUp: boolean;
  /** Position of the last batch handed out. */
  lastPosition: Position | null;
  /** How often the connection was lost. */
  losses: number;
}>;

export type FollowLogOptions = Readonly<{
  store: EventStore;
  codec: Pick<Codec, 'decodeEach'>;
  /** Stream name prefixes, e.g. `case-`. */
  prefixes: readonly string[];
  /** A position from a batch; from the beginning where null. */
  after: Position | null;
  signal: AbortSignal;
  /** Asked of each event as it is stored: only those wanted are unsealed and handed out, and the position moves past the others; all where absent. */
  isWanted?: (event: StoredEvent) => boolean;
  /** Most items of a batch; as many more may wait in memory while a batch is worked on. 500 where absent. */
  maxEvents?: number;
  /**
   * How long a batch that is not full waits for more while events keep coming, which they do where the last batch was handed out no longer
   * ago than that; 0 where absent. An event that comes alone does not wait.
   */
  maxWaitMs?: number;
  /** Waits before connecting again. */
  backoffMs?: BackOffLimits;
}>;

/**
 * Follows the log in batches until aborted: pulled (while a batch is worked on, the server is held back), unsealed with one
 * query and upcast once per batch, connected again after every loss from the last item received. A batch may have no events,
 * where only the position moved or the end was reached. Throws what is not an outage, e.g. a refused position. It is iterated once, and tells how
 * it goes.
 */
export class FollowedLog implements AsyncIterable<LogBatch> {
  readonly #options: Required<FollowLogOptions>;
  #state: FollowState;
  #handedOutAt = -Infinity;

  constructor(options: FollowLogOptions) {
    const presets = { maxEvents: 500, maxWaitMs: 0, backoffMs: { first: 100, longest: 5_000 }, isWanted: () => true };
    this.#options = { ...presets, ...options };
    this.#state = { connected: false, caughtUp: false, lastPosition: options.after, losses: 0 };
  }

  state(): FollowState {
    return this.#state;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<LogBatch, void, undefined> {
    const stop = new AbortController();
    const signal = AbortSignal.any([this.#options.signal, stop.signal]);
    const buffer = new LogBuffer<ReadItem>(this.#options.maxEvents);
    signal.addEventListener('abort', () => buffer.end(), { once: true });
    const reading = readLog({ ...this.#options, signal }, buffer);
    try {
      while (!signal.aborted) {
        await this.#gather(buffer);
        const items = buffer.take();
        if (!items || signal.aborted) return;
        const batch = await this.#batch(items, signal);
        if (!batch) continue;
        yield batch;
        this.#handedOutAt = performance.now();
      }
    } finally {
      stop.abort();
      await reading;
      this.#state = { ...this.#state, connected: false };
    }
  }

  /** Waits for the first item, then as long as the batch may wait: at least for one turn, in which all that has come in arrives. */
  async #gather(buffer: LogBuffer<ReadItem>): Promise<void> {
    const { maxWaitMs } = this.#options;
    await buffer.ready();
    if (performance.now() - this.#handedOutAt < maxWaitMs) await buffer.filledWithin(maxWaitMs);
    else if (!buffer.full) await nextTurn();
  }

  async #batch(items: readonly ReadItem[], signal: AbortSignal): Promise<LogBatch | null> {
    const { isWanted } = this.#options;
    const events = items.flatMap((item) => (item.kind === 'event' && isWanted(item.event) ? [item.event] : []));
    const decoded = await this.#decode(events, signal);
    if (!decoded) return null;
    this.#note(items);
    return {
      events: decoded.filter((event): event is Recorded => !(event instanceof UndecodableEvent)),
      undecodable: decoded.filter((event) => event instanceof UndecodableEvent),
      position: this.#state.lastPosition,
      caughtUp: this.#state.caughtUp,
    };
  }

  #note(items: readonly ReadItem[]): void {
    let { connected, caughtUp, lastPosition, losses } = this.#state;
    for (const item of items) {
      connected = item.kind !== 'lost';
      caughtUp = connected && (caughtUp || item.kind === 'caught-up');
      losses += item.kind === 'lost' ? 1 : 0;
      // A checkpoint may lie before the last event: the position never goes back.
      lastPosition = Math.max(positionOf(item) ?? -1, lastPosition ?? -1);
    }
    this.#state = { connected, caughtUp, losses, lastPosition: lastPosition === -1 ? null : lastPosition };
  }

  /** The vault may be away for a while: nothing is handed out until it is back. Null when aborted meanwhile. */
  async #decode(
    events: readonly StoredEvent[],
    signal: AbortSignal,
  ): Promise<readonly (Recorded | UndecodableEvent)[] | null> {
    const backOff = new BackOff(this.#options.backoffMs);
    while (!signal.aborted) {
      try {
        return await this.#options.codec.decodeEach(events);
      } catch (error) {
        if (!(error instanceof VaultUnavailable)) throw error;
        await backOff.wait(signal);
      }
    }
    return null;
  }
}
