import { randomUUID } from 'node:crypto';
import { genesis, type ChainHead } from '@app/proof';
import type { Codec } from '../codec/codec.js';
import type { CommandContext } from '../command-context.js';
import { Overloaded } from '../errors.js';
import { eventIdOf } from '../event-id.js';
import type { DomainEvent, EncodedEvent, EventStore } from '../event-store.js';

/** One event that stands for itself, and who caused it. */
export type SingleRecord = Readonly<{ event: DomainEvent; context: CommandContext }>;

type Limits = Readonly<{
  /** How long a first record waits for others to go with it. */
  windowMs: number;
  /** Records of one append: their data stays far below what the log takes at once. */
  mostTogether: number;
  /** Records of one stream; the next go to another, so that what is folded of a stream stays small. */
  mostInStream: number;
  /** Records that wait; more are refused. */
  mostWaiting: number;
}>;

type Waiting = SingleRecord & Readonly<{ resolve: () => void; reject: (error: unknown) => void }>;

/** A stream of this process, and where its chain stands. */
type OwnStream = Readonly<{ name: string; day: string }> & { head: ChainHead };

/**
 * Appends records of many requests together, to streams that only this process writes: `<prefix><UTC day>-<process>.<number>`. So no
 * process waits for another, and nothing is read before it is written. A stream whose append failed is left, as nobody knows where it
 * stands: the next begins another.
 */
export class GroupedRecords {
  readonly #process = randomUUID().slice(0, 8);
  readonly #limits: Limits;
  #count = 0;
  #own: OwnStream | null = null;
  #waiting: Waiting[] = [];
  #writing = false;

  constructor(
    private readonly prefix: string,
    private readonly log: Readonly<{ store: Pick<EventStore, 'append'>; codec: Pick<Codec, 'encode' | 'digest'> }>,
    limits: Partial<Limits> = {},
  ) {
    this.#limits = { windowMs: 1, mostTogether: 30, mostInStream: 120, mostWaiting: 2_000, ...limits };
  }

  /**
   * Resolves once the record is durable. Throws `StoreUnavailable`, `OutcomeUnknown` (it may be there), `Overloaded`, and what the codec
   * throws; all that wait behind a failed one fail with it.
   */
  record(record: SingleRecord): Promise<void> {
    if (this.#waiting.length >= this.#limits.mostWaiting)
      return Promise.reject(new Overloaded(`${this.#waiting.length} records wait to be written`));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ...record, resolve, reject });
      if (this.#writing) return;
      this.#writing = true;
      setTimeout(() => void this.#writeAll(), this.#limits.windowMs);
    });
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const together = this.#waiting.splice(0, this.#limits.mostTogether);
      try {
        await this.#append(together);
        for (const { resolve } of together) resolve();
      } catch (error) {
        this.#own = null;
        for (const { reject } of [...together, ...this.#waiting.splice(0)]) reject(error);
      }
    }
    this.#writing = false;
  }

  async #append(records: readonly SingleRecord[]): Promise<void> {
    const own = this.#streamFor(records);
    const before = own.head.revision;
    const { events, head } = await this.#encode(own, records);
    await this.log.store.append(own.name, before < 0 ? 'none' : before, events);
    own.head = head;
  }

  /** The stream in use, else a new one: by the day of the first record, and where the old one is full. */
  #streamFor([first]: readonly SingleRecord[]): OwnStream {
    const day = first?.context.recordedAt.slice(0, 10) ?? '';
    const own = this.#own;
    if (own && own.day === day && own.head.revision + 1 < this.#limits.mostInStream) return own;
    this.#count += 1;
    this.#own = { name: `${this.prefix}${day}-${this.#process}.${this.#count}`, day, head: genesis };
    return this.#own;
  }

  /** Each is encoded after the one before it: the chain of the stream leads through all. */
  async #encode(
    { name, head: begin }: OwnStream,
    records: readonly SingleRecord[],
  ): Promise<Readonly<{ events: readonly EncodedEvent[]; head: ChainHead }>> {
    const events: EncodedEvent[] = [];
    let head = begin;
    for (const { event, context } of records) {
      const [encoded] = await this.log.codec.encode({
        stream: name,
        after: head,
        events: [event],
        idOf: (index) => eventIdOf(context.idempotencyKey, index, name),
        context,
        requestDigest: this.log.codec.digest(context.request),
        rulebook: null,
      });
      if (!encoded) throw new Error(`nothing was made of ${event.type}`);
      events.push(encoded);
      head = { revision: head.revision + 1, hash: encoded.metadata.hash };
    }
    return { events, head };
  }
}
