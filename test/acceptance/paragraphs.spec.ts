import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { complaintAfter, complaintSteps, silentCase } from '../support/complaint-walk.js';
import { startSystem, type Answer, type Sending, type System } from '../support/system.js';

const monitor = { role: 'quality-monitor', office: null } as const;
const none = { OPEN: 0, DUE_SOON: 0, OVERDUE: 0, MISSED: 0, PENDING: 0 };
const late = { ...none, OVERDUE: 1, MISSED: 1 };

let system: System;
let caseId: string;

/** A case registered in March 2025 and not decided, and a complaint about it that the authorized body does not decide. */
beforeAll(async () => {
  system = await startSystem({ env: { WATCH_SECONDS: '1' } });
  caseId = await silentCase(system, 'PARA-1');
  await complaintAfter(system, caseId, [complaintSteps.forward, complaintSteps.register]);
  const missed = async (): Promise<unknown> =>
    Promise.all(['6', '13'].map(async (paragraph) => (await one(paragraph)).body.counts.MISSED));
  while (JSON.stringify(await missed()) !== '[1,1]') await pause(50);
}, 90_000);
afterAll(() => system.stop());

const all = (query = '', sending: Sending = monitor): Promise<Answer> =>
  system.get(`/monitoring/paragraphs${query}`, sending);
const one = (paragraph: string, sending: Sending = monitor): Promise<Answer> =>
  system.get(`/monitoring/paragraphs/${encodeURIComponent(paragraph)}`, sending);

/**
 * The counts of every paragraph under which something is overdue. What the walk did after its day may be recorded as missed
 * as well, where the watch came by before.
 */
const counted = ({ body }: Answer): Record<string, unknown> =>
  Object.fromEntries(
    body.items
      .filter(({ counts }: { counts: typeof none }) => counts.OVERDUE > 0)
      .map(({ paragraph, counts }: { paragraph: string; counts: object }) => [paragraph, counts]),
  );

describe('the paragraphs of the Order', () => {
  it('are all there, each with its rules and how its duties stand, of cases and of complaints', async () => {
    const answer = await all();
    expect(answer.status).toBe(200);
    expect(answer.body.position).toEqual(expect.any(Number));
    expect(answer.body.items.map(({ paragraph }: { paragraph: string }) => paragraph)).toEqual([
      'Order',
      ...Array.from({ length: 15 }, (_, index) => String(index + 1)),
      'App 1',
      'App 2',
      'App 3',
    ]);
    expect(counted(answer)).toEqual({ 6: late, 13: late });
    expect(answer.body.items[11]).toEqual({
      paragraph: '11',
      begins: expect.stringContaining('11. The service provider ensures'),
      ruleIds: ['R-82'],
      counts: none,
      address: '/api/v1/monitoring/paragraphs/11',
      duties: '/api/v1/monitoring/duties?paragraph=11',
    });
  });

  it('are told one by one in their own words, with the code and the tests that carry each rule', async () => {
    const { body } = await one('6');
    expect(body.counts).toEqual(late);
    expect(body.passages.map(({ paragraph }: { paragraph: string }) => paragraph)).toEqual([
      '6',
      '6(1)',
      '6(2)',
      '6(3)',
      '6 end',
    ]);
    const rule = body.rules.find(({ rule: id }: { rule: string }) => id === 'R-27');
    expect(rule).toMatchObject({ place: '6(1),(2),(3); item 3', counts: late, notForSoftware: null });
    expect(rule.code).toContain('libs/domain/src/rulebook/terms-2021.ts');
    expect(rule.tests).toContainEqual({
      file: expect.stringMatching(/^test\/acceptance\//),
      title: expect.stringContaining('R-27'),
    });
    expect(body.rules.map(({ rule: id }: { rule: string }) => id)).toEqual(body.ruleIds);
  });

  it('say of a rule that asks nothing of software why that is so', async () => {
    const { body } = await one('Order');
    expect(body.rules[0]).toMatchObject({
      rule: 'R-01',
      notForSoftware: expect.stringContaining('Minister'),
      counts: none,
    });
    expect(body.passages).toEqual([]);
  });

  it('lead to the duties of cases under them on the deadline board', async () => {
    const { body } = await one('6');
    for (const bucket of ['OVERDUE', 'MISSED']) {
      const board = (await system.send('GET', `${body.duties}&bucket=${bucket}`, monitor)).body;
      expect(board.counts).toEqual({ ...late, PENDING: 0, KEPT: 0, LATE: 0 });
      expect(board.items).toMatchObject([{ caseId, rule: 'R-27', paragraph: '6(1)', missed: true }]);
    }
    const elsewhere = (await system.get('/monitoring/duties?paragraph=4&bucket=OVERDUE', monitor)).body;
    expect(elsewhere.items).toEqual([]);
  });

  it('count for one office where it is named, and for the own one where a role is bound to it', async () => {
    expect(counted(await all('?officeId=almaty-bostandyk'))).toEqual({ 6: late, 13: late });
    expect(counted(await all('?officeId=almaty-medeu'))).toEqual({});
    expect(counted(await all('', { role: 'caseworker' }))).toEqual({ 6: late, 13: late });
    expect(counted(await all('', { role: 'caseworker', office: 'almaty-medeu' }))).toEqual({});
    expect(counted(await all('?officeId=almaty-medeu', { role: 'caseworker' }))).toEqual({});
  });

  it.each([
    ['/16', {}, 404, 'paragraph-not-found'],
    ['/6(1)', {}, 404, 'paragraph-not-found'],
    ['?soonDays=61', {}, 422, 'fields-invalid'],
    ['?page=2', {}, 422, 'fields-invalid'],
    ['', { role: 'portal' }, 403, 'permission-missing'],
    ['', { minPosition: 9_007_199_254_740_000 }, 422, 'fields-invalid'],
  ] as const)('asked as %s %j are answered %i %s', async (path, sending, status, code) => {
    const answer = await all(path, { ...monitor, ...sending });
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  });
});
