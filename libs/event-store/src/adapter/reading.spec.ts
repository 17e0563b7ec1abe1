import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import type { Connection } from './connection.js';
import { EventStoreDb } from './event-store-db.js';
import { positionFrom } from './stored-event.js';

const noPosition = 18_446_744_073_709_551_615n;

describe('a position of the server', () => {
  it('is a number', () => {
    expect(positionFrom(4_711n)).toBe(4_711);
    expect(positionFrom(BigInt(Number.MAX_SAFE_INTEGER))).toBe(Number.MAX_SAFE_INTEGER);
  });

  it.each([noPosition, 0n, undefined])('is none where it is %s', (commit) => {
    expect(positionFrom(commit)).toBeNull();
  });

  it('that a number cannot hold is refused, not rounded', () => {
    expect(() => positionFrom(2n ** 53n)).toThrow('log position 9007199254740992 is not a safe integer');
  });
});

describe('events of a stream whose position the server does not tell', () => {
  it('get that of the end of the log, which is not before any of them', async () => {
    const store = new EventStoreDb(connectionTo([record(0n, noPosition), record(1n, 55n)], [record(9n, 77n)]), limits);

    expect((await store.read('s')).map(({ position }) => position)).toEqual([77, 55]);
  });
});

describe('reads', () => {
  it('hold at most 64 of the hundred calls of a connection', async () => {
    let open = 0;
    let most = 0;
    const client = {
      readStream: () => {
        open += 1;
        most = Math.max(most, open);
        const reading = reads([record(0n, 55n)]);
        reading.once('end', () => (open -= 1));
        return reading;
      },
    };
    const store = new EventStoreDb(connectionOf(client), limits);
    const streams = await Promise.all(Array.from({ length: 200 }, () => store.read('s')));

    expect(most).toBe(64);
    expect(streams.every((events) => events.length === 1)).toBe(true);
  });
});

const limits = { appendLimitMs: 100, readLimitMs: 1_000 };

const record = (revision: bigint, commit: bigint) => ({
  event: {
    id: 'e',
    type: 'T',
    streamId: 's',
    revision,
    created: new Date('2025-12-01T07:00:00Z'),
    data: {},
    metadata: {},
    position: { commit, prepare: commit },
  },
});

const reads = (events: object[]) => Object.assign(Readable.from(events), { cancel: async () => undefined });

/** A client that reads this from any stream, and this from the log. */
const connectionTo = (stream: object[], log: object[]): Connection =>
  connectionOf({ readStream: () => reads(stream), readAll: () => reads(log) });

const connectionOf = (client: object): Connection =>
  // All that the store asks of a connection.
  ({ session: async () => ({ client, waiting: new Set() }) }) as unknown as Connection;
