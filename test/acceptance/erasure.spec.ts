import { randomUUID } from 'node:crypto';
import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startSystem, type Answer, type Sending, type System } from '../support/system.js';
import { communalWalk, on } from '../support/walk.js';

// A confirmation waits until nothing that was sealed before is on its way any more.
jest.setTimeout(120_000);

const aliya = '910417300116';
const daniyar = '880305400224';

let system: System;
beforeAll(async () => {
  // Nothing must be kept after its end here.
  system = await startSystem({ env: { RETENTION_YEARS: '0' } });
}, 180_000);
afterAll(() => system.stop());

const admin = (sub: string, more: Sending = {}): Sending => ({ role: 'administrator', office: null, sub, ...more });

/** An application of a person, with others of the family, who agree to the name in which the dwelling is privatized. */
const file = async (iin: string, family: readonly string[] = [], nominalOwnerIin = iin): Promise<Answer> => {
  const body = communalWalk(randomUUID())[0]?.body ?? {};
  // A body of the walk has an applicant.
  const applicant = { ...(body['applicant'] as object), iin, fullName: `Erasable ${iin.slice(0, 4)}` };
  const familyMembers = family.map((member) => ({
    iin: member,
    fullName: `Relative ${member.slice(0, 4)}`,
    relationship: 'spouse',
    identityDocument: { number: '045123789', issuedOn: '2019-05-06', issuedBy: 'MIA RK' },
    consent: { signedAt: on('03-07', '10:00'), certificateSerial: '3f2a9c02', nominalOwnerIin },
  }));
  const application = { ...body, applicant, nominalOwnerIin, familyMembers };
  return system.post('/cases', application, { role: 'front-desk' });
};
const withdraw = (caseId: string, reason: string): Promise<Answer> =>
  system.post(`/cases/${caseId}/withdrawal`, { reason }, { role: 'front-desk' });
const closed = async (iin: string, reason: string, family: readonly string[] = [], owner = iin): Promise<string> => {
  const filed = await file(iin, family, owner);
  expect([filed.status, filed.body.code, filed.body.errors]).toEqual([201, undefined, undefined]);
  const { caseId } = filed.body;
  const withdrawn = await withdraw(caseId, reason);
  expect(withdrawn.status).toBe(200);
  // The backup below holds what the read models have by then.
  await system.get(`/cases/${caseId}`, { minPosition: withdrawn.body.position, waitSeconds: 10 });
  return caseId;
};
const ask = (iin: string, more: Sending = {}): Promise<Answer> =>
  system.post('/audit/erasures', { iin, reason: `Asked by ${iin}`, legalBasis: 'Article 18' }, admin('first', more));
const confirm = (id: string, more: Sending = admin('second')): Promise<Answer> =>
  system.post(`/audit/erasures/${id}/confirmation`, undefined, more);
const told = ({ status, body }: Answer) => [status, body.code];

/** Until a page shows nothing of a text any more. */
const gone = async (path: string, text: string, sending: Sending = {}): Promise<Answer> => {
  for (const end = Date.now() + 60_000; ;) {
    const answer = await system.get(path, sending);
    if (!answer.text.includes(text)) return answer;
    if (Date.now() > end) throw new Error(`${path} shows ${text} still`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
};

describe('an erasure', () => {
  it('is asked for by one administrator and confirmed by another, once; who is no administrator does neither', async () => {
    await closed('950811301004', 'No more');
    const refused = await system.post(
      '/audit/erasures',
      { iin: '950811301004', reason: 'x', legalBasis: 'x' },
      { role: 'auditor', office: null },
    );
    expect(refused.status).toBe(403);
    expect(told(await ask(daniyar))).toEqual([409, 'erasure-nothing-held']);
    const asked = await ask('950811301004', { key: 'ask-once' });
    expect([asked.status, asked.body.status, asked.body.requestedBy]).toEqual([201, 'REQUESTED', 'first']);
    expect((await ask('950811301004', { key: 'ask-once' })).body).toEqual(asked.body);
    const { erasureId } = asked.body;

    expect(told(await confirm(erasureId, admin('first')))).toEqual([409, 'erasure-by-the-same']);
    expect(told(await confirm('nobody-asked'))).toEqual([409, 'erasure-unknown']);
    const both = await Promise.all([confirm(erasureId), confirm(erasureId, admin('third', { key: 'third' }))]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(told(await confirm(erasureId, admin('fourth')))).toEqual([409, 'erasure-confirmed-already']);

    const listed = await system.get('/audit/erasures', { role: 'auditor', office: null });
    expect(
      listed.body.items.map(({ status, reason }: { status: string; reason: unknown }) => [status, reason]),
    ).toEqual([['ERASED', null]]);
    expect(listed.text).not.toContain('950811301004');
  });

  it('tells its reason to who says why, on record, and to nobody else', async () => {
    await closed('950811301103', 'No more');
    const asked = await ask('950811301103');
    expect([asked.status, asked.body.reason]).toEqual([201, null]);
    const auditor = { role: 'auditor', office: null } as const;
    expect((await system.get('/audit/erasures', auditor)).text).not.toContain('950811301103');
    expect(told(await system.get('/audit/erasures?unmask=true', auditor))).toEqual([422, 'purpose-missing']);
    const purpose = { headers: { 'x-purpose': 'who asked' } };
    const listed = await system.get('/audit/erasures?unmask=true', admin('second', purpose));
    expect(listed.text).toContain('Asked by 950811301103');
    const path = `/audit/access?case=${asked.body.erasureId}`;
    for (const end = Date.now() + 30_000; ; await new Promise((resolve) => setTimeout(resolve, 250))) {
      const [look] = (await system.get(path, auditor)).body.items;
      if (look === undefined && Date.now() < end) continue;
      expect(look).toMatchObject({ who: 'second', why: 'who asked', outcome: 'SHOWN', subjects: [expect.any(String)] });
      break;
    }
  });

  it('is refused while a case of the person goes on, in the language of who asks', async () => {
    const { caseId } = (await file('930512401001')).body;
    const refused = await ask('930512401001', { headers: { 'accept-language': 'ru' } });
    expect(told(refused)).toEqual([409, 'erasure-while-open']);
    expect(refused.body.facts).toEqual({ open: [`case-${caseId}`] });
    expect(refused.body.detail).toContain('незавершенное дело');
  });

  it('is refused while what is held must be kept, and says until when', async () => {
    const keeping = await system.startSecondApi({ RETENTION_YEARS: '5' });
    const caseId = await closed('940903301002', 'No more');
    const refused = await ask('940903301002', { base: keeping.url });
    await keeping.stop();
    expect(told(refused)).toEqual([409, 'erasure-while-retained']);
    expect(refused.body.facts).toEqual({
      kept: [`case-${caseId}`],
      until: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
    });
  });

  it('takes the person and the words of the case out of everything that is shown, and a rebuild keeps it so', async () => {
    const caseId = await closed(aliya, 'Said by Erasable 9104', ['851231100303']);
    const cases = `/cases/${caseId}`;
    const before = await system.get(cases);
    expect(before.text).toContain('Said by Erasable 9104');
    const { erasureId } = (await ask(aliya)).body;
    const done = await confirm(erasureId);
    expect([done.status, done.body.status]).toEqual([200, 'ERASED']);
    // The consent of the relative names the applicant under the relative's key.
    expect(done.body.streams).toEqual([{ stream: `case-${caseId}`, as: 'OWN', clearTexts: 1 }]);
    expect(done.body.stillHeld.length).toBeGreaterThan(0);
    expect(done.text).not.toContain(aliya);

    const { applicant, familyMembers } = (await gone(cases, 'Erasable 9104')).body.application;
    expect(applicant).toMatchObject({ erased: true });
    expect(familyMembers[0]).toMatchObject({ fullName: 'Relative 8512', consent: { nominalOwnerIin: null } });
    const auditor: Sending = { role: 'auditor', office: null };
    const pages: readonly (readonly [string, Sending])[] = [
      [`${cases}/duties`, {}],
      [`${cases}/attribution`, {}],
      [`${cases}/timeline`, {}],
      [`${cases}/actions`, {}],
      [`/audit${cases}/events`, auditor],
      [`/audit${cases}/events?unmask=true`, { ...auditor, headers: { 'x-purpose': 'inspection' } }],
      [`/audit${cases}/state`, auditor],
      [`/audit${cases}/diff?from=0&to=1`, auditor],
      ['/cases', {}],
      [`/cases?q=${caseId}`, {}],
      ['/monitoring/exports/applications', auditor],
    ];
    for (const [path, sending] of pages) {
      const answer = await gone(path, 'Erasable 9104', sending);
      expect([path, answer.status]).toEqual([path, expect.any(Number)]);
      expect(answer.status).toBeLessThan(500);
      expect(answer.text).not.toContain(aliya);
    }
    expect((await system.get(`/audit${cases}/events`, auditor)).body.chain.intact).toBe(true);

    for (const name of ['case-view', 'worklist', 'timeline']) {
      const asked = await system.post(`/admin/projections/${name}/rebuild`, undefined, admin('first'));
      expect(asked.status).toBe(202);
    }
    await gone('/monitoring/projections', 'RUNNING', auditor);
    await gone('/monitoring/projections', 'WAITING', auditor);
    const rebuilt = await system.get(cases);
    expect([rebuilt.status, rebuilt.body.application.applicant.erased]).toEqual([200, true]);
  });

  it('of somebody who is named in the case of another masks the words there and keeps them', async () => {
    const caseId = await closed('970102301003', 'Named is Relative 8803', [daniyar], daniyar);
    const daniyarIn = ({ text }: Answer): boolean => text.includes(daniyar);
    const before = await system.get(`/cases/${caseId}`);
    const { erasureId } = (await ask(daniyar)).body;
    const done = await confirm(erasureId);
    expect(done.body.streams).toEqual([{ stream: `case-${caseId}`, as: 'NAMED', clearTexts: 0 }]);
    expect([done.body.keysWithheld, daniyarIn(before)]).toEqual([1, true]);

    const shown = await gone(`/cases/${caseId}`, 'Relative 8803');
    expect(shown.body.application.applicant.fullName).toBe('Erasable 9701');
    expect(shown.body.application.familyMembers[0]).toMatchObject({ erased: true });
    expect([shown.body.application.nominalOwnerIin, daniyarIn(shown)]).toEqual(['***', false]);
  });

  it('stays after a backup of the document store from before it is restored', async () => {
    const caseId = await closed('960606301001', 'Backed up words');
    const folder = join(system.dataFolder, 'documents');
    const backup = join(system.dataFolder, 'documents-backup');
    for (const part of ['api', 'projector', 'documents'] as const) await system.process(part).stop();
    await cp(folder, backup, { recursive: true });
    expect((await readFile(join(backup, 'data.mdb'))).includes('Backed up words')).toBe(true);
    for (const part of ['documents', 'api', 'projector'] as const) await system.start(part);
    const { erasureId } = (await ask('960606301001')).body;
    expect((await confirm(erasureId)).status).toBe(200);

    for (const part of ['api', 'projector', 'documents'] as const) await system.process(part).stop();
    await rm(folder, { recursive: true });
    await cp(backup, folder, { recursive: true });
    for (const part of ['documents', 'api'] as const) await system.start(part);
    const shown = await system.get(`/cases/${caseId}`);
    await system.start('projector');
    expect([shown.status, shown.text.includes('Backed up words')]).toEqual([200, false]);
    expect(shown.body.application.applicant).toMatchObject({ erased: true });
  });
});
