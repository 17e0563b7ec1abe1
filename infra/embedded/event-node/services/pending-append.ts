import { status } from '@grpc/grpc-js';
import type { Append } from '../log/event-log.js';
import type { AppendOptions, RawEvent } from '../wire/append-request.js';
import type { ProposedEvent } from '../wire/recorded-event.js';
import {
  appendTooLarge,
  checkStreamName,
  invalidArgument,
  longestName,
  maximumAppendSize,
  notImplemented,
  Refusal,
} from '../wire/refusal.js';

/** Largest append with metadata and all; the real server's largest record. */
const largestRecord = 16_000_000;

/** Collects the events of one append as they arrive. */
export class PendingAppend {
  readonly stream: string;
  readonly expected: Append['expected'];
  private readonly events: ProposedEvent[] = [];
  private dataSize = 0;
  private wholeSize = 0;

  /** Throws a `Refusal` where the node does not append to such a stream, or nothing is expected of it. */
  constructor({ stream, expected }: AppendOptions) {
    if (expected === null) throw invalidArgument('an append needs an expected revision');
    checkStreamName(stream);
    this.stream = stream;
    this.expected = expected;
  }

  /** Bytes that it holds. */
  get size(): number {
    return this.wholeSize;
  }

  /** Throws a `Refusal` for an event that the node does not take, and once the data of all events is above the limit. Metadata does not count, as on the real server. */
  add(raw: RawEvent): void {
    const event = proposedEvent(raw);
    this.dataSize += event.data.length;
    this.wholeSize += event.data.length + event.metadata.length;
    if (this.dataSize > maximumAppendSize) throw appendTooLarge();
    if (this.wholeSize > largestRecord) throw invalidArgument('the append is too large');
    this.events.push(event);
  }

  /** Throws a `Refusal` where there is nothing to append. */
  toAppend(): Append {
    if (this.events.length === 0) throw invalidArgument('an append needs an event');
    return { stream: this.stream, expected: this.expected, events: this.events };
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An event as the client proposes it. Throws a `Refusal` where the real server does, or where it would mean something special there. */
const proposedEvent = ({ id, properties, data, metadata }: RawEvent): ProposedEvent => ({
  id: eventId(id),
  type: eventType(properties.get('type')),
  json: contentType(properties.get('content-type')) === 'application/json',
  data,
  metadata,
});

const eventId = (id: string | null): string => {
  if (id === null) throw notImplemented('structured UUIDs');
  if (!uuid.test(id)) throw invalidArgument(`"${id}" is not an event id: a UUID is needed`);
  return id.toLowerCase();
};

const eventType = (type: string | undefined): string => {
  if (type === undefined) throw missing('type');
  if (type === '') throw invalidArgument('an event needs a type');
  if (type.startsWith('$')) throw notImplemented(`events of the system type ${type}`);
  if (Buffer.byteLength(type) > longestName) throw invalidArgument('the event type is too long');
  return type;
};

const contentType = (type: string | undefined): string => {
  if (type === undefined) throw missing('content-type');
  return type;
};

const missing = (property: string): Refusal =>
  new Refusal(status.INVALID_ARGUMENT, `Required Metadata Property '${property}' is missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });
