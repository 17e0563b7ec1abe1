import {
  BACKWARDS,
  END,
  FORWARDS,
  START,
  StreamNotFoundError,
  type EventStoreDBClient,
  type ResolvedEvent,
  type StreamingRead,
} from '@eventstore/db-client';
import type {
  LastEvent,
  AppendResult,
  EncodedEvent,
  EventStore,
  FollowOptions,
  LogItem,
  Position,
  Revision,
  StoredEvent,
  WrittenEvent,
} from '../event-store.js';
import { Slots } from '../slots.js';
import { append } from './append.js';
import { collect } from './collect.js';
import { Connection } from './connection.js';
import { isNoPosition } from './failures.js';
import { readWritten } from './read-written.js';
import { storedEvent } from './stored-event.js';
import { subscribe } from './subscribe.js';

/** Lengths of time that are waited for the server. */
export type EventStoreLimits = Readonly<{
  /** An append without an answer for this long is `OutcomeUnknown`. */
  appendLimitMs: number;
  /** A read that brings nothing for this long is `StoreUnavailable`. */
  readLimitMs: number;
}>;

/** A connection takes 100 calls at once and lets the next wait for ever; appends share one, a subscription holds one. */
const readsAtOnce = 64;

/** The port on the client of EventStoreDB. */
export class EventStoreDb implements EventStore {
  readonly #reads = new Slots(readsAtOnce);

  constructor(
    private readonly connection: Connection,
    private readonly limits: EventStoreLimits,
  ) {}

  async append(stream: string, expected: Revision, events: readonly EncodedEvent[]): Promise<AppendResult> {
    const done = await append(this.connection, { stream, expected, events }, this.limits.appendLimitMs);
    return { revision: done.revision, position: done.position ?? (await this.#end()) };
  }

  /** Where the server tells no position with the events of a stream, they get that of the log's end: not before any of them. */
  async read(stream: string, fromRevision = 0): Promise<readonly StoredEvent[]> {
    const events = (await this.#read(stream, fromRevision)).map(storedEvent);
    const end = events.some(({ position }) => position === null) ? await this.#end() : 0;
    return events.map((event) => ({ ...event, position: event.position ?? end }));
  }

  follow(options: FollowOptions): AsyncIterable<LogItem> {
    return subscribe(this.connection, options);
  }

  written(after: Position | null, signal: AbortSignal): AsyncIterable<readonly WrittenEvent[]> {
    return readWritten(this.connection, after, signal);
  }

  async lastPosition(): Promise<Position | null> {
    return (await this.lastEvent())?.position ?? null;
  }

  async lastEvent(): Promise<LastEvent | null> {
    const [last] = await this.#collect((client) =>
      client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1, requiresLeader: true }),
    );
    const position = last ? storedEvent(last).position : null;
    return last?.event && position !== null ? { position, created: last.event.created.toISOString() } : null;
  }

  async eventAt(position: Position): Promise<StoredEvent | null> {
    const fromPosition = { commit: BigInt(position), prepare: BigInt(position) };
    const [found] = await this.#collect((client) =>
      client.readAll({ direction: FORWARDS, fromPosition, maxCount: 1, requiresLeader: true }),
    ).catch((error: unknown) => {
      if (isNoPosition(error)) return [];
      throw error;
    });
    const event = found?.event ? storedEvent(found) : null;
    return event?.position === position ? { ...event, position } : null;
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  async #read(stream: string, from: number): Promise<readonly ResolvedEvent[]> {
    try {
      const fromRevision = from === 0 ? START : BigInt(from);
      return await this.#collect((client) => client.readStream(stream, { fromRevision, requiresLeader: true }));
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      throw error;
    }
  }

  #collect(open: (client: EventStoreDBClient) => StreamingRead<ResolvedEvent>): Promise<readonly ResolvedEvent[]> {
    return this.#reads.run(async () => {
      const session = await this.connection.session();
      return collect(session, this.limits.readLimitMs, open(session.client));
    });
  }

  async #end(): Promise<Position> {
    return (await this.lastPosition()) ?? 0;
  }
}

/** Absent: 5 s, longer than the server itself takes to give an append up. */
export type EventStoreOptions = Partial<EventStoreLimits>;

/**
 * EventStoreDB at an `esdb://` or `esdb+discover://` address, through @eventstore/db-client 6.2.1. Connects with the first call, and
 * again by itself. Use one per process: clients of that version disturb each other's appends (docs/event-node.md).
 */
export const connectEventStore = (url: string, options: EventStoreOptions = {}): EventStore =>
  new EventStoreDb(new Connection(url), { appendLimitMs: 5_000, readLimitMs: 5_000, ...options });
