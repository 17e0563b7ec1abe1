import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { environmentOf, missing, year2028 } from '../support/beyond-the-calendar.js';
import { clockAt } from '../support/clock.js';
import { startSystem, type Answer, type System } from '../support/system.js';
import { ops, opsJson } from './ops-command.js';

/** The calendar that is built in ends in 2027. */
const clock = clockAt('2028-02-01T12:00:00+05:00');
let system: System;

beforeAll(async () => {
  system = await startSystem({ env: clock, tokenMinutes: 2_000_000, projector: false });
}, 60_000);
afterAll(() => system.stop());

const administrator = { role: 'administrator', office: null } as const;
const addYear = (year: number, body: object = year2028, sending = {}): Promise<Answer> =>
  system.post(`/admin/calendar/years/${year}`, body, { ...administrator, ...sending });

describe('the year that is added next (docs/law/rules.md 4.3)', () => {
  it('R-110: names its days and the act that it rests on, follows the last year, and is added by an administrator', async () => {
    const caseworker = { role: 'caseworker', office: 'almaty-bostandyk' } as const;
    expect((await addYear(2028, year2028, caseworker)).status).toBe(403);
    expect(missing(await addYear(2027))).toEqual([409, 'calendar-year-known', 2027]);
    expect((await addYear(2029)).body).toMatchObject({
      code: 'calendar-year-not-next',
      facts: { year: 2029, next: 2028 },
    });
    expect((await addYear(2028, { ...year2028, off: [] })).status).toBe(422);
    expect((await addYear(2028, { ...year2028, source: '' })).status).toBe(422);
    expect((await addYear(2028, { ...year2028, workingWeekends: ['2027-01-09'] })).body.code).toBe(
      'calendar-day-of-another-year',
    );
    expect((await system.send('POST', '/api/v1/admin/calendar/years/next', administrator, year2028)).status).toBe(404);
  });

  it('is imported from a file as the same event', async () => {
    const path = join(system.dataFolder, 'calendar-2028.json');
    const off = [{ date: '2028-01-01', kind: 'holiday', name: "New Year's Day" }];
    const file = { year: 2028, off, workingWeekends: [], provisional: true, source: 'Order 500 of 2027' };
    await writeFile(path, JSON.stringify(file));
    const env = environmentOf(system, clock);
    const added = await ops(['calendar', 'add', '--file', path, '--api', system.url()], { env });
    expect([added.code, added.stderr]).toEqual([0, '']);
    expect(added.stdout).toContain('The calendar of 2028 is added');
    const { body } = await system.get('/admin/calendar/2028');
    expect(body.added).toMatchObject({ source: 'Order 500 of 2027' });
    const again = await ops(['calendar', 'add', '--file', path, '--api', system.url()], { env });
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('calendar-year-known')]);
  }, 60_000);

  it('R-16, R-27: the command line counts by it and by its corrections, as the system does, and by the built-in calendar where asked', async () => {
    const env = environmentOf(system, clock);
    const due = (...more: readonly string[]) =>
      opsJson(['calendar', 'due', '--from', '2028-01-03', '--term', '1', '--unit', 'working', ...more], env);
    expect(await due()).toMatchObject({ due: '2028-01-04' });
    expect(await due('--built-in')).toMatchObject({ code: 'calendar-year-missing' });

    const off = { date: '2028-01-04', to: 'OFF', name: 'Moved day off', source: 'Order 501 of 2027' };
    expect((await system.post('/admin/calendar/days', off, administrator)).status).toBe(200);
    expect(await due()).toMatchObject({ due: '2028-01-05' });
    const accepted = await opsJson(['calendar', 'accept', '--at', '2028-01-04T10:00'], env);
    expect(accepted).toMatchObject({ acceptedOn: '2028-01-05' });
    const lines = await ops(['calendar', 'accept', '--lines'], { env, input: '{"at":"2028-01-04T10:00"}' });
    expect(lines.stdout).toBe('{"acceptedOn":"2028-01-05"}\n');
  }, 60_000);
});
