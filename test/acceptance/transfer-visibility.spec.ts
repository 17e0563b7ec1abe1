import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { filed, stageTwo, step, walkedCase } from '../support/case-walks.js';
import { startSystem, type System } from '../support/system.js';

let system: System;
beforeAll(async () => {
  system = await startSystem();
}, 90_000);
afterAll(() => system.stop());

it.each(['property-officer', 'communal-property-officer'] as const)(
  'a %s sees on the route with a transfer who asked for which dwelling, on record, and nothing of the family, the papers or the words',
  async (role) => {
    const remark = step('caseworker', '/withdrawal', '03-27', { reason: 'Words about somebody' });
    const walked = await walkedCase(system, [filed({ route: 'COMMUNAL_ENTITY' }), ...stageTwo, remark]);
    await walked.view();
    const sub = `${role}-${walked.caseId.slice(0, 8)}`;
    const { status, body, text } = await system.get(`/cases/${walked.caseId}`, { role, sub });
    expect([status, body.application.applicant.fullName]).toEqual([200, 'Testova Aigerim']);
    expect(body.application.dwelling.address).toMatch(/street/);
    for (const member of body.application.familyMembers) expect(member.fullName).toBe('***');
    expect(body.application.documents.every(({ number }: { number: unknown }) => number === null)).toBe(true);
    expect(body.withdrawal.reason).toBe('***');
    expect(text).not.toMatch(/Words about|Testov Daniyar|851231100303|Testbekov/);
    for (const path of ['timeline', 'duties', 'actions'])
      expect((await system.get(`/cases/${walked.caseId}/${path}`, { role, sub })).text).not.toMatch(
        /Words about|Testov|\d{12}"/,
      );

    const search = await system.post('/cases/search', { q: '010115100004' }, { role, sub });
    expect([search.status, search.body.code]).toEqual([403, 'permission-missing']);
    expect((await system.get(`/audit/cases/${walked.caseId}/events`, { role, sub })).status).toBe(403);
    const looks = async () =>
      (await system.get(`/audit/access?actor=${sub}`, { role: 'auditor', office: null })).body.items;
    for (const end = Date.now() + 30_000; (await looks()).length < 3 && Date.now() < end;)
      await new Promise((resolve) => setTimeout(resolve, 250));
    expect((await looks()).map(({ outcome, what }: Record<string, string>) => `${outcome} ${what}`)).toEqual([
      'REFUSED GET /api/v1/audit/cases/:caseId/events',
      'REFUSED POST /api/v1/cases/search',
      'SHOWN GET /api/v1/cases/:caseId',
    ]);
  },
  120_000,
);
