import { ProtobufReader } from './protobuf.js';

/**
 * A piece of an append, read by hand: the generated decoder takes more time than everything else that the node does for an append.
 * Fields are those of `BatchAppendReq` in the client's `streams_pb.js`.
 */
export type AppendPiece = Readonly<{
  correlationId: string;
  options: AppendOptions | null;
  events: readonly RawEvent[];
  isFinal: boolean;
}>;

export type AppendOptions = Readonly<{
  stream: string;
  /** -1 for no stream; null where the client named nothing. */
  expected: number | 'any' | 'stream_exists' | null;
  /** Milliseconds since 1970; null where there is none. */
  deadline: number | null;
}>;

/** An event as it came, unchecked. The id is null where it came in two halves. */
export type RawEvent = Readonly<{
  id: string | null;
  properties: ReadonlyMap<string, string>;
  data: Buffer;
  metadata: Buffer;
}>;

const empty: Buffer = Buffer.alloc(0);

export const readBatchAppendRequest = (bytes: Buffer): AppendPiece => {
  const events: RawEvent[] = [];
  const piece = { correlationId: '', options: null as AppendOptions | null, events, isFinal: false };
  const reader = new ProtobufReader(bytes);
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) piece.correlationId = readUuid(reader.message()) ?? '';
    else if (field === 2) piece.options = readOptions(reader.message());
    else if (field === 3) events.push(readEvent(reader.message()));
    else if (field === 4) piece.isFinal = reader.number() !== 0;
    else reader.skip();
  }
  return piece;
};

const readOptions = (bytes: Buffer): AppendOptions => {
  const options = { stream: '', expected: null as AppendOptions['expected'], deadline: null as number | null };
  const reader = new ProtobufReader(bytes);
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) options.stream = readStreamName(reader.message());
    else if (field === 2) options.expected = reader.number();
    else if (field === 6) options.deadline = readTimestamp(reader.message());
    else {
      options.expected = inexact[field] ?? options.expected;
      reader.skip();
    }
  }
  return options;
};

/** The expectations that are fields without a content. */
const inexact: Readonly<Record<number, AppendOptions['expected']>> = { 3: -1, 4: 'any', 5: 'stream_exists' };

const readEvent = (bytes: Buffer): RawEvent => {
  const properties = new Map<string, string>();
  const event = { id: '' as string | null, properties, data: empty, metadata: empty };
  const reader = new ProtobufReader(bytes);
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) event.id = readUuid(reader.message());
    else if (field === 2) readEntry(reader.message(), properties);
    else if (field === 3) event.metadata = reader.message();
    else if (field === 4) event.data = reader.message();
    else reader.skip();
  }
  return event;
};

/** A UUID as text, or null where it came in two halves. */
const readUuid = (bytes: Buffer): string | null => {
  const reader = new ProtobufReader(bytes);
  const field = reader.next();
  if (field === 1) return null;
  return field === 2 ? reader.text() : '';
};

const readEntry = (bytes: Buffer, into: Map<string, string>): void => {
  const entry: Record<number, string> = {};
  const reader = new ProtobufReader(bytes);
  for (let field = reader.next(); field !== 0; field = reader.next()) entry[field] = reader.text();
  into.set(entry[1] ?? '', entry[2] ?? '');
};

const readStreamName = (bytes: Buffer): string => {
  const reader = new ProtobufReader(bytes);
  return reader.next() === 3 ? reader.text() : '';
};

const readTimestamp = (bytes: Buffer): number => {
  const parts: Record<number, number> = {};
  const reader = new ProtobufReader(bytes);
  for (let field = reader.next(); field !== 0; field = reader.next()) parts[field] = reader.number();
  return (parts[1] ?? 0) * 1_000 + (parts[2] ?? 0) / 1_000_000;
};
