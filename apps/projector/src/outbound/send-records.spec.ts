import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger } from '@app/platform';
import { partitionOf, type Delivery, type Outbox } from '@app/read-models';
import { sendRecords, type SendingParts } from './send-records.js';

let server: Server;
const received: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    received.push(request.url ?? '');
    response.end('{}');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterAll(() => void server.close());

const waiting: Delivery = {
  record: {
    id: 'r1',
    caseId: 'c1',
    officeId: 'almaty-bostandyk',
    route: 'COMMUNAL',
    from: null,
    stage: 'DOCUMENTS',
    status: 'SUBMITTED',
    effectiveAt: '2025-03-03T10:00:00+05:00',
    recordedAt: '2025-03-03T05:00:01.000Z',
    logPosition: 1,
  },
  attempts: 0,
  nextAt: '2025-03-03T05:00:02.000Z',
  lastError: null,
  state: 'WAITING',
  settledAt: null,
};

/** A process that holds some partitions, for one look: what the monitoring system received, what is settled, how often the unsent were told. */
const run = async (partitions: readonly number[]) => {
  received.length = 0;
  const seen = { settled: [] as string[], told: 0 };
  const outbox: Pick<Outbox, 'collect' | 'check' | 'takeForged' | 'due' | 'sent' | 'unsent'> = {
    collect: async () => undefined,
    due: async () => [waiting],
    check: async () => undefined,
    takeForged: () => [],
    sent: async ({ record: { id } }) => void seen.settled.push(id),
    unsent: async () => ({ waiting: 1, dead: 0, forged: 0, oldestRecordedAt: waiting.record.recordedAt }),
  };
  const stopping = new AbortController();
  const { port } = server.address() as AddressInfo;
  const parts = {
    // The sending uses these alone.
    stores: { readModels: { outbox }, watch: { assertFit: () => undefined } } as unknown as SendingParts['stores'],
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
  return { ...seen, received: received.length };
};

describe('of several projectors', () => {
  const sends = partitionOf('stage-records');
  const others = [...Array(16).keys()].filter((one) => one !== sends);

  it('the one that holds the partition of the records sends them', async () => {
    expect(await run([sends])).toEqual({ received: 1, settled: ['r1'], told: 1 });
  });

  it('every other one sends nothing, and tells all the same what is unsent', async () => {
    expect(await run(others)).toEqual({ received: 0, settled: [], told: 1 });
    expect(await run([])).toEqual({ received: 0, settled: [], told: 1 });
  });
});
