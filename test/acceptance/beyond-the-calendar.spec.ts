import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  absent,
  at,
  commission,
  completeness,
  compliance,
  decision,
  environmentOf,
  filed,
  missing,
  notice,
  objection,
  refusal,
  registration,
  rejection,
  remarks,
  signature,
  year2028,
} from '../support/beyond-the-calendar.js';
import { clockAt } from '../support/clock.js';
import { complaintBody } from '../support/complaint-walk.js';
import { told, walkedCase, type WalkedCase } from '../support/case-walks.js';
import { startSystem, type Answer, type System } from '../support/system.js';
import { ops } from './ops-command.js';

/** The calendar that is built in ends in 2027; here it is February 2028. */
const clock = clockAt('2028-02-01T12:00:00+05:00');
let system: System;

beforeAll(async () => {
  system = await startSystem({ env: clock, tokenMinutes: 2_000_000 });
}, 60_000);
afterAll(() => system.stop());

const administrator = { role: 'administrator', office: null } as const;

const addYear = (year: number, body: object = year2028, sending = {}): Promise<Answer> =>
  system.post(`/admin/calendar/years/${year}`, body, { ...administrator, ...sending });

const complain = (caseId: string): Promise<Answer> => {
  const on = { effectiveAt: '2028-02-01T11:00:00+05:00', learnedOn: '2028-02-01' };
  return system.post('/complaints', complaintBody(caseId, on), { role: 'front-desk' });
};
const dutyOf = async (caseId: string, rule: string, minPosition: number) => {
  const { body } = await system.get(`/cases/${caseId}/duties`, { minPosition, waitSeconds: 10 });
  return body.duties.find((duty: { rule: string }) => duty.rule === rule);
};
const bucketOf = async (bucket: string, minPosition: number) => {
  const { body } = await system.get(`/monitoring/duties?bucket=${bucket}`, { minPosition, waitSeconds: 10 });
  return body;
};
let december: WalkedCase;
let january: WalkedCase;
let registeredLate: WalkedCase;
let heard: WalkedCase;
let last: Answer;

describe('where the calendar has ended (docs/law/rules.md 4.3)', () => {
  it('R-27 (para 6): an act is taken, and its date is pending: the nominal day and the year that is missing are said', async () => {
    december = await walkedCase(system, [filed('2027-12-10', 'DECEMBER'), at('2027-12-10', registration!)]);
    last = await december.send(at('2027-12-14', completeness!));
    expect(told(last)).toEqual(['CompletenessConfirmed']);
    expect(await dutyOf(december.caseId, 'R-27', last.body.position)).toMatchObject({
      nominalDue: '2028-01-09',
      due: null,
      dueAt: null,
      pending: { missingYear: 2028, notBefore: '2028-01-09' },
      status: 'OPEN',
      overdue: false,
    });
    const { application } = await december.view();
    expect(application).toMatchObject({ acceptedOn: '2027-12-10', registrationDue: '2027-12-10', resultDue: null });
    const why = await system.get(`/cases/${december.caseId}/duties/R-27/why`);
    expect(why.body.text).toContain(
      "There is no due date yet, as there is no calendar of 2028. The term's own last day is Sunday 9 January 2028.",
    );
    expect(why.body.derivation).toMatchObject({ due: null, pending: { missingYear: 2028 } });
  }, 60_000);

  it('R-27 (para 9): what follows is taken too, also what ends the duty, which nobody judges yet', async () => {
    for (const [day, step] of [
      ['2027-12-15', compliance],
      ['2027-12-16', commission],
      ['2027-12-20', decision],
      ['2028-01-12', signature],
    ] as const)
      last = await december.send(at(day, step!));
    expect(told(last)).toEqual(['DecisionSigned']);
    expect(await dutyOf(december.caseId, 'R-27', last.body.position)).toMatchObject({
      due: null,
      status: 'DISCHARGED',
      dischargedOn: '2028-01-12',
      late: null,
    });
    // Five working days from Monday 20 December end within the calendar.
    expect(await dutyOf(december.caseId, 'R-28', last.body.position)).toMatchObject({
      due: '2027-12-27',
      pending: null,
    });
    const { body } = await system.get(`/cases/${december.caseId}/attribution`);
    expect(body.holdings.at(-1).workingDays).toBeNull();
  }, 60_000);

  it('R-16 (para 4): an application is taken whose day of acceptance no calendar tells; its rulebook is that of the nominal day', async () => {
    january = await walkedCase(system, [filed('2028-01-08', 'JANUARY')]);
    const { application } = await january.view();
    expect(application).toMatchObject({
      acceptedOn: null,
      registrationDue: null,
      resultDue: null,
      rulebook: 'KZ-437/2021-08-12',
    });
    const { body: list } = await system.get(`/cases?q=${january.caseId}`);
    expect(list.items[0]).toMatchObject({ acceptedOn: null, nextDue: { due: null, pending: { missingYear: 2028 } } });
    const why = await system.get(`/cases/${january.caseId}/duties/R-27/why`);
    expect(why.body.text).toContain(
      'On which day it counts as accepted cannot be told yet: there is no calendar of 2028.',
    );
    last = await january.send(at('2028-01-08', registration!));
    expect(told(last)).toEqual(['ApplicationRegistered']);
  }, 60_000);

  it('shows what is pending in a bucket of its own, and in no other', async () => {
    const pending = await bucketOf('PENDING', last.body.position);
    expect(
      pending.items
        .filter(({ caseId }: { caseId: string }) => caseId === december.caseId)
        .map(({ rule, due, nominalDue, pending: why, outcome }: Record<string, unknown>) => [
          rule,
          due,
          nominalDue,
          why,
          outcome,
        ]),
    ).toEqual([['R-27', null, '2028-01-09', { missingYear: 2028, notBefore: '2028-01-09' }, 'PENDING']]);
    expect(pending.counts.PENDING).toBe(pending.items.length);
    // What was done by the earliest day on which its term can end was in time, whatever that year will have.
    for (const bucket of ['OPEN', 'OVERDUE', 'LATE']) {
      const { items } = await bucketOf(bucket, last.body.position);
      expect(items.filter(({ due }: { due: string | null }) => due === null)).toEqual([]);
    }
  }, 60_000);

  it('R-33 (para 6): the power to reject is not used while no calendar tells until when it lasts', async () => {
    registeredLate = await walkedCase(system, [filed('2027-12-30', 'REJECTED'), at('2027-12-30', registration!)]);
    const answer = await registeredLate.send(at('2027-12-31', rejection));
    expect(missing(answer)).toEqual([409, 'calendar-year-missing', 2028]);
    expect(answer.body.detail).toContain('No working-day calendar is loaded for 2028');
    const { body } = await system.get(`/cases/${registeredLate.caseId}/actions`);
    expect(body.actions.find(({ command }: { command: string }) => command === 'RejectApplication')).toMatchObject({
      allowed: false,
    });
  }, 60_000);

  it('R-77 (para 10): a refusal is not adopted while no calendar tells from when on it may be; an objection is taken (R-78)', async () => {
    heard = await walkedCase(system, [
      filed('2027-12-15', 'HEARD'),
      at('2027-12-15', registration!),
      at('2027-12-16', completeness!),
      at('2027-12-17', compliance!),
      at('2027-12-20', commission!),
      at('2027-12-28', remarks),
      at('2027-12-30', notice),
    ]);
    expect(told(await heard.send(at('2028-01-05', objection)))).toEqual(['ObjectionReceived']);
    expect(told(await heard.send(at('2028-01-11', absent)))).toEqual(['HearingHeld']);
    const shown = await heard.view();
    expect(shown.preliminaryRefusal).toMatchObject({
      objectionsUntil: null,
      actNotBefore: null,
      pending: { missingYear: 2028 },
    });
    expect(shown.objections).toMatchObject([{ late: null }]);
    expect(missing(await heard.send(at('2028-01-20', refusal)))).toEqual([409, 'calendar-year-missing', 2028]);
  }, 60_000);

  it('R-83 (para 12): an inaction is complained about once its day is known', async () => {
    expect(missing(await complain(registeredLate.caseId))).toEqual([409, 'calendar-year-missing', 2028]);
  }, 60_000);

  it('warns whoever runs it, on the health page and in the measurements', async () => {
    const ready = await system.send('GET', '/health/ready');
    expect(ready.body).toMatchObject({
      status: 'up',
      warnings: [expect.stringContaining('ends on Friday 31 December 2027')],
    });
    expect((await system.send('GET', '/metrics')).text).toContain('shanyraq_calendar_days_left{service="api"} -32');
  });
});

describe('a year that is added to the calendar (docs/law/rules.md 4.3)', () => {
  it('R-27 (para 6): sets the dates that were pending for it, also of what ended meanwhile, as if it had been known from the start', async () => {
    last = await addYear(2028, { ...year2028, effectiveAt: '2027-11-10T09:00:00+05:00' });
    expect([last.status, told(last)]).toEqual([200, ['CalendarYearAdded']]);
    const { position } = last.body;
    expect(await dutyOf(december.caseId, 'R-27', position)).toMatchObject({
      nominalDue: '2028-01-09',
      due: '2028-01-10',
      pending: null,
      status: 'DISCHARGED',
      late: true,
      moved: null,
    });
    expect(await dutyOf(january.caseId, 'R-27', position)).toMatchObject({ due: '2028-02-09', pending: null });
    const { application } = await january.view();
    // Saturday 8 January: accepted on Monday.
    expect(application).toMatchObject({
      acceptedOn: '2028-01-10',
      registrationDue: '2028-01-10',
      resultDue: '2028-02-09',
    });
    expect(await dutyOf(january.caseId, 'R-15', position)).toMatchObject({ dischargedOn: '2028-01-10', late: false });
    const pending = await bucketOf('PENDING', position);
    expect([pending.items, pending.counts.PENDING]).toEqual([[], 0]);
    const late = await bucketOf('LATE', position);
    expect(late.items).toMatchObject([{ caseId: december.caseId, rule: 'R-27', due: '2028-01-10' }]);
    const shown = await heard.view();
    // 31 December, 5, 6 and 10 January.
    expect(shown.preliminaryRefusal).toMatchObject({
      objectionsUntil: '2028-01-05',
      actNotBefore: '2028-01-06',
      pending: null,
    });
    expect(shown.objections).toMatchObject([{ late: false }]);
  }, 60_000);

  it('R-77, R-33, R-83: the gates that waited for it judge', async () => {
    expect(told(await heard.send(at('2028-01-20', refusal)))).toEqual(['CommissionDecided']);
    const lapsed = await registeredLate.send(at('2028-01-10', rejection));
    expect([lapsed.body.code, lapsed.body.facts.due]).toEqual(['rejection-term-lapsed', '2028-01-05']);
    const filing = await complain(registeredLate.caseId);
    expect([filing.status, filing.body.code]).toEqual([201, undefined]);
  }, 60_000);

  it('is shown with the act, warns no more, and comes once', async () => {
    const { body } = await system.get('/admin/calendar/2028');
    expect(body).toMatchObject({
      year: 2028,
      provisional: true,
      added: { source: year2028.source, knownFrom: '2027-11-10T09:00:00+05:00' },
      workingWeekends: ['2028-01-15'],
      corrections: [],
    });
    expect(body.off).toEqual(year2028.off);
    expect((await system.get('/admin/calendar/2027')).body.added).toBeNull();
    expect((await system.send('GET', '/health/ready')).body.warnings).toEqual([]);
    expect(missing(await addYear(2028))).toEqual([409, 'calendar-year-known', 2028]);
  });

  it('has days that are corrected as those of other years are', async () => {
    const corrected = await system.post(
      '/admin/calendar/days',
      { date: '2028-02-09', to: 'OFF', name: 'Day of mourning', source: 'Decree 5' },
      administrator,
    );
    expect(await dutyOf(january.caseId, 'R-27', corrected.body.position)).toMatchObject({
      due: '2028-02-10',
      moved: { wasDue: '2028-02-09' },
    });
  }, 60_000);

  it('is known to a projector and an api that start later, and to every replay: `ops verify` and `ops replay` are sound', async () => {
    await system.kill('projector');
    await system.kill('api');
    await system.start('api');
    await system.start('projector');
    expect((await dutyOf(december.caseId, 'R-27', last.body.position)).due).toBe('2028-01-10');
    const env = environmentOf(system, clock);
    expect(await ops(['verify', '--api', system.url()], { env })).toMatchObject({ code: 0, stderr: '' });
    expect(await ops(['replay', '--all'], { env })).toMatchObject({ code: 0, stderr: '' });
  }, 120_000);
});
