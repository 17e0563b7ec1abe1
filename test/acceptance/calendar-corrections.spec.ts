import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, type Answer, type System } from '../support/system.js';
import { communalWalk, sendStep } from '../support/walk.js';

let system: System;

beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

const administrator = { role: 'administrator', office: null } as const;
const correct = (body: object, sending = {}): Promise<Answer> =>
  system.post('/admin/calendar/days', body, { ...administrator, ...sending });

/** Carries a communal case, filed on 7 March 2025, through so many steps. */
const caseAfter = async (n: string, steps: number): Promise<Readonly<{ caseId: string; position: number }>> => {
  let caseId: string | null = null;
  let position = 0;
  for (const step of communalWalk(n).slice(0, steps)) {
    const { status, body } = await sendStep(system, caseId, step);
    expect([200, 201]).toContain(status);
    ({ caseId, position } = body);
  }
  return { caseId: caseId ?? '', position };
};

const dutyOf = async (caseId: string, rule: string, minPosition: number) => {
  const { body } = await system.get(`/cases/${caseId}/duties`, { minPosition, waitSeconds: 10 });
  return body.duties.find((duty: { rule: string }) => duty.rule === rule);
};

/** Filed on 7 March 2025 and decided on 20 March: the agreement is due on 1 April, past Nauryz. */
const decided = 8;
const concluded = 13;
const mourning = { date: '2025-03-31', to: 'OFF', name: 'Day of mourning', source: 'Decree 5 of 27 March 2025' };

describe('a correction of the calendar (docs/law/rules.md 4.4 and 3.3, 5)', () => {
  it('moves what is open, says what it was and by which act, and leaves what was discharged', async () => {
    const open = await caseAfter('CAL-1', decided);
    const done = await caseAfter('CAL-2', concluded);
    expect((await dutyOf(open.caseId, 'R-28', done.position)).due).toBe('2025-04-01');

    const { status, body, headers } = await correct({ ...mourning, effectiveAt: '2025-03-27T09:00:00+05:00' });
    expect([status, body.events.map(({ type }: { type: string }) => type)]).toEqual([200, ['CalendarDayChanged']]);
    expect([headers.get('etag'), headers.get('x-log-position')]).toEqual(['"0"', String(body.position)]);

    expect(await dutyOf(open.caseId, 'R-28', body.position)).toMatchObject({
      due: '2025-04-02',
      status: 'OPEN',
      moved: {
        wasDue: '2025-04-01',
        correction: { ...mourning, knownFrom: '2025-03-27T09:00:00+05:00' },
      },
    });
    expect(await dutyOf(done.caseId, 'R-28', body.position)).toMatchObject({
      due: '2025-04-01',
      status: 'DISCHARGED',
      late: false,
      moved: null,
    });

    const why = await system.get(`/cases/${open.caseId}/duties/R-28/why`);
    expect(why.body.derivation.days).toContainEqual({
      date: '2025-03-31',
      counted: false,
      reason: { kind: 'transfer_off', name: 'Day of mourning (Decree 5 of 27 March 2025)' },
    });
    expect(why.body.text).toContain(
      'The term ended on Tuesday 1 April 2025 before Monday 31 March 2025 was made a day off: Day of mourning (Decree 5 of 27 March 2025), known since Thursday 27 March 2025.',
    );

    const board = await system.get('/monitoring/duties?bucket=OVERDUE&rule=R-28');
    expect(board.body.items).toMatchObject([{ caseId: open.caseId, due: '2025-04-02', movedFrom: '2025-04-01' }]);
    const list = await system.get(`/cases?q=${open.caseId}`);
    expect(list.body.items[0].nextDue).toMatchObject({ rule: 'R-28', due: '2025-04-02' });
  }, 60_000);

  it('is shown with the year', async () => {
    const { body } = await system.get('/admin/calendar/2025');
    expect(body.workingDays).toBe(245);
    expect(body.off).toContainEqual({
      date: '2025-03-31',
      kind: 'transfer_off',
      name: 'Day of mourning (Decree 5 of 27 March 2025)',
    });
    expect(body.corrections).toMatchObject([{ ...mourning, from: 'WORKING' }]);
    expect((await system.get('/admin/calendar/2024')).body.corrections).toEqual([]);
  });

  it('counts for what is filed from then on (R-16, para 4)', async () => {
    const [first] = communalWalk('CAL-3');
    if (!first) throw new Error('the walk has no steps');
    const filed = { ...first, body: { ...first.body, effectiveAt: '2025-03-31T10:00:00+05:00' } };
    const { body } = await sendStep(system, null, filed);
    expect((await dutyOf(body.caseId, 'R-18', body.position)).due).toBe('2025-04-01');
  });

  it('is refused where it changes nothing, lies in a year without a calendar, or was not known yet (R-110)', async () => {
    const again = await correct(mourning);
    expect([again.status, again.body.code, again.body.facts]).toEqual([
      409,
      'calendar-day-unchanged',
      { date: '2025-03-31', is: 'OFF' },
    ]);
    const far = await correct({ ...mourning, date: '2031-03-31' });
    expect([far.status, far.body.code]).toEqual([409, 'calendar-year-missing']);
    const future = await correct({ ...mourning, date: '2025-04-03', effectiveAt: '2099-01-01T00:00:00Z' });
    expect([future.status, future.body.errors[0].path]).toEqual([422, 'effectiveAt']);
    const blank = await correct({ ...mourning, date: '2025-04-03', source: ' ' });
    expect([blank.status, blank.body.errors[0].path]).toEqual([422, 'source']);
  });

  it('is entered once under one key, and by an administrator only', async () => {
    const body = { ...mourning, date: '2025-04-03' };
    const first = await correct(body, { key: 'k-1' });
    const repeat = await correct(body, { key: 'k-1' });
    expect([repeat.status, repeat.body]).toEqual([200, first.body]);
    expect((await correct(body, { role: 'caseworker', office: 'almaty-bostandyk' })).status).toBe(403);
  });
});
