import { createdAt, encodeReadEvent, type ProposedEvent } from '../wire/recorded-event.js';
import { frameHeaderSize } from './frame.js';

/**
 * The payload of a frame, one append: stream name length (2), stream name, first revision (4), number of events (4), and for each event:
 * wire length (4) | type length (2) | id (16) | type | wire message. An event's position in the log is the offset of its entry.
 */
export const entryHeaderSize = 22;
const batchHeaderSize = 10;

/** What the index keeps of one event. */
export type EventFacts = Readonly<{ id: string; type: string; position: number; wireLength: number }>;

/** What the index keeps of one append. */
export type BatchFacts = Readonly<{ stream: string; firstRevision: number; events: readonly EventFacts[] }>;

export type EncodedBatch = Readonly<{ facts: BatchFacts; frame: Buffer }>;

export type Batch = Readonly<{ stream: string; firstRevision: number; events: readonly ProposedEvent[]; at: number }>;

/** Encodes an append that will stand at offset `start` of the file; the frame is yet to be sealed. */
export const encodeBatch = (batch: Batch, start: number): EncodedBatch => {
  const stream = Buffer.from(batch.stream);
  const created = createdAt(batch.at);
  const parts: Buffer[] = [head(stream, batch)];
  let position = start + (parts[0]?.length ?? 0);
  const facts = batch.events.map((event, index): EventFacts => {
    const wire = encodeReadEvent(event, { stream, revision: batch.firstRevision + index, position }, created);
    const type = Buffer.from(event.type);
    const fact = { id: event.id, type: event.type, position, wireLength: wire.length };
    parts.push(entryHeader(event.id, type, wire.length), type, wire);
    position += entryHeaderSize + type.length + wire.length;
    return fact;
  });
  const frame = Buffer.concat(parts, position - start);
  return { frame, facts: { stream: batch.stream, firstRevision: batch.firstRevision, events: facts } };
};

const head = (stream: Buffer, batch: Batch): Buffer => {
  const bytes = Buffer.alloc(frameHeaderSize + batchHeaderSize + stream.length);
  bytes.writeUInt16LE(stream.length, frameHeaderSize);
  bytes.set(stream, frameHeaderSize + 2);
  bytes.writeUInt32LE(batch.firstRevision, frameHeaderSize + 2 + stream.length);
  bytes.writeUInt32LE(batch.events.length, frameHeaderSize + 6 + stream.length);
  return bytes;
};

const entryHeader = (id: string, type: Buffer, wireLength: number): Buffer => {
  const bytes = Buffer.allocUnsafe(entryHeaderSize);
  bytes.writeUInt32LE(wireLength, 0);
  bytes.writeUInt16LE(type.length, 4);
  bytes.write(id.replaceAll('-', ''), 6, 'hex');
  return bytes;
};

/** Reads back what the index keeps, from the payload of the frame at offset `start`; null for a frame without an append. */
export const decodeBatch = (payload: Buffer, start: number): BatchFacts | null => {
  if (payload.length === 0) return null;
  const nameLength = payload.readUInt16LE(0);
  const stream = payload.toString('utf8', 2, 2 + nameLength);
  const firstRevision = payload.readUInt32LE(2 + nameLength);
  const count = payload.readUInt32LE(6 + nameLength);
  const events: EventFacts[] = [];
  let at = batchHeaderSize + nameLength;
  for (let index = 0; index < count; index += 1) {
    const wireLength = payload.readUInt32LE(at);
    const typeLength = payload.readUInt16LE(at + 4);
    const type = payload.toString('utf8', at + entryHeaderSize, at + entryHeaderSize + typeLength);
    events.push({ id: idAt(payload, at + 6), type, position: start + frameHeaderSize + at, wireLength });
    at += entryHeaderSize + typeLength + wireLength;
  }
  return { stream, firstRevision, events };
};

/** The event id in an entry header, as a lower-case UUID. */
export const idAt = (bytes: Buffer, at: number): string => {
  const hex = bytes.toString('hex', at, at + 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
