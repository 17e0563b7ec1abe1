import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  filed,
  offer,
  payment,
  rightsInformation,
  signedByBoth,
  stageTwo,
  walkedCase,
  type WalkedCase,
} from '../support/case-walks.js';
import { offerIn2023, readyIn2023, signedIn2023 } from '../support/instalment-walk.js';
import { startSystem, type System } from '../support/system.js';

let system: System;
let walked: WalkedCase;

/** Concluded on 1 April 2025: 375 000.01 tenge at first, then four instalments; nobody watches while what is long past is entered. */
beforeAll(async () => {
  system = await startSystem({ env: { WATCH_SECONDS: '1' }, projector: false });
  walked = await walkedCase(system, [
    filed({ payment: { mode: 'INSTALMENTS', years: 1, initialContribution: '375000.01' } }),
    ...stageTwo,
    rightsInformation('03-27'),
    offer('03-28', {
      instalments: { initialContributionDue: '2025-04-30', firstInstalmentDue: '2025-05-31', everyMonths: 3 },
    }),
    ...signedByBoth('04-01'),
  ]);
  await system.start('projector');
}, 60_000);
afterAll(() => system.stop());

type Row = Readonly<Record<string, unknown>>;
const keyOf = ({ rule, instance }: Row): string => (instance === null ? String(rule) : `${rule}/${instance}`);
const instalments = (rows: readonly Row[]): readonly Row[] => rows.filter(({ rule }) => rule === 'R-98');

const board = async (bucket: string, filter: string): Promise<readonly Row[]> => {
  // Reads the case first, so that what was sent is projected.
  await walked.view();
  return (await system.get(`/monitoring/duties?bucket=${bucket}&${filter}&limit=100`)).body.items;
};

/** The duties recorded as missed, once there are so many. */
const missed = async (count: number): Promise<readonly Row[]> => {
  for (;;) {
    const { missedDuties } = await walked.view();
    if (instalments(missedDuties).length >= count) return instalments(missedDuties);
    await after(100);
  }
};

describe('instalments as duties (Appendix 2)', () => {
  it('R-98 (Appendix 2): each instalment and the initial contribution is a duty of its own, on its agreed day; a day off moves it', async () => {
    await walked.view();
    const { body } = await system.get(`/cases/${walked.caseId}/duties`);
    expect(
      instalments(body.duties).map((duty) => [
        keyOf(duty),
        duty['nominalDue'],
        duty['due'],
        duty['debtor'],
        duty['term'],
      ]),
    ).toEqual([
      ['R-98/0', '2025-04-30', '2025-04-30', 'RECIPIENT', null],
      ['R-98/1', '2025-05-31', '2025-06-02', 'RECIPIENT', null],
      ['R-98/2', '2025-08-31', '2025-09-02', 'RECIPIENT', null],
      ['R-98/3', '2025-11-30', '2025-12-01', 'RECIPIENT', null],
      ['R-98/4', '2026-02-28', '2026-03-02', 'RECIPIENT', null],
    ]);
  });

  it('R-98 (Appendix 2): why an instalment is due on its day, by its number', async () => {
    const why = (query: string) => system.get(`/cases/${walked.caseId}/duties/R-98/why${query}`);
    const third = await why('?instance=3');
    expect([third.status, third.body.duty.instance, third.body.duty.due]).toEqual([200, 3, '2025-12-01']);
    expect(third.body.text.split('\n')).toEqual([
      'The applicant must, by the agreed day, pay instalment 3: R-98/3, Appendix 2.',
      expect.stringMatching(/^The Order says: "by redemption at the residual value \(or in installments/),
      'The agreement, concluded on Tuesday 1 April 2025, sets the day: Sunday 30 November 2025.',
      'The term cannot end on Sunday 30 November 2025, which is not a working day: a weekend.',
      'So the last day moves to Monday 1 December 2025.',
      'The duty is kept until the end of Monday 1 December 2025.',
    ]);
    expect(third.body.derivation).toMatchObject({ from: '2025-04-01', term: null, days: [], due: '2025-12-01' });
    const inRussian = await why('?instance=0&lang=ru');
    expect(inRussian.body.text).toMatch(
      /^Услугополучатель обязан не позднее согласованного дня внести первоначальный взнос: R-98\/0/,
    );
    for (const query of ['', '?instance=5']) {
      const none = await why(query);
      expect([none.status, none.body.code]).toEqual([404, 'duty-not-found']);
      expect(none.body.detail).toContain('name one by `?instance=`, from 0 to 4.');
    }
    const decision = await system.get(`/cases/${walked.caseId}/duties/R-27/why?instance=1`);
    expect(decision.status).toBe(404);
  });

  it('R-98 (Appendix 2): the watch records each that is missed by its number, once; the board shows each', async () => {
    const recorded = await missed(5);
    expect(recorded.map((one) => [keyOf(one), one['due']]).toSorted()).toEqual([
      ['R-98/0', '2025-04-30'],
      ['R-98/1', '2025-06-02'],
      ['R-98/2', '2025-09-02'],
      ['R-98/3', '2025-12-01'],
      ['R-98/4', '2026-03-02'],
    ]);
    const all = ['R-98/0', 'R-98/1', 'R-98/2', 'R-98/3', 'R-98/4'];
    expect((await board('OVERDUE', 'rule=R-98')).map(keyOf)).toEqual(all);
    expect((await board('MISSED', 'paragraph=App%202')).map(keyOf)).toEqual(all);
    const { body } = await system.get(`/cases/${walked.caseId}/timeline?limit=100`);
    expect(JSON.stringify(body.items)).toContain(
      'Duty under R-98/3 (Appendix 2) missed: it was due on 1 December 2025',
    );
    const attribution = await system.get(`/cases/${walked.caseId}/attribution`);
    expect(instalments(attribution.body.late).map(keyOf)).toEqual(all);
  }, 60_000);

  it('R-98 (Appendix 2): payments are matched by their days: what was paid in time is found kept, whatever was entered first', async () => {
    // Entered the later one first: together they pay the contribution in time, and the first instalment late.
    await walked.send(payment('06-03', '218749.99'));
    await walked.send(payment('04-28', '375000.01'));
    expect((await board('KEPT', 'rule=R-98')).map(keyOf)).toEqual(['R-98/0']);
    expect((await board('LATE', 'rule=R-98')).map((row) => [keyOf(row), row['dischargedOn']])).toEqual([
      ['R-98/1', '2025-06-03'],
    ]);
    expect((await board('MISSED', 'rule=R-98')).map(keyOf)).toEqual(['R-98/1', 'R-98/2', 'R-98/3', 'R-98/4']);
    const found = (await missed(5)).map((one) => [keyOf(one), one['foundKeptOn']]).toSorted();
    expect(found).toEqual([
      ['R-98/0', '2025-04-28'],
      ['R-98/1', null],
      ['R-98/2', null],
      ['R-98/3', null],
      ['R-98/4', null],
    ]);
    const { agreement } = await walked.view();
    expect(agreement.schedule.map(({ paidLate }: { paidLate: boolean }) => paidLate)).toEqual([
      false,
      true,
      false,
      false,
      false,
    ]);
  });

  it('R-98 (Appendix 2): a calendar that is corrected moves what is owed and says so, also where it is only supposed', async () => {
    const day = { date: '2026-03-02', to: 'OFF', name: 'Day of mourning' };
    const supposed = await system.post('/what-if', { caseId: walked.caseId, changes: { calendarDays: [day] } });
    expect(supposed.body.cases[0].duties.map((duty: Row) => [keyOf(duty), duty['dueNow'], duty['dueThen']])).toEqual([
      ['R-98/4', '2026-03-02', '2026-03-03'],
    ]);
    const known = { source: 'Decree 7', effectiveAt: '2026-02-27T09:00:00+05:00' };
    const corrected = await system.post(
      '/admin/calendar/days',
      { ...day, ...known },
      { role: 'administrator', office: null },
    );
    const { body } = await system.get(`/cases/${walked.caseId}/duties`, {
      minPosition: corrected.body.position,
      waitSeconds: 10,
    });
    expect(instalments(body.duties).find(({ instance }) => instance === 4)).toMatchObject({
      due: '2026-03-03',
      moved: { wasDue: '2026-03-02' },
    });
  });

  it('R-98 (Appendix 2): what changed between two moments is told of each instalment', async () => {
    const { body } = await system.get(`/audit/cases/${walked.caseId}/diff`, { role: 'auditor', office: null });
    const told = instalments(body.duties).map(keyOf);
    expect(told).toEqual(['R-98/0', 'R-98/1', 'R-98/2', 'R-98/3', 'R-98/4']);
  });

  it('R-98 (Appendix 2): the last payment ends them all', async () => {
    await walked.send(payment('08-29', '656250.00'));
    const { status, duties } = await walked.view();
    expect(status).toBe('PAID');
    expect(instalments(duties).map(({ status: stands }) => stands)).toEqual(
      Array.from({ length: 5 }, () => 'DISCHARGED'),
    );
  });
});

describe('instalments of years without calendar (docs/law/rules.md 4.3)', () => {
  it('R-98 (Appendix 2): what is paid early is kept, and a case that is paid waits for no year', async () => {
    const paid = await walkedCase(system, [
      ...readyIn2023({ years: 10 }),
      offerIn2023({ initialContributionDue: '2023-04-20', firstInstalmentDue: '2024-04-10', everyMonths: 12 }),
      ...signedIn2023('04-10'),
    ]);
    const rowsOf = async (bucket: string): Promise<readonly Row[]> => {
      await paid.view();
      const { items } = (await system.get(`/monitoring/duties?bucket=${bucket}&rule=R-98&limit=100`)).body;
      return items.filter(({ caseId }: Row) => caseId === paid.caseId);
    };
    expect((await rowsOf('PENDING')).map(({ instance }) => instance)).toEqual([5]);
    expect((await paid.send(payment('04-21', '1250000.00'))).body.events).toHaveLength(2);
    expect([(await paid.view()).status, await rowsOf('PENDING')]).toEqual(['PAID', []]);
    expect(
      (await rowsOf('KEPT')).map(({ instance }) => Number(instance)).toSorted((one, other) => one - other),
    ).toEqual(expect.arrayContaining([5, 6, 7, 8, 9]));
  }, 60_000);
});
