import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, type Answer, type System } from '../support/system.js';
import { communalWalk, sendStep } from '../support/walk.js';

let system: System;
let caseId: string;
let position: number;

beforeAll(async () => {
  system = await startSystem();
  for (const step of communalWalk('IF-1').slice(0, 8)) {
    const { body } = await sendStep(system, caseId ?? null, step);
    ({ caseId, position } = body);
  }
}, 60_000);
afterAll(() => system.stop());

const ask = (changes: object, more: object = {}, sending = {}): Promise<Answer> =>
  system.post('/what-if', { changes, ...more }, { minPosition: position, waitSeconds: 10, ...sending });
const lastPosition = async (): Promise<number> =>
  (await system.get('/monitoring/projections', { role: 'administrator', office: null })).body.logPosition;
const mourning = { date: '2025-03-31', to: 'OFF', name: 'Day of mourning' };

describe('what if', () => {
  it('a day were off: the agreement would be due a day later (R-28), day by day, and nothing is written', async () => {
    const before = await lastPosition();
    const { status, body } = await ask({ calendarDays: [mourning] }, { caseId });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      summary: { cases: 1, dutiesMoved: 1, newlyOverdue: 0 },
      cases: [
        {
          caseId,
          officeId: 'almaty-bostandyk',
          duties: [
            {
              rule: 'R-28',
              dueNow: '2025-04-01',
              dueThen: '2025-04-02',
              statusNow: 'OVERDUE',
              statusThen: 'OVERDUE',
              derivation: { from: '2025-03-20', due: '2025-04-02' },
            },
          ],
        },
      ],
    });
    expect(body.position).toBeGreaterThanOrEqual(position);
    expect(await lastPosition()).toBe(before);
    const duties = await system.get(`/cases/${caseId}/duties`);
    expect(duties.body.duties.find(({ rule }: { rule: string }) => rule === 'R-28')).toMatchObject({
      due: '2025-04-01',
      moved: null,
    });
  });

  it('a term were another (R-28): 400 calendar days would end on a working day of the next year', async () => {
    const { body } = await ask({ terms: [{ rule: 'R-28', n: 400, unit: 'calendar' }] }, { caseId });
    expect(body.cases[0].duties).toMatchObject([{ rule: 'R-28', dueThen: '2026-04-24' }]);
  });

  it('the decision were signed: the duty to decide would be kept (R-27)', async () => {
    const signed = { decisionNumber: 'D', signedOn: '2025-03-26', at: '2025-03-26T11:00:00+05:00' };
    const { body } = await ask({ events: [{ type: 'DecisionSigned', data: signed }] }, { caseId });
    expect(body.cases[0].duties).toMatchObject([
      { rule: 'R-27', dueNow: '2025-04-07', dueThen: '2025-04-07', statusNow: 'OVERDUE', statusThen: 'DISCHARGED' },
    ]);
  });

  it('looks at all open cases of the office, without the steps of each date', async () => {
    const { body } = await ask({ calendarDays: [mourning] });
    expect(body.summary).toEqual({ cases: 1, dutiesMoved: 1, newlyOverdue: 0 });
    expect(body.cases[0].duties).toEqual([
      {
        rule: 'R-28',
        instance: null,
        dueNow: '2025-04-01',
        dueThen: '2025-04-02',
        statusNow: 'OVERDUE',
        statusThen: 'OVERDUE',
      },
    ]);
  });

  it('shows nothing of another office', async () => {
    const elsewhere = { office: 'almaty-medeu' };
    const one = await ask({ calendarDays: [mourning] }, { caseId }, elsewhere);
    expect([one.status, one.body.code]).toEqual([404, 'case-not-found']);
    expect((await ask({ calendarDays: [mourning] }, {}, elsewhere)).body.summary.cases).toBe(0);
    const named = await ask({ calendarDays: [mourning] }, { officeId: 'almaty-bostandyk' }, elsewhere);
    expect(named.body.summary.cases).toBe(0);
    const monitor = { role: 'quality-monitor', office: null };
    expect((await ask({ calendarDays: [mourning] }, {}, monitor)).body.summary.cases).toBe(1);
  });

  it('refuses what it cannot suppose, by its path', async () => {
    const pathOf = async (changes: object, more: object = { caseId }) => {
      const { status, body } = await ask(changes, more);
      return [status, body.errors?.[0]?.path ?? body.code];
    };
    const event = { type: 'DecisionSigned', data: {} };
    expect(await pathOf({ events: [event] }, {})).toEqual([422, 'changes.events']);
    expect(await pathOf({ events: [{ ...event, type: 'Nothing' }] })).toEqual([422, 'changes.events.0.type']);
    expect(await pathOf({ events: [{ type: 'CommissionFormed', data: {} }] })).toEqual([422, 'changes.events']);
    expect(await pathOf({ calendarDays: [{ ...mourning, date: '2031-01-01' }] })).toEqual([
      409,
      'calendar-year-missing',
    ]);
    expect(await pathOf({ terms: [{ rule: 'R-28', n: -1, unit: 'working' }] })).toEqual([422, 'changes.terms.0.n']);
    expect((await ask({}, {}, { role: 'administrator', office: null })).status).toBe(403);
  });

  it('of many cases tells some, in order of their ids, and where it goes on', async () => {
    const another = await sendStep(system, null, communalWalk('IF-2')[0]!);
    const fresh = { minPosition: another.body.position, role: 'auditor', office: null } as const;
    const terms = [{ rule: 'R-27', n: 3, unit: 'working' }];
    const whole = (await ask({ terms, calendarDays: [{ ...mourning, date: '2025-03-11' }] }, {}, fresh)).body;
    const first = (await ask({ terms, calendarDays: [{ ...mourning, date: '2025-03-11' }] }, { limit: 1 }, fresh)).body;
    const second = (
      await ask(
        { terms, calendarDays: [{ ...mourning, date: '2025-03-11' }] },
        { limit: 1, cursor: first.nextCursor },
        fresh,
      )
    ).body;
    expect([...first.cases, ...second.cases]).toEqual(whole.cases);
    expect(whole.cases).toHaveLength(2);
    expect([whole.nextCursor, second.nextCursor, first.summary]).toEqual([null, null, whole.summary]);
  });
});
