import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
// The client's generated messages; CommonJS, hence the default import.
import streams from '@eventstore/db-client/generated/streams_pb.js';
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
  const recorded = streams.ReadResp.deserializeBinary(wire).getEvent()?.getEvent();
  if (!recorded) throw new Error('no event in the wire message');
  const properties = recorded.getMetadataMap();
  return {
    id: recorded.getId()?.getString() ?? '',
    stream: Buffer.from(recorded.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString(),
    type: properties.get('type') ?? '',
    data: JSON.parse(Buffer.from(recorded.getData_asU8()).toString()),
    metadata: JSON.parse(Buffer.from(recorded.getCustomMetadata_asU8()).toString()),
    created: Number(properties.get('created')) / 10_000,
  };
};

/** Writes a file with these events, numbered anew, each in a frame with the right checksum: as sound to the node as any other. */
export const writeLogFile = (folder: string, events: readonly FileEvent[]): void => {
  const revisions = new Map<string, number>();
  const parts: Uint8Array[] = [readFileSync(nameIn(folder)).subarray(0, signatureSize)];
  let start = signatureSize;
  for (const { id, stream, type, data, metadata, created } of events) {
    const firstRevision = revisions.get(stream) ?? 0;
    revisions.set(stream, firstRevision + 1);
    const event = { id, type, json: true, data: bytesOf(data), metadata: bytesOf(metadata) };
    const { frame } = encodeBatch({ stream, firstRevision, events: [event], at: created }, start);
    sealFrame(frame, start);
    parts.push(frame);
    start += frame.length;
  }
  writeFileSync(nameIn(folder), Buffer.concat(parts));
};

const bytesOf = (json: object): Uint8Array => Buffer.from(JSON.stringify(json));

/** The events with every hash and chain computed anew, as an insider would who knows the recipe. */
export const rechained = (events: readonly FileEvent[]): FileEvent[] => {
  const heads = new Map<string, Readonly<{ revision: number; hash: string }>>();
  return events.map((event) => {
    const { stream, type, data } = event;
    const before = heads.get(stream) ?? { revision: -1, hash: genesisHash };
    const revision = before.revision + 1;
    const { hash: _hash, ...rest } = event.metadata;
    const metadata = { ...rest, prevHash: before.hash };
    const hash = chainHash({ stream, revision, type, data, metadata });
    heads.set(stream, { revision, hash });
    return { ...event, metadata: { ...metadata, hash } };
  });
};
