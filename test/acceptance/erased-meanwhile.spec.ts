import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { RunningProcess } from '../support/process.js';
import { startSystem, type Answer, type Sending, type System } from '../support/system.js';
import { communalWalk } from '../support/walk.js';

const iin = '910417300116';

let system: System;
/** Another copy of the api, which has the keys of the person in its memory. */
let other: RunningProcess;
beforeAll(async () => {
  system = await startSystem({ env: { RETENTION_YEARS: '0' } });
  other = await system.startSecondApi({ RETENTION_YEARS: '0' });
}, 180_000);
afterAll(async () => {
  await other.stop();
  await system.stop();
});

const admin = (sub: string): Sending => ({ role: 'administrator', office: null, sub });
const elsewhere = (more: Sending = {}): Sending => ({ role: 'front-desk', base: other.url, ...more });

const file = async (fullName: string): Promise<Answer> => {
  const body = communalWalk(randomUUID())[0]?.body ?? {};
  // A body of the walk has an applicant.
  const applicant = { ...(body['applicant'] as object), iin, fullName };
  const filed = await system.post(
    '/cases',
    { ...body, applicant, nominalOwnerIin: iin, familyMembers: [] },
    elsewhere(),
  );
  expect([filed.status, filed.body.errors]).toEqual([201, undefined]);
  return filed;
};
const shown = (caseId: string, position: number): Promise<Answer> =>
  system.get(`/cases/${caseId}`, { minPosition: position, waitSeconds: 10 });

it('what is entered of a person through another api, at once after the erasure, is kept; what was there is erased', async () => {
  const { caseId } = (await file('Before Person')).body;
  const withdrawal = await system.post(`/cases/${caseId}/withdrawal`, { reason: 'Before words' }, elsewhere());
  await shown(caseId, withdrawal.body.position);
  const asked = await system.post(
    '/audit/erasures',
    { iin, reason: 'asked', legalBasis: 'Article 18' },
    admin('first'),
  );
  const path = `/audit/erasures/${asked.body.erasureId}/confirmation`;
  let confirmed = await system.post(path, undefined, admin('second'));
  // Whoever is told that the read models are behind sends it again.
  while (confirmed.status === 503) confirmed = await system.post(path, undefined, admin('second'));
  expect([confirmed.status, confirmed.body.status]).toEqual([200, 'ERASED']);

  // At once: the other api has not heard of it.
  const words = { subject: 'a remark', is: 'After words', was: 'x', reason: 'After reason' };
  const corrected = await system.post(`/cases/${caseId}/corrections`, words, elsewhere({ role: 'provider-head' }));
  const again = await file('After Person');

  const fresh = await shown(again.body.caseId, again.body.position);
  expect(fresh.body.application.applicant).toMatchObject({ iin, fullName: 'After Person' });
  // The read models follow within a minute.
  let erased = await shown(caseId, again.body.position);
  for (const until = Date.now() + 60_000; /Before/.test(erased.text) && Date.now() < until;)
    erased = await shown(caseId, again.body.position);
  expect(erased.text).not.toMatch(/Before/);
  expect(erased.body.application.applicant.erased).toBe(true);
  // It was decided by what is left of the case, though the other api had all of it in its memory.
  expect([corrected.status, corrected.body.code]).toEqual([409, 'applicant-erased']);
  expect((await system.get('/audit/erasures', admin('first'))).text).not.toContain(iin);
}, 180_000);
