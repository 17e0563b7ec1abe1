import { appendFileSync, truncateSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { genesisHash } from '@app/proof';
import { encodeBatch } from '../../infra/embedded/event-node/log/batch.js';
import { sealFrame } from '../../infra/embedded/event-node/log/frame.js';
import { rechained, type FileEvent } from '../support/event-log-file.js';
import { startEventNode } from '../support/nodes.js';

/** How many events a stream has, as many as a case. */
const each = 16;

/** So many events are made at a time: whole streams. */
const together = 100 * each;

/** The file begins with so many bytes of signature. */
const signatureSize = 32;

/** Runs of chained events of the size of those of a case. */
export function* sampleEvents(events: number): Generator<readonly FileEvent[], void, undefined> {
  for (let from = 0; from < events; from += together)
    yield rechained(Array.from({ length: Math.min(together, events - from) }, (_, at) => sample(from + at)));
}

/** Lays them down in the file of an event node, a run at a time, however many they are. */
export const layDownLog = async (folder: string, events: number): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const first = await startEventNode(folder);
  await first.stop();
  const name = join(folder, 'events.log');
  truncateSync(name, signatureSize);
  let start = signatureSize;
  let nth = 0;
  for (const run of sampleEvents(events)) {
    const frames: Buffer[] = [];
    for (const { id, stream, type, data, metadata, created } of run) {
      const event = { id, type, json: true, data: bytesOf(data), metadata: bytesOf(metadata) };
      const { frame } = encodeBatch({ stream, firstRevision: nth % each, events: [event], at: created }, start);
      sealFrame(frame, start);
      frames.push(frame);
      start += frame.length;
      nth += 1;
    }
    appendFileSync(name, Buffer.concat(frames));
  }
};

const bytesOf = (json: object): Buffer => Buffer.from(JSON.stringify(json));

/** An event of the size of those of a case. */
const sample = (nth: number): FileEvent => ({
  id: `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`,
  stream: `case-${Math.floor(nth / each)}`,
  type: 'DocumentAdded',
  data: {
    at: '2025-03-07T10:25:00+05:00',
    document: {
      kind: 'APPLICATION',
      number: `DL-${nth}`,
      pages: 3,
      issuedOn: '2025-03-01',
      issuer: 'the state corporation',
    },
    persons: Array.from({ length: 3 }, () => ({
      name: { $sealed: `1.${'a'.repeat(34)}.${'b'.repeat(80)}` },
      share: '1/3',
    })),
    remarks: 'x'.repeat(200),
  },
  metadata: {
    actor: 'clerk-1',
    causationId: null,
    correlationId: '27a8c8fd-6db1-4e1c-8b51-7bd1ee1c3d8f',
    effectiveAt: '2025-03-07T10:25:00+05:00',
    eventId: `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`,
    office: 'almaty-bostandyk',
    onBehalfOf: null,
    prevHash: genesisHash,
    recordedAt: '2025-03-07T05:25:01.000Z',
    requestDigest: genesisHash,
    rulebook: 'order-437-2021',
    schema: 1,
  },
  created: 1_741_325_101_000,
});
