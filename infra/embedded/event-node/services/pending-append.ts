import type { Append } from '../log/event-log.js';
import type { AppendOptions, RawEvent } from '../wire/append-request.js';
import type { ProposedEvent } from '../wire/recorded-event.js';
import { appendTooLarge, invalidArgument, maximumAppendSize } from '../wire/refusal.js';
import { proposedEvent, streamName } from './proposed-event.js';

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
    this.stream = streamName(stream);
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
