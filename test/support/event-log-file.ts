import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { genesisHash } from '@app/proof';
import { chainHash } from '@app/proof/node';
import { decodeBatch, encodeBatch, entryHeaderSize } from '../../infra/embedded/event-node/log/batch.js';
import { sealFrame } from '../../infra/embedded/event-node/log/frame.js';
import { recover } from '../../infra/embedded/event-node/log/recovery.js';

/** An event of the file of an event node, as an insider finds it there. */
export type FileEvent = Readonly<{
  id: string;
  stream: string;
  type: string;
  data: Record<string, unknown>;
  metadata: Record<string, unknown> & { prevHash?: string; hash?: string };
  /** When the node wrote it, in milliseconds since the Epoch. */
  created: number;
}>;

/** The file begins with so many bytes of signature. */
const signatureSize = 32;

const nameIn = (folder: string): string => join(folder, 'events.log');

/** Every event of the file of a node that is stopped, in its order. */
export const readLogFile = (folder: string): FileEvent[] => {
  const name = nameIn(folder);
  const bytes = readFileSync(name);
  const events: FileEvent[] = [];
  const read = (at: number, length: number): Buffer => bytes.subarray(at, at + length);
  recover({ name, size: bytes.length, read }, signatureSize, ({ payload }, at) => {
    for (const { position, type, wireLength } of decodeBatch(payload, at)?.events ?? []) {
      const from = position + entryHeaderSize + Buffer.byteLength(type);
      events.push(eventOf(bytes.subarray(from, from + wireLength)));
    }
  });
  return events;
};

const eventOf = (wire: Buffer): FileEvent => {
  const recorded = fieldsOf(one(fieldsOf(one(fieldsOf(wire), 1)), 1));
  const properties = new Map(
    (recorded.get(6) ?? []).map(fieldsOf).map((entry) => [one(entry, 1).toString(), one(entry, 2).toString()]),
  );
  return {
    id: one(fieldsOf(one(recorded, 1)), 2).toString(),
    stream: one(fieldsOf(one(recorded, 2)), 3).toString(),
    type: properties.get('type') ?? '',
    data: JSON.parse(one(recorded, 8).toString()),
    metadata: JSON.parse(one(recorded, 7).toString() || '{}'),
    created: Number(properties.get('created')) / 10_000,
  };
};

type Fields = ReadonlyMap<number, readonly Buffer[]>;

const one = (fields: Fields, number: number): Buffer => fields.get(number)?.[0] ?? Buffer.alloc(0);

/** The fields of a protobuf message that hold bytes; numbers are left out. */
const fieldsOf = (message: Buffer): Fields => {
  const fields = new Map<number, Buffer[]>();
  let at = 0;
  const varint = (): number => {
    let [value, scale] = [0, 1];
    for (;;) {
      const byte = message[at] ?? 0;
      at += 1;
      value += (byte & 127) * scale;
      scale *= 128;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const tag = varint();
    const value = varint();
    if ((tag & 7) !== 2) continue;
    const number = tag >> 3;
    fields.set(number, [...(fields.get(number) ?? []), message.subarray(at, at + value)]);
    at += value;
  }
  return fields;
};

/** Writes a file with these events, numbered anew, each in a frame with the right checksum: as sound to the node as any other. */
export const writeLogFile = (folder: string, events: readonly FileEvent[]): void => {
  const revisions = new Map<string, number>();
  const parts: Uint8Array[] = [readFileSync(nameIn(folder)).subarray(0, signatureSize)];
  let start = signatureSize;
  for (const { id, stream, type, data, metadata, created } of events) {
    const firstRevision = revisions.get(stream) ?? 0;
    revisions.set(stream, firstRevision + 1);
    const event = { id, type, json: true, data: Buffer.from(JSON.stringify(data)), metadata: bytesOf(metadata) };
    const { frame } = encodeBatch({ stream, firstRevision, events: [event], at: created }, start);
    sealFrame(frame, start);
    parts.push(frame);
    start += frame.length;
  }
  writeFileSync(nameIn(folder), Buffer.concat(parts));
};

/** The node's own events have no metadata at all. */
const bytesOf = (json: object): Uint8Array => Buffer.from(Object.keys(json).length === 0 ? '' : JSON.stringify(json));

/** The events with every hash and chain computed anew, as an insider would who knows the recipe. */
export const rechained = (events: readonly FileEvent[]): FileEvent[] => {
  const heads = new Map<string, Readonly<{ revision: number; hash: string }>>();
  return events.map((event) => {
    const { stream, type, data } = event;
    if (stream.startsWith('$')) return event;
    const before = heads.get(stream) ?? { revision: -1, hash: genesisHash };
    const revision = before.revision + 1;
    const { hash: _hash, ...rest } = event.metadata;
    const metadata = { ...rest, prevHash: before.hash };
    const hash = chainHash({ stream, revision, type, data, metadata });
    heads.set(stream, { revision, hash });
    return { ...event, metadata: { ...metadata, hash } };
  });
};
