import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventSchemas } from '@app/domain';
import { CommandPipeline, createCodec, type DomainEvent } from '@app/event-store';
import { submitApplication } from '../../../../libs/domain/src/testing/index.js';
import { encoded } from '../../../../libs/event-store/src/testing/encoded.js';
import { MemoryVault } from '../../../../libs/vault/src/testing/memory-vault.js';
import { sendCommand } from '../testing/commands-over-http.js';
import { inProcessApi, type Answered, type InProcessApi } from '../testing/in-process-api.js';

let api: InProcessApi;
beforeEach(async () => {
  api = await inProcessApi();
});
afterEach(() => api.close());

const calendar = async (): Promise<Answered> =>
  api.send('/api/v1/admin/calendar/2025', { headers: { authorization: `Bearer ${await api.token()}` } });
const file = (): Promise<Answered> => sendCommand(api, submitApplication(), { caseId: '' });

/** Waits until the calendar is answered with a status. */
const calendarIs = async (status: number): Promise<Answered> => {
  for (;;) {
    const answer = await calendar();
    if (answer.status === status) return answer;
    await pause(20);
  }
};

describe('a correction of the calendar that this version cannot read', () => {
  /** A newer version records it, which has one type of events more. */
  const record = () => {
    const schemas = { ...eventSchemas, CalendarMonthChanged: eventSchemas.CalendarDayChanged };
    const newer = new CommandPipeline({
      store: api.store,
      codec: createCodec({ schemas, vault: new MemoryVault() }),
    });
    const at = '2025-03-07T10:00:00+05:00';
    return newer.handle({
      stream: 'calendar-kz',
      decider: { initial: null, decide: (events: readonly DomainEvent[]) => events, evolve: () => null },
      command: [{ type: 'CalendarMonthChanged', data: { month: '2025-04', knownFrom: at, enteredAt: at } }],
      context: { ...encoded().metadata, idempotencyKey: 'k', expectedRevision: null, request: 'k' },
    });
  };

  it('stops every command, and the calendar from being shown: nothing is counted with an old one', async () => {
    expect((await file()).status).toBe(201);
    await record();
    const told = { code: 'event-unreadable', detail: expect.stringContaining('event 0 of calendar-kz') };
    expect((await calendarIs(500)).body).toMatchObject(told);
    const recorded = api.store.log.length;
    expect(await file()).toMatchObject({ status: 500, body: told });
    expect(api.store.log.length).toBe(recorded);
  }, 30_000);

  it('stops no more once it can be read', async () => {
    await record();
    await calendarIs(500);
    api.store.log.length = 0;
    expect([(await calendar()).status, (await file()).status]).toEqual([200, 201]);
  }, 30_000);
});

describe('a correction of the calendar that was altered in the log', () => {
  it('stops every command, and says where the chain is broken', async () => {
    await api.store.append('calendar-kz', 'none', [{ ...encoded(), type: 'CalendarDayChanged' }]);
    const detail = expect.stringContaining('the hash chain of calendar-kz is broken at revision 0');
    expect((await calendarIs(500)).body).toMatchObject({ code: 'event-unreadable', detail });
    expect(await file()).toMatchObject({ status: 500, body: { code: 'event-unreadable', detail } });
  }, 30_000);
});

describe('a log that is away', () => {
  it('stops every command for as long as it is: the calendar may have been corrected', async () => {
    api.store.disconnect();
    expect((await calendarIs(503)).body).toMatchObject({ code: 'store-unavailable' });
    expect(await file()).toMatchObject({ status: 503, body: { code: 'store-unavailable' } });
    api.store.connect();
    expect([(await file()).status, (await calendar()).status]).toEqual([201, 200]);
  }, 30_000);
});
