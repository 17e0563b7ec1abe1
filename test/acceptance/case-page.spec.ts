import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startSystem, type Answer, type System } from '../support/system.js';
import { communalWalk, sendStep } from '../support/walk.js';

let system: System;
let caseId: string;
let last: Answer;
beforeAll(async () => {
  system = await startSystem();
  const [first, ...rest] = communalWalk(randomUUID());
  last = await sendStep(system, null, first!);
  caseId = last.body.caseId;
  for (const step of rest.slice(0, 4)) last = await sendStep(system, caseId, step);
}, 90_000);
afterAll(() => system.stop());

const fresh = () => ({ minPosition: last.body.position as number, waitSeconds: 10 });

describe('GET /cases/{id}/page', () => {
  it('is what the single addresses answer, at one revision', async () => {
    const whole = await system.get(`/cases/${caseId}/page`, fresh());
    expect([whole.status, whole.headers.get('etag')]).toEqual([200, '"5"']);
    for (const [name, path] of [
      ['case', ''],
      ['actions', '/actions'],
    ] as const) {
      const { body } = await system.get(`/cases/${caseId}${path}`, fresh());
      expect([name, whole.body[name]]).toEqual([name, body]);
    }
    const { body: timeline } = await system.get(`/cases/${caseId}/timeline`, fresh());
    expect(whole.body.timeline.items).toEqual(timeline.items);
    expect(whole.body.timeline.items.at(-1).revision).toBe(whole.body.case.revision);
    expect(whole.body.position).toBeGreaterThanOrEqual(last.body.position);
  });

  it('is one look at the persons of the case', async () => {
    const looks = async () => {
      const { body } = await system.get(`/audit/access?case=${caseId}&limit=200`, { role: 'auditor', office: null });
      return body.items.length;
    };
    const { body } = await system.get(`/cases/${caseId}`, fresh());
    expect(body.application.applicant.fullName).toBe('Testova Aigerim');
    const settled = async (): Promise<number> => {
      const position = await system.get('/monitoring/projections', { role: 'administrator', office: null });
      const masked = { role: 'auditor', office: null } as const;
      await system.get('/cases', { ...masked, minPosition: position.body.logPosition, waitSeconds: 10 });
      return looks();
    };
    const before = await settled();
    await system.get(`/cases/${caseId}/page`);
    expect(await settled()).toBe(before + 1);
  });

  it('is not there for another office', async () => {
    expect((await system.get(`/cases/${caseId}/page`, { office: 'aktobe' })).status).toBe(404);
  });

  it('speaks the language asked for, and shows nobody to who needs nobody', async () => {
    const { text, headers } = await system.get(`/cases/${caseId}/page?lang=kk`, {
      role: 'quality-monitor',
      office: null,
    });
    expect(headers.get('content-language')).toBe('kk');
    for (const secret of ['010115100004', 'Testova', 'Test street']) expect(text).not.toContain(secret);
  });
});

describe('GET /cases/counts', () => {
  it('counts each tab, which the list then shows', async () => {
    const { status, body } = await system.get('/cases/counts', fresh());
    expect(status).toBe(200);
    expect(body.total).toBe(body.counts.OPEN + body.counts.CLOSED);
    for (const tab of Object.keys(body.counts)) {
      const { body: listed } = await system.get(`/cases?tab=${tab}`, fresh());
      expect([tab, listed.items.length]).toEqual([tab, body.counts[tab]]);
    }
    expect(body.counts.OPEN).toBe(1);
    const [row] = (await system.get('/cases?tab=OPEN', fresh())).body.items;
    expect(row).toMatchObject({
      form: 'REDEMPTION',
      nextDue: { paragraph: expect.any(String), duty: expect.any(String) },
    });
  });

  it('counts the same filters, and nothing of another office', async () => {
    expect((await system.get('/cases/counts?route=REPUBLICAN_ENTITY', fresh())).body.total).toBe(0);
    expect((await system.get('/cases/counts?officeId=aktobe', fresh())).body.total).toBe(0);
  });

  it('counts a person only for who may look for one', async () => {
    const asked = await system.get('/cases/counts?q=Testova', { role: 'quality-monitor', office: null });
    expect([asked.status, asked.body.code]).toEqual([403, 'permission-missing']);
  });
});
