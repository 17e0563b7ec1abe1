import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, type Answer, type System } from '../support/system.js';
import { communalWalk, oneByOne, sendStep } from '../support/walk.js';

let system: System;

beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

/** Each duty of the case as `rule due status`, with the date of discharge. */
const dutiesAfter = async ({ body }: Answer): Promise<string[]> => {
  const { caseId, position } = body;
  const duties = await system.get(`/cases/${caseId}/duties`, { minPosition: position, waitSeconds: 10 });
  expect(duties.status).toBe(200);
  // Less what another term holds.
  const terms = duties.body.duties.filter(({ heldBy }: { heldBy: string | null }) => heldBy === null);
  return terms.map(
    (duty: Record<string, string | boolean>) =>
      `${duty['rule']} ${duty['due']} ${duty['status']}${duty['dischargedOn'] === null ? '' : ` ${duty['dischargedOn']}`}${duty['late'] === true ? ' late' : ''}`,
  );
};

/**
 * What is owed after each step of the walk. Filed on Friday 7 March 2025, before a long weekend; Nauryz falls into the term of the agreement. Stage 2 is done
 * when the decision is signed (A16), while the term of the agreement runs from its adoption.
 */
const owed: readonly (readonly string[])[] = [
  ['R-18 2025-03-07 OPEN', 'R-27 2025-04-07 OPEN'],
  ['R-18 2025-03-07 OPEN', 'R-27 2025-04-07 OPEN'],
  ['R-15 2025-03-07 OPEN', 'R-18 2025-03-07 DISCHARGED 2025-03-07', 'R-27 2025-04-07 OPEN'],
  [
    'R-15 2025-03-07 DISCHARGED 2025-03-07',
    'R-18 2025-03-07 DISCHARGED 2025-03-07',
    'R-27 2025-04-07 OPEN',
    'R-33 2025-03-12 OPEN',
  ],
  ...Array.from({ length: 3 }, () => [
    'R-15 2025-03-07 DISCHARGED 2025-03-07',
    'R-18 2025-03-07 DISCHARGED 2025-03-07',
    'R-27 2025-04-07 OPEN',
    'R-33 2025-03-12 FALLEN_AWAY',
  ]),
  [
    'R-15 2025-03-07 DISCHARGED 2025-03-07',
    'R-18 2025-03-07 DISCHARGED 2025-03-07',
    'R-27 2025-04-07 OPEN',
    'R-28 2025-04-01 OPEN',
    'R-33 2025-03-12 FALLEN_AWAY',
  ],
  ...Array.from({ length: 4 }, () => [
    'R-15 2025-03-07 DISCHARGED 2025-03-07',
    'R-18 2025-03-07 DISCHARGED 2025-03-07',
    'R-27 2025-04-07 DISCHARGED 2025-03-26',
    'R-28 2025-04-01 OPEN',
    'R-33 2025-03-12 FALLEN_AWAY',
  ]),
  ...Array.from({ length: 2 }, () => [
    'R-15 2025-03-07 DISCHARGED 2025-03-07',
    'R-18 2025-03-07 DISCHARGED 2025-03-07',
    'R-27 2025-04-07 DISCHARGED 2025-03-26',
    'R-28 2025-04-01 DISCHARGED 2025-04-01',
    'R-33 2025-03-12 FALLEN_AWAY',
    'R-36 2025-05-02 OPEN',
  ]),
  [
    'R-15 2025-03-07 DISCHARGED 2025-03-07',
    'R-18 2025-03-07 DISCHARGED 2025-03-07',
    'R-27 2025-04-07 DISCHARGED 2025-03-26',
    'R-28 2025-04-01 DISCHARGED 2025-04-01',
    'R-33 2025-03-12 FALLEN_AWAY',
    'R-36 2025-05-02 DISCHARGED 2025-05-02',
  ],
];

describe('a communal case from submission to payment', () => {
  const steps = communalWalk('MAIN-1');
  let caseId = '';

  it('answers each command with its events in order, and owes the right duties at every step (paras 4, 6, 8, 9(1))', async () => {
    let revision = -1;
    for (const [index, step] of steps.entries()) {
      const answer = await sendStep(system, caseId === '' ? null : caseId, step);
      expect([answer.status, answer.body.events?.map(({ type }: { type: string }) => type)]).toEqual([
        answer.body.revision === 0 ? 201 : answer.status,
        step.events,
      ]);
      expect([200, 201]).toContain(answer.status);
      caseId = answer.body.caseId;
      revision += oneByOne([step]).flatMap(({ events }) => events).length;
      expect(answer.body.revision).toBe(revision);
      expect(answer.headers.get('etag')).toBe(`"${revision}"`);
      expect(answer.headers.get('x-log-position')).toBe(String(answer.body.position));
      expect((await dutiesAfter(answer)).sort()).toEqual([...(owed[index] ?? [])].sort());
    }
  }, 120_000);

  it('shows the closed case, its whole timeline, and no open duty', async () => {
    const view = await system.get(`/cases/${caseId}`);
    expect([view.body.status, view.body.stage, view.body.revision]).toEqual(['PAID', 'CLOSED', 16]);

    const timeline = await system.get(`/cases/${caseId}/timeline?limit=50`);
    expect(timeline.body.items.map(({ type }: { type: string }) => type)).toEqual(
      oneByOne(steps).flatMap(({ events }) => events),
    );

    const open = await system.get('/monitoring/duties?bucket=OVERDUE');
    expect(open.body.items.filter((item: { caseId: string }) => item.caseId === caseId)).toEqual([]);
    const list = await system.get('/cases?status=PAID');
    expect(list.body.items.map((item: { caseId: string }) => item.caseId)).toEqual([caseId]);
  });

  it('explains the term of the agreement day by day, past Nauryz (R-28, para 6)', async () => {
    const why = await system.get(`/cases/${caseId}/duties/R-28/why`);
    expect(why.status).toBe(200);
    expect(why.body.duty.due).toBe('2025-04-01');
    for (const day of ['2025-03-21', '2025-03-24', '2025-03-25', '2025-04-01']) expect(why.text).toContain(day);
    expect(why.body.paragraphText).toContain('within 5 (five) working days');
  });

  it('takes no further step once it is closed', async () => {
    const again = await system.post(`/cases/${caseId}/payments`, steps.at(-1)?.body);
    expect([again.status, again.headers.get('content-type')?.split(';')[0]]).toEqual([409, 'application/problem+json']);
    const after = await system.get(`/cases/${caseId}`);
    expect(after.body.revision).toBe(16);
  });

  it('lets the dwelling be applied for again, and by one case only', async () => {
    const [first] = steps;
    if (!first) throw new Error('the walk has no steps');
    const one = await sendStep(system, null, first);
    expect(one.status).toBe(201);
    const other = await sendStep(system, null, first);
    expect([other.status, other.body.code]).toEqual([409, 'dwelling-claimed']);
  });
});
