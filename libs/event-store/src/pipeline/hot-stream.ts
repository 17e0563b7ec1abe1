import { genesis, type ChainHead } from '@app/proof';
import { verifyChain } from '@app/proof/node';
import type { Codec } from '../codec/codec.js';
import type { CommandResult } from '../command-context.js';
import { ChainBroken, IdempotencyKeyReused } from '../errors.js';
import type { DomainEvent, EncodedEvent, EventStore, Position, StoredEvent } from '../event-store.js';

/** A pure decision maker, as the domain has it: commands against state give events or a thrown refusal; events fold into state. */
export type Decider<Command, State, Event> = Readonly<{
  initial: State;
  decide: (command: Command, state: State) => readonly Event[];
  /** `enteredAt`: when the event was recorded, ISO 8601. */
  evolve: (state: State, event: Event, enteredAt: string) => State;
}>;

/** The parts that loading needs. */
export type Log = Readonly<{ store: EventStore; codec: Codec }>;

type Written = Readonly<{ type: string; revision: number; position: Position; requestDigest: string }>;

/** How a request is recognized: the ids of the events it writes, and what it asked for. */
export type Request = Readonly<{ idempotencyKey: string; idOf: (index: number) => string; requestDigest: string }>;

/** A stream as this process knows it: the folded state, where its chain stands, and which events it holds. */
export class HotStream<State, Event extends DomainEvent> {
  state: State;
  head: ChainHead = genesis;
  /** The IIN of the person with whose keys that of the stream is destroyed; null where nobody is known. */
  owner: string | null = null;
  #position: Position = 0;
  readonly #written = new Map<string, Written>();

  constructor(
    readonly stream: string,
    readonly decider: Decider<never, State, Event>,
    /** As of when its events were decoded: see `Codec`. */
    readonly epoch: number,
  ) {
    this.state = decider.initial;
  }

  /** Reads a whole stream and recomputes its chain. Throws `ChainBroken`, `UndecodableEvent`, `StoreUnavailable`. */
  static async load<S, E extends DomainEvent>(
    log: Log,
    stream: string,
    decider: Decider<never, S, E>,
  ): Promise<HotStream<S, E>> {
    const hot = new HotStream(stream, decider, log.codec.epoch);
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

  /** Takes in events that were just appended as they were encoded, and the state that they lead to. */
  extend(events: readonly EncodedEvent[], after: State, position: Position): void {
    for (const event of events) {
      this.head = { revision: this.head.revision + 1, hash: event.metadata.hash };
      this.#note(event, this.head.revision, position);
    }
    this.state = after;
  }

  /** What this request did here before; null where it did nothing. Throws `IdempotencyKeyReused` where its key was another's. */
  earlier({ idOf, idempotencyKey, requestDigest }: Request): CommandResult | null {
    let last: Written | null = null;
    const events: { type: string; eventId: string }[] = [];
    for (;;) {
      const eventId = idOf(events.length);
      const written = this.#written.get(eventId);
      if (!written) break;
      events.push({ type: written.type, eventId });
      last = written;
    }
    if (last === null) return null;
    if (last.requestDigest !== requestDigest) throw new IdempotencyKeyReused(this.stream, idempotencyKey);
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
    const decoded = await codec.decode(events);
    this.owner ??= codec.ownerIn(decoded);
    for (const event of decoded) {
      // A stream holds the events of one decider: the domain never writes others to it.
      this.state = this.decider.evolve(this.state, event as unknown as Event, event.metadata.recordedAt);
      this.#note(event, event.revision, event.position);
    }
    this.head = verdict.head;
  }

  #note(event: Pick<EncodedEvent, 'id' | 'type' | 'metadata'>, revision: number, position: Position): void {
    this.#position = position;
    this.#written.set(event.id, { type: event.type, revision, position, requestDigest: event.metadata.requestDigest });
  }
}
