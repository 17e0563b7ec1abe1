import { genesis, verifyChain, type ChainHead } from '@app/proof';
import type { Codec } from '../codec/codec.js';
import type { CommandResult } from '../command-context.js';
import type { Decider } from '../decider.js';
import { ChainBroken, IdempotencyKeyReused } from '../errors.js';
import { eventIdOf } from '../event-id.js';
import type { DomainEvent, EncodedEvent, EventStore, Position, StoredEvent } from '../event-store.js';

/** The parts that loading needs. */
export type Log = Readonly<{ store: EventStore; codec: Codec }>;

type Written = Readonly<{ type: string; revision: number; position: Position; requestDigest: string }>;

/** A stream as this process knows it: the folded state, where its chain stands, and which events it holds. */
export class HotStream<State, Event extends DomainEvent> {
  state: State;
  head: ChainHead = genesis;
  #position: Position = 0;
  readonly #written = new Map<string, Written>();

  constructor(
    readonly stream: string,
    readonly decider: Decider<never, State, Event>,
  ) {
    this.state = decider.initial;
  }

  /** Reads a whole stream and recomputes its chain. Throws `ChainBroken`, `UndecodableEvent`, `StoreUnavailable`. */
  static async load<S, E extends DomainEvent>(
    log: Log,
    stream: string,
    decider: Decider<never, S, E>,
  ): Promise<HotStream<S, E>> {
    const hot = new HotStream(stream, decider);
    await hot.#follow(await log.store.read(stream), log.codec);
    return hot;
  }

  /** Reads what came since; answers false where the log no longer holds what is known here, and all must be read anew. */
  async refresh({ store, codec }: Log): Promise<boolean> {
    const from = Math.max(this.head.revision, 0);
    const events = await store.read(this.stream, from);
    if (this.head.revision >= 0 && events[0]?.metadata.hash !== this.head.hash) return false;
    await this.#follow(events.slice(this.head.revision + 1 - from), codec);
    return true;
  }

  /** Takes in events that were just appended as they were encoded. */
  extend(events: readonly EncodedEvent[], decided: readonly Event[], position: Position): void {
    for (const event of events) {
      this.head = { revision: this.head.revision + 1, hash: event.metadata.hash };
      this.#note(event, this.head.revision, position);
    }
    for (const event of decided) this.state = this.decider.evolve(this.state, event);
  }

  /** What the request with this key did here before; null where it did nothing. Throws `IdempotencyKeyReused` for another request. */
  earlier(idempotencyKey: string, requestDigest: string): CommandResult | null {
    const found: (Written & { eventId: string })[] = [];
    for (let index = 0; ; index += 1) {
      const eventId = eventIdOf(idempotencyKey, index, this.stream);
      const written = this.#written.get(eventId);
      if (!written) break;
      found.push({ ...written, eventId });
    }
    const last = found.at(-1);
    if (!last) return null;
    if (last.requestDigest !== requestDigest) throw new IdempotencyKeyReused(this.stream, idempotencyKey);
    const events = found.map(({ type, eventId }) => ({ type, eventId }));
    return { stream: this.stream, revision: last.revision, position: last.position, events, repeated: true };
  }

  /** The stream's place now, as an answer to a command that changed nothing. */
  unchanged(): CommandResult {
    const { revision } = this.head;
    return { stream: this.stream, revision, position: this.#position, events: [], repeated: false };
  }

  async #follow(events: readonly StoredEvent[], codec: Codec): Promise<void> {
    const verdict = verifyChain(events, this.head);
    if (!verdict.intact) throw new ChainBroken(this.stream, verdict.revision, verdict.reason);
    for (const event of await codec.decode(events)) {
      // A stream holds the events of one decider: the domain never writes others to it.
      this.state = this.decider.evolve(this.state, event as unknown as Event);
      this.#note(event, event.revision, event.position);
    }
    this.head = verdict.head;
  }

  #note(event: Pick<EncodedEvent, 'id' | 'type' | 'metadata'>, revision: number, position: Position): void {
    this.#position = position;
    this.#written.set(event.id, { type: event.type, revision, position, requestDigest: event.metadata.requestDigest });
  }
}
