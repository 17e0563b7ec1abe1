import type { EventMetadata, JsonObject, StoredEvent, WrittenEvent } from '../event-store.js';

/** An event as it was written, out of the server's answer to a read (`ReadResp`, protobuf); null for an answer without one. The client's own decoding takes several times as long. */
export const writtenEvent = (answer: Buffer): WrittenEvent | null => {
  const event = fieldsOf(answer).bytes[answers.event];
  if (!event) return null;
  const { bytes, numbers } = fieldsOf(event);
  const record = bytes[reads.event];
  return record ? eventOf(fieldsOf(record), numbers[reads.commitPosition] ?? 0) : null;
};

/** The numbers of the fields, from the client's streams.proto. */
const answers = { event: 1 };
const reads = { event: 1, commitPosition: 3 };
const recorded = { id: 1, stream: 2, revision: 3, commitPosition: 5, properties: 6, metadata: 7, data: 8 };
const identifiers = { streamName: 3, idText: 2 };
const properties = { name: 1, value: 2 };

const eventOf = ({ bytes, numbers, repeated }: Fields, commit: number): WrittenEvent => {
  const known = new Map(repeated.map((one) => [textAt(one, properties.name), textAt(one, properties.value)]));
  const stream = textAt(bytes[recorded.stream], identifiers.streamName);
  const position = placeIn(numbers[recorded.commitPosition] || commit, stream);
  return {
    id: textAt(bytes[recorded.id], identifiers.idText),
    type: known.get('type') ?? '',
    stream,
    revision: numbers[recorded.revision] ?? 0,
    position,
    data: dataIn(bytes[recorded.data], known.get('content-type')),
    metadata: bytes[recorded.metadata]?.toString() ?? '',
  };
};

const placeIn = (position: number, stream: string): number => {
  if (stream !== '' && Number.isSafeInteger(position)) return position;
  throw new Error(`the event store sent an event without a place, or at one beyond 2^53: ${position} of "${stream}"`);
};

const dataIn = (data: Buffer = nothing, contentType = ''): string | Buffer =>
  contentType === 'application/json' ? data.toString() : data;

/** What was written, read as the client reads it: text that is no JSON stays text, and metadata that are none stay bytes. */
export const storedOf = ({ id, data, metadata, ...place }: WrittenEvent): StoredEvent => {
  // Anybody may write to a stream: whoever uses it looks at what this really is.
  const said = (metadata === '' ? {} : parsed(metadata, Buffer.from(metadata))) as EventMetadata;
  const told = (typeof data === 'string' ? parsed(data, data) : data) as JsonObject;
  return { ...place, id: typeof said.eventId === 'string' ? said.eventId : id, data: told, metadata: said };
};

const parsed = (json: string, otherwise: unknown): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return otherwise;
  }
};

const nothing: Buffer = Buffer.alloc(0);

const textAt = (message: Buffer | undefined, field: number): string =>
  (message && fieldsOf(message).bytes[field]?.toString()) ?? '';

/** The fields of a protobuf message by their numbers: the last of each, and every property of an event. */
type Fields = Readonly<{
  bytes: readonly (Buffer | undefined)[];
  numbers: readonly (number | undefined)[];
  repeated: readonly Buffer[];
}>;

const fieldsOf = (message: Buffer): Fields => {
  const [bytes, numbers, repeated]: [Buffer[], number[], Buffer[]] = [[], [], []];
  const reader = new Reader(message);
  while (!reader.isAtEnd) {
    const tag = reader.number();
    const [field, kind] = [tag >>> 3, tag & 7];
    if (kind === 0) numbers[field] = reader.number();
    else if (kind !== 2) throw new Error(`the event store sent a field of an unknown kind, ${kind}`);
    else if (field === recorded.properties) repeated.push(reader.bytes());
    else bytes[field] = reader.bytes();
  }
  return { bytes, numbers, repeated };
};

/** Reads numbers and bytes one after the other. */
class Reader {
  #at = 0;

  constructor(private readonly message: Buffer) {}

  get isAtEnd(): boolean {
    return this.#at >= this.message.length;
  }

  bytes(): Buffer {
    const length = this.number();
    this.#at += length;
    return this.message.subarray(this.#at - length, this.#at);
  }

  /** A varint. Beyond 2^53 it is not exact, and no place of an event. */
  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = this.message[this.#at];
      if (byte === undefined) throw new Error('the event store sent a message that is cut short');
      this.#at += 1;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  }
}
