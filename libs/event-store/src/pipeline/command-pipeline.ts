import { LRUCache } from 'lru-cache';
import type { CommandResult } from '../command-context.js';
import { StoreUnavailable, type DomainEvent, type Revision } from '../event-store.js';
import { HotStream, type Decider, type Log } from './hot-stream.js';
import { NotTriable } from '../errors.js';
import { Admission, type AdmissionLimits } from './admission.js';
import { Execution, type Handling, type RetryLimits } from './execution.js';

export type PipelineOptions = Log &
  Readonly<{
    limits?: Partial<AdmissionLimits>;
    retry?: Partial<RetryLimits>;
    /** Streams kept in memory. */
    hotStreams?: number;
  }>;

/**
 * The one way in which state changes: look for the request's own events, decide, append at the revision read.
 *
 * The usual command costs one round trip: a hot stream's state is kept in memory by revision, and the append fails where it
 * was stale. Nothing but an append ever rests on it: before a refusal, a stale `If-Match` or a decision without events is
 * answered, the pipeline reads what came since.
 */
export class CommandPipeline {
  readonly #log: Log;
  readonly #admission: Admission;
  readonly #retry: RetryLimits;
  readonly #hot: LRUCache<string, HotStream<unknown, DomainEvent>>;

  constructor({ store, codec, limits, retry, hotStreams = 5_000 }: PipelineOptions) {
    this.#log = { store, codec };
    this.#admission = new Admission({ maxInFlight: 128, maxWaiting: 2_000, maxWaitMs: 10_000, ...limits });
    this.#retry = { maxConflicts: 8, retryDelaysMs: [50, 250, 1_000], giveUpAfterMs: 15_000, ...retry };
    // Ten minutes bound how long personal data stays in memory once its key is destroyed.
    this.#hot = new LRUCache({ max: hotStreams, ttl: 600_000 });
  }

  /**
   * Carries out a command; the same idempotency key with the same request answers what it did the first time, in any process.
   * Throws what the decider throws, `NotTriable` for a dry run, `StaleRevision`, `IdempotencyKeyReused`, `EventsTooLarge`, `Overloaded`, `TooManyConflicts`,
   * `StoreUnavailable` (also where the outcome stayed unknown: repeat with the same key), `ChainBroken`, `UndecodableEvent`,
   * `UnencodableEvent`, and what the vault throws.
   */
  handle<C, S, E extends DomainEvent>(handling: Handling<C, S, E>): Promise<CommandResult> {
    const { stream, decider, context } = handling;
    if (context.dryRun) throw new NotTriable(`nothing is written to ${stream} by a dry run`);
    return this.#admission.run(stream, async () => {
      const execution = new Execution(handling, this.#log, this.#retry, this.#known(stream, decider));
      return this.#keeping(stream, execution, () => execution.run());
    });
  }

  /** The state of a stream now. Throws `StoreUnavailable`, `ChainBroken`, `UndecodableEvent`, `Overloaded`, and what the vault throws. */
  load<C, S, E extends DomainEvent>(
    stream: string,
    decider: Decider<C, S, E>,
  ): Promise<Readonly<{ state: S; revision: Revision }>> {
    return this.#admission.run(stream, async () => {
      const holder: { hot: HotStream<S, E> | null } = { hot: null };
      return this.#keeping(stream, holder, async () => {
        const known = this.#known(stream, decider);
        const hot =
          known && (await known.refresh(this.#log)) ? known : await HotStream.load(this.#log, stream, decider);
        holder.hot = hot;
        return { state: hot.state, revision: hot.head.revision < 0 ? ('none' as const) : hot.head.revision };
      });
    });
  }

  #known<C, S, E extends DomainEvent>(stream: string, decider: Decider<C, S, E>): HotStream<S, E> | null {
    const hot = this.#hot.get(stream);
    if (hot?.epoch !== this.#log.codec.epoch) return null;
    // The state is of the decider's type where the decider is the one that folded it.
    return hot && hot.decider === (decider as unknown) ? (hot as unknown as HotStream<S, E>) : null;
  }

  /** Keeps what the work leaves known of the stream. After an outage nothing is taken for known: the log itself may have changed. */
  async #keeping<T, S, E extends DomainEvent>(
    stream: string,
    holder: Readonly<{ hot: HotStream<S, E> | null }>,
    work: () => Promise<T>,
  ): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof StoreUnavailable) this.#hot.clear();
      throw error;
    } finally {
      // What is kept is looked at again through `known`, which checks the decider.
      if (holder.hot) this.#hot.set(stream, holder.hot as unknown as HotStream<unknown, DomainEvent>);
      else this.#hot.delete(stream);
    }
  }
}
