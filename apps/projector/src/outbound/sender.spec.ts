import { describe, expect, it } from '@jest/globals';
import type { Delivery, Outbox, StageRecord } from '@app/read-models';
import type { MonitoringSystem, Reception } from './monitoring-system.js';
import { Sender } from './sender.js';

const record = (id: string, logPosition: number): StageRecord => ({
  id,
  caseId: `case of ${id}`,
  officeId: 'almaty-bostandyk',
  route: 'COMMUNAL',
  from: null,
  stage: 'DOCUMENTS',
  status: 'SUBMITTED',
  effectiveAt: '2025-03-03T10:00:00+05:00',
  recordedAt: '2025-03-03T05:00:01.000Z',
  logPosition,
});

/** An outbox in memory, over records that a test adds to. */
const outboxOver = (records: readonly StageRecord[]) => {
  const deliveries = new Map<string, Delivery>();
  const change = ({ record: { id } }: Delivery, changes: Partial<Delivery>): void => {
    const before = deliveries.get(id)!;
    deliveries.set(id, { ...before, attempts: before.attempts + 1, ...changes });
  };
  const outbox: Pick<Outbox, 'collect' | 'due' | 'sent' | 'failed' | 'dead'> = {
    collect: async (now) => {
      for (const one of records)
        if (!deliveries.has(one.id))
          deliveries.set(one.id, {
            record: one,
            attempts: 0,
            nextAt: now,
            lastError: null,
            state: 'WAITING',
            settledAt: null,
          });
    },
    due: async (now) => [...deliveries.values()].filter(({ state, nextAt }) => state === 'WAITING' && nextAt <= now),
    sent: async (one, now) => change(one, { state: 'SENT', settledAt: now }),
    failed: async (one, lastError, nextAt) => change(one, { lastError, nextAt }),
    dead: async (one, lastError, now) => change(one, { state: 'DEAD', lastError, settledAt: now }),
  };
  // The sender uses these five alone.
  return { outbox: outbox as Outbox, deliveries };
};

const start = Date.parse('2025-03-03T06:00:00Z');

const world = (records: StageRecord[], answer: (id: string, time: number) => Reception) => {
  const received: string[] = [];
  const { outbox, deliveries } = outboxOver(records);
  let clock = start;
  const system: MonitoringSystem = {
    url: 'http://monitoring.example',
    send: async ({ id }) => {
      received.push(id);
      return answer(id, received.filter((one) => one === id).length);
    },
  };
  const sender = () => new Sender({ outbox, system, now: () => new Date(clock).toISOString(), random: () => 1 });
  return {
    received,
    deliveries,
    sender,
    later: (seconds: number) => {
      clock += seconds * 1000;
    },
  };
};

const taken: Reception = { kind: 'TAKEN' };
const down: Reception = { kind: 'LATER', why: 'answered 503' };

describe('the records for the monitoring information system (R-82, para 11)', () => {
  it('leave once each, in the order of the log', async () => {
    const { received, sender } = world([record('a', 1), record('b', 2)], () => taken);
    const one = sender();
    await one.pass();
    await one.pass();
    expect(received).toEqual(['a', 'b']);
  });

  it('are sent again with growing waits until they are taken', async () => {
    const { received, deliveries, sender, later } = world([record('a', 1)], (_, time) => (time < 3 ? down : taken));
    const one = sender();
    await one.pass();
    expect(deliveries.get('a')).toMatchObject({ state: 'WAITING', attempts: 1, lastError: 'answered 503' });
    later(0.9);
    await one.pass();
    expect(received).toHaveLength(1);
    later(0.2);
    await one.pass();
    later(1.9);
    await one.pass();
    expect(received).toHaveLength(2);
    later(0.2);
    await one.pass();
    expect(received).toHaveLength(3);
    expect(deliveries.get('a')).toMatchObject({ state: 'SENT', attempts: 3 });
  });

  it('become dead letters where the record itself is refused, and hold nothing else up', async () => {
    const { deliveries, sender } = world([record('a', 1), record('b', 2)], (id) =>
      id === 'a' ? { kind: 'NEVER', why: 'answered 422' } : taken,
    );
    await sender().pass();
    expect(deliveries.get('a')).toMatchObject({ state: 'DEAD', lastError: 'answered 422' });
    expect(deliveries.get('b')).toMatchObject({ state: 'SENT' });
  });

  it('are not sent again by a sender that starts anew', async () => {
    const { received, sender } = world([record('a', 1)], () => taken);
    await sender().pass();
    await sender().pass();
    expect(received).toEqual(['a']);
  });

  it('wait for the next look where the system does not answer: one try a look, not one a record', async () => {
    const { received, sender, later } = world([record('a', 1), record('b', 2)], () => down);
    const one = sender();
    await one.pass();
    expect(received).toEqual(['a']);
    await one.pass();
    expect(received).toEqual(['a', 'b']);
    later(86_400 * 365);
    await one.pass();
    expect(received).toEqual(['a', 'b', 'a']);
  });
});
