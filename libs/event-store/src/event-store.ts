/** The port to the log, and what is kept there. Everything of this room speaks in these shapes. */

/** Where an event stands in the log: the commit position that the server gave. A safe integer; compare, never count. */
export type Position = number;

/** Revision of a stream's last event, 0 for the first; `'none'` where the stream has no event. */
export type Revision = number | 'none';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = Readonly<{ [key: string]: Json }>;

/** Metadata of every event. Hashes cover the sealed form. */
export type EventMetadata = Readonly<{
  eventId: string;
  actor: string;
  onBehalfOf: string | null;
  office: string | null;
  correlationId: string;
  causationId: string | null;
  /** When it was written, ISO 8601. */
  recordedAt: string;
  /** When it happened, ISO 8601. */
  effectiveAt: string;
  /** Version of the event's shape. */
  schema: number;
  rulebook: string | null;
  /** Keyed digest of the request, so that a reused idempotency key with another body is told apart. */
  requestDigest: string;
  /** Hash of the previous event of the stream; 64 zeros for the first. */
  prevHash: string;
  hash: string;
}>;

/**
 * An event ready to be written: sealed, hashed. `id` is `metadata.eventId`. `dataBytes`, where the encoder knows it, is the
 * length of the data as UTF-8 JSON, so that the limit of an append is checked without writing it out again.
 */
export type EncodedEvent = Readonly<{
  id: string;
  type: string;
  data: JsonObject;
  metadata: EventMetadata;
  dataBytes?: number;
}>;

/** An event as the log holds it (still sealed). */
export type StoredEvent = Readonly<{
  id: string;
  type: string;
  data: JsonObject;
  metadata: EventMetadata;
  stream: string;
  revision: number;
  position: Position;
}>;

/** An event as the log holds it, of which nothing is read yet: JSON is text; data of another kind are bytes. */
export type WrittenEvent = Readonly<{
  id: string;
  type: string;
  data: string | Uint8Array;
  metadata: string;
  stream: string;
  revision: number;
  position: Position;
}>;

/** What the domain calls an event. */
export type DomainEvent = Readonly<{ type: string; data: object }>;

/** A domain event read from the log: unsealed and upcast, with its place and metadata. */
export type Recorded<E extends DomainEvent = DomainEvent> = E &
  Readonly<{ id: string; stream: string; revision: number; position: Position; metadata: EventMetadata }>;

export type AppendResult = Readonly<{ revision: number; position: Position }>;

export type LastEvent = Readonly<{ position: Position; created: string }>;

export type LogItem =
  | Readonly<{ kind: 'event'; event: StoredEvent }>
  /** Everything up to this position has been seen; safe to store. */
  | Readonly<{ kind: 'checkpoint'; position: Position }>
  /** The reader has reached the end of the log; may repeat. */
  | Readonly<{ kind: 'caught-up' }>;

export type FollowOptions = Readonly<{
  /** Stream name prefixes, e.g. `case-`. */
  prefixes: readonly string[];
  /** Starts after this position. Absent: at the beginning. */
  after: Position | null;
  signal: AbortSignal;
}>;

/**
 * The log. Every call may throw `StoreUnavailable` (retryable).
 * `append` throws `RevisionConflict` where the stream is not at `expected`, `OutcomeUnknown` where no answer came in time
 * (the events may be there: reload and look), `EventsTooLarge` above 1 MiB of data.
 */
export interface EventStore {
  /** Compare and set: answers only where these very events were written now, at the revision expected; the same ids again are a conflict. */
  append(stream: string, expected: Revision, events: readonly EncodedEvent[]): Promise<AppendResult>;
  /** Events of a stream from a revision (inclusive); empty where there is none. */
  read(stream: string, fromRevision?: number): Promise<readonly StoredEvent[]>;
  /**
   * Pulled, in order, back-pressured. Ends when aborted; throws `StoreUnavailable` when the connection is lost, `PositionNotInLog`
   * where `after` is no position of an event.
   */
  follow(options: FollowOptions): AsyncIterable<LogItem>;
  /**
   * Every event after a position, to the end of the log as it is met, the server's own included: many at a time, as they were written. Takes
   * a fraction of the time of `follow`. Throws as that does, and the signal's reason where aborted.
   */
  written(after: Position | null, signal: AbortSignal): AsyncIterable<readonly WrittenEvent[]>;
  /** The position of the log's last event (of any stream, the server's own included), or null for an empty log. */
  lastPosition(): Promise<Position | null>;
  /** Where that event stands, and when the server wrote it by its own clock (ISO 8601); null for an empty log. */
  lastEvent(): Promise<LastEvent | null>;
  /** The event at a position; null where none stands there. */
  eventAt(position: Position): Promise<StoredEvent | null>;
  close(): Promise<void>;
}

/** No event of the log stands at this position: another log gave it, or nobody. */
export class PositionNotInLog extends Error {
  override readonly name = 'PositionNotInLog';
  constructor(
    readonly position: Position,
    message: string,
    options?: ErrorOptions,
  ) {
    super(`the log has no event at position ${position}: ${message}`, options);
  }
}

/** The stream is not at the revision that the append expected; nothing was written. */
export class RevisionConflict extends Error {
  override readonly name = 'RevisionConflict';
  constructor(
    readonly stream: string,
    readonly expected: Revision,
    readonly actual: Revision,
  ) {
    super(`stream ${stream} is at ${actual}, not at ${expected}`);
  }
}

/** The log cannot be reached, or is not ready; the same call may succeed later. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** Ends a read of the log after so many milliseconds, as `StoreUnavailable`: the reader throws the signal's reason. */
export const logLimit = (milliseconds: number): AbortSignal => {
  const limit = new AbortController();
  const end = () => limit.abort(new StoreUnavailable('the log was not read to its end in time'));
  setTimeout(end, milliseconds).unref();
  return limit.signal;
};

/** An append was sent and not answered in time; the events may be in the stream, now or a moment later. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

/** The data of one append is more than the log takes (1 MiB); nothing was sent. */
export class EventsTooLarge extends Error {
  override readonly name = 'EventsTooLarge';
}
