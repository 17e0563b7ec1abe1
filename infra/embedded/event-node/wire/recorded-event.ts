import { fieldSize, ProtobufWriter, varintSize } from './protobuf.js';

/** An event as a client proposes it, checked. */
export type ProposedEvent = Readonly<{
  /** Lower-case UUID with hyphens. */
  id: string;
  type: string;
  json: boolean;
  data: Uint8Array;
  metadata: Uint8Array;
}>;

/** Where an event stands: its stream's name in UTF-8, its revision, its position in the log. */
export type Place = Readonly<{ stream: Uint8Array; revision: number; position: number }>;

const uuidLength = 36;
const idLength = 2 + uuidLength;

const mapEntry = (key: string, value: string): Buffer => {
  const bytes = Buffer.from(value);
  const length = fieldSize(key.length) + fieldSize(bytes.length);
  const entry = Buffer.allocUnsafe(fieldSize(length));
  new ProtobufWriter(entry, 0).open(6, length).latin(1, key).bytes(2, bytes);
  return entry;
};

const jsonContent = mapEntry('content-type', 'application/json');
const binaryContent = mapEntry('content-type', 'application/octet-stream');

/** The property that says when an event was created, in .NET ticks (100 ns) since 1970; the same for all events of an append. */
export const createdAt = (milliseconds: number): Buffer => mapEntry('created', `${milliseconds}0000`);

/**
 * An event encoded once, for ever: the whole `ReadResp` message as every read and subscription sends it
 * (`ReadResp { event: ReadEvent { event: RecordedEvent, commit_position } }`).
 */
export const encodeReadEvent = (event: ProposedEvent, place: Place, created: Buffer): Buffer => {
  const { stream, revision, position } = place;
  const type = mapEntry('type', event.type);
  const content = event.json ? jsonContent : binaryContent;
  const properties = type.length + created.length + content.length;
  const numbers = 3 + varintSize(revision) + 2 * varintSize(position);
  const name = fieldSize(stream.length);
  const bodies = optional(event.metadata) + optional(event.data);
  const recorded = fieldSize(idLength) + fieldSize(name) + numbers + properties + bodies;
  const read = fieldSize(recorded) + 1 + varintSize(position);
  const message = Buffer.allocUnsafe(fieldSize(read));
  const writer = new ProtobufWriter(message, 0).open(1, read).open(1, recorded);
  writer.open(1, idLength).latin(2, event.id);
  writer.open(2, name).bytes(3, stream);
  writer.number(3, revision).number(4, position).number(5, position);
  writer.raw(type).raw(created).raw(content);
  if (event.metadata.length > 0) writer.bytes(7, event.metadata);
  if (event.data.length > 0) writer.bytes(8, event.data);
  writer.number(3, position);
  return message;
};

const optional = (bytes: Uint8Array): number => (bytes.length === 0 ? 0 : fieldSize(bytes.length));
