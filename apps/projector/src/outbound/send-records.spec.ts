import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger } from '@app/platform';
import { partitionOf, type Outbox } from '@app/read-models';
import { sendRecords, type SendingParts } from './send-records.js';

let server: Server;
beforeAll(async () => {
  server = createServer((_, response) => response.end('{}'));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterAll(() => void server.close());

/** A process that holds some partitions, for a moment: how often it looked for records, and how often it told how many are unsent. */
const run = async (partitions: readonly number[]) => {
  const seen = { looked: 0, told: 0 };
  const outbox: Pick<Outbox, 'collect' | 'due' | 'unsent'> = {
    collect: async () => void (seen.looked += 1),
    due: async () => [],
    unsent: async () => ({ waiting: 0, dead: 0, oldestRecordedAt: null }),
  };
  const stopping = new AbortController();
  const { port } = server.address() as AddressInfo;
  const parts = {
    // The sending uses these alone.
    stores: { readModels: { outbox } } as unknown as SendingParts['stores'],
    leases: { held: { epochs: new Map(partitions.map((one) => [one, 1])) } } as unknown as SendingParts['leases'],
    metrics: { unsent: () => void (seen.told += 1) },
    logger: createLogger({ name: 'projector', level: 'silent' }),
    config: { monitoringSystemUrl: `http://127.0.0.1:${port}` },
    signal: stopping.signal,
  };
  const sending = sendRecords(parts);
  while (seen.told === 0) await after(10);
  stopping.abort();
  await sending;
  return seen;
};

describe('of several projectors', () => {
  const sends = partitionOf('stage-records');
  const others = [...Array(16).keys()].filter((one) => one !== sends);

  it('the one that holds the partition of the records sends them', async () => {
    expect(await run([sends])).toEqual({ looked: 1, told: 1 });
  });

  it('every other one sends nothing, and tells all the same what is unsent', async () => {
    expect(await run(others)).toEqual({ looked: 0, told: 1 });
    expect(await run([])).toEqual({ looked: 0, told: 1 });
  });
});
