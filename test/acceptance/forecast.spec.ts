import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { filed, stageTwo, step, walkedCase } from '../support/case-walks.js';
import { startSystem, type Answer, type System } from '../support/system.js';
import type { WalkStep } from '../support/walk.js';

let system: System;
let open: string;
/** The cases that were decided in time, and those that were not, all filed on Friday 7 March 2025. */
const cases: { kept: string[]; late: string[] } = { kept: [], late: [] };
let position = 0;

const monitor = { role: 'quality-monitor', office: null } as const;

/** The whole walk to the signed decision, which is signed on a day in March or April 2025. */
const decided = (on: string): readonly WalkStep[] => [
  filed(),
  ...stageTwo.slice(0, -1),
  step('provider-head', '/decision/signature', on, {
    decisionNumber: 'DEC-1',
    eds: { certificateSerial: '3f2a9c01', signedAt: `2025-${on}T11:00:00+05:00` },
  }),
];

beforeAll(async () => {
  system = await startSystem();
  // The decision is due by Monday 7 April 2025, as the thirtieth day is a Sunday.
  for (const on of ['03-21', '03-26', '04-07']) cases.kept.push((await walkedCase(system, decided(on))).caseId);
  cases.late.push((await walkedCase(system, decided('04-09'))).caseId);
  open = (await walkedCase(system, [filed({ effectiveAt: '2025-03-20T10:25:00+05:00' })])).caseId;
  position = (await system.get('/monitoring/projections', monitor)).body.logPosition;
}, 120_000);
afterAll(() => system.stop());

const fresh = () => ({ ...monitor, minPosition: position, waitSeconds: 10 });
const forecast = (query: string, sending = {}, minimum = 2): Promise<Answer> =>
  system.get(`/monitoring/forecast?rule=R-27&minimumCases=${minimum}&${query}`, { ...fresh(), ...sending });
const casesIn = ({ body }: Answer): readonly string[] => body.items.map(({ caseId }: { caseId: string }) => caseId);

describe('the forecast of open duties', () => {
  it('gives the share of comparable past duties that were late from this point, with the numbers it rests on (R-27)', async () => {
    // On 10 April it was in the twenty-second day; of four, decided after 14, 19, 30 days and two days late, two were open then.
    const answer = await forecast('asOf=2025-04-10');
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        asOf: '2025-04-10',
        nextCursor: null,
        position: expect.any(Number),
        items: [
          expect.objectContaining({
            caseId: open,
            rule: 'R-27',
            paragraph: '6(1)',
            debtor: 'PROVIDER',
            due: '2025-04-21',
            route: 'COMMUNAL',
            forecast: {
              basis: 'PAST_DUTIES',
              share: '1/2',
              percent: 50,
              why:
                'Of 4 past duties of the same rule, office, route and form, 2 were still open when 21 of 30 calendar days ' +
                'were used up; 1 of these were late.',
              usedDays: 21,
              termDays: 30,
              termUnit: 'calendar',
              minimum: 2,
              numbers: {
                group: 'RULE_OFFICE_ROUTE_FORM',
                comparable: 4,
                stillOpenAtThisPoint: 2,
                late: 1,
                lateAndStillOwed: 0,
                fallenAway: 0,
              },
              pastCases: expect.any(String),
            },
          }),
        ],
      },
    ]);
  });

  it('links to the past cases behind the share: exactly those that it counts', async () => {
    const { body } = await forecast('asOf=2025-04-10');
    const link = String(body.items[0].forecast.pastCases);
    const past = await system.send('GET', link, fresh());
    expect(
      past.body.items.map((one: Record<string, unknown>) => [one['caseId'], one['usedDays'], one['late']]),
    ).toEqual([
      [cases.late[0], 30, true],
      [cases.kept[2], 30, false],
    ]);
  });

  it('can be asked again: as of an earlier day it is what it was by then', async () => {
    const { body } = await forecast(`asOf=2025-04-08&sort=due`);
    expect(body.items.map((one: Record<string, unknown>) => one['caseId'])).toEqual([cases.late[0], open]);
    expect(
      body.items.map(({ forecast: { basis, share, percent } }: Answer['body']) => [basis, share, percent]),
    ).toEqual([
      ['OVERDUE', '1/1', 100],
      // After nineteen days: kept on the nineteenth and the last, and the overdue one.
      ['PAST_DUTIES', '1/3', 33.3],
    ]);
  });

  it('is of today where no day is named: what is overdue is late by fact', async () => {
    const { body } = await forecast('');
    expect(
      body.items.map(({ caseId, forecast: { basis, numbers } }: Answer['body']) => [caseId, basis, numbers]),
    ).toEqual([[open, 'OVERDUE', null]]);
  });

  it('has no share where too few are comparable, and says so', async () => {
    const { body } = await forecast('asOf=2025-04-10', {}, 20);
    expect(body.items[0].forecast).toMatchObject({
      basis: 'TOO_FEW',
      share: null,
      percent: null,
      why:
        'Of 4 past duties of the same rule in every office, 2 were still open when 21 of 30 calendar days were used up: ' +
        'fewer than the 20 that a share needs.',
    });
    expect((await forecast('asOf=2025-04-10&minimumShare=0', {}, 20)).body.items).toEqual([]);
  });

  it('shows an office-bound caller the duties of its own office only', async () => {
    const inAlmaty = { role: 'caseworker', office: 'almaty-bostandyk' };
    expect(casesIn(await forecast('asOf=2025-04-10', inAlmaty))).toEqual([open]);
    expect(casesIn(await forecast('asOf=2025-04-10', { role: 'caseworker', office: 'astana-esil' }))).toEqual([]);
    expect(casesIn(await forecast('asOf=2025-04-10&officeId=astana-esil', inAlmaty))).toEqual([]);
    expect((await forecast('', { role: 'front-desk', office: 'almaty-bostandyk' })).body.permission).toBe(
      'duties:monitor',
    );
  });

  it.each([
    ['asOf=2025-02-30', 'asOf'],
    ['asOf=2099-01-01', 'asOf'],
    ['minimumCases=0', 'minimumCases'],
    ['minimumShare=101', 'minimumShare'],
    ['sort=paragraph', 'sort'],
    ['overdue=perhaps', 'overdue'],
    ['cursor=abc', 'cursor'],
    ['shares=1', 'shares'],
  ])('refuses %s by the path of the field', async (query, path) => {
    const { status, body } = await system.get(`/monitoring/forecast?${query}`, monitor);
    expect([status, body.code, body.errors.map((error: { path: string }) => error.path)]).toEqual([
      422,
      'fields-invalid',
      [path],
    ]);
  });

  it('refuses past cases of no rule', async () => {
    const { status, body } = await system.get('/monitoring/forecast/cases', monitor);
    expect([status, body.errors.map((error: { path: string }) => error.path)]).toEqual([422, ['rule']]);
  });
});
