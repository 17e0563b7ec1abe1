import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Role } from '@app/platform';
import { startSystem, type Answer, type Sending, type System } from '../support/system.js';
import { communalWalk, sendStep } from '../support/walk.js';

const applicant = '010115100004';
const relative = '851231100303';
const person = [applicant, relative, 'Testova', 'Testov ', 'Test street'];
const auditor = { role: 'auditor', office: null } as const;
const unmasked = (purpose: string, sending: Sending = auditor): Sending => ({
  ...sending,
  headers: { 'x-purpose': purpose },
});

let system: System;
let caseId: string;
let last: Answer;
beforeAll(async () => {
  system = await startSystem();
  const [first, ...rest] = communalWalk(randomUUID());
  last = await sendStep(system, null, first!);
  caseId = last.body.caseId;
  for (const step of rest.slice(0, 5)) last = await sendStep(system, caseId, step);
}, 90_000);
afterAll(() => system.stop());

const fresh = () => ({ minPosition: last.body.position as number, waitSeconds: 10 });
const seen = ({ text }: Answer): readonly string[] => person.filter((secret) => text.includes(secret));
const problem = ({ status, body }: Answer) => `${status} ${body.code}`;

/** Looks that are on record, once the read models have what the log holds by now. */
const looks = async (query: string): Promise<readonly Record<string, unknown>[]> => {
  const marked = await sendStep(system, null, communalWalk(randomUUID())[0]!);
  const sending = { ...auditor, minPosition: marked.body.position as number, waitSeconds: 10 };
  const { status, body } = await system.get(`/audit/access?${query}`, sending);
  expect(status).toBe(200);
  return body.items;
};

describe('who sees what of a person', () => {
  it.each([
    ['front-desk', true],
    ['portal', true],
    ['caseworker', true],
    ['commission-secretary', true],
    ['provider-head', true],
    ['complaints-officer', true],
    ['property-officer', false],
    ['communal-property-officer', false],
    ['authorized-body', false],
    ['quality-officer', false],
    ['quality-monitor', false],
    ['auditor', false],
  ] as const)('%s sees a communal case in clear: %s, and its list alike', async (role: Role, inClear) => {
    for (const path of [`/cases/${caseId}`, '/cases']) {
      const answer = await system.get(path, { role, ...fresh() });
      expect(answer.status).toBe(200);
      expect(seen(answer).length > 0).toBe(inClear);
    }
  });

  it('masks all where that is asked for', async () => {
    for (const path of [`/cases/${caseId}`, '/cases']) {
      const answer = await system.get(`${path}?unmask=false`, fresh());
      expect([answer.status, seen(answer)]).toEqual([200, []]);
    }
  });

  it('masks the raw events of a case like every other answer, and unmasks them by the same switch', async () => {
    const path = `/audit/cases/${caseId}/events`;
    const masked = await system.get(path, auditor);
    expect([masked.status, masked.body.chain.intact, seen(masked)]).toEqual([200, true, []]);
    const clear = await system.get(`${path}?unmask=true`, unmasked('complaint 17 of 2026'));
    expect([clear.status, clear.body.items[0].data.applicant.iin]).toEqual([200, applicant]);
  });

  it('never shows the number of who acted, where a token is issued for an IIN', async () => {
    const sub = '880305400224';
    const filed = await system.post('/cases', communalWalk(randomUUID())[0]!.body, { role: 'front-desk', sub });
    expect(filed.status).toBe(201);
    const sending = { minPosition: filed.body.position, waitSeconds: 10 };
    for (const path of ['', '/timeline']) {
      const answer = await system.get(`/cases/${filed.body.caseId}${path}`, sending);
      expect([answer.status, answer.text.includes(sub)]).toEqual([200, false]);
    }
    const raw = await system.get(`/audit/cases/${filed.body.caseId}/events`, auditor);
    expect([raw.status, raw.text.includes(sub)]).toEqual([200, false]);
  });
});

describe('a purpose', () => {
  it.each([
    ['en', 'Your role sees persons in clear only for a purpose'],
    ['ru', 'Ваша роль видит персональные данные открыто только с указанием цели'],
    ['kk', 'Сіздің рөліңіз дербес деректерді мақсаты көрсетілгенде ғана ашық көреді'],
  ])('is asked for where it is missing, in words: %s', async (language, words) => {
    const headers = { 'accept-language': language };
    for (const path of [
      `/cases/${caseId}`,
      '/cases',
      `/audit/cases/${caseId}/events`,
      `/audit/cases/${caseId}/state`,
    ]) {
      const answer = await system.get(`${path}?unmask=true`, { ...auditor, headers });
      expect(problem(answer)).toBe('422 purpose-missing');
      expect(answer.body.detail).toContain(words);
      expect(answer.headers.get('content-language')).toBe(language);
    }
  });

  it('shows persons to those who have to give one', async () => {
    for (const role of ['auditor', 'quality-officer', 'quality-monitor', 'authorized-body'] as const) {
      const answer = await system.get(`/cases/${caseId}?unmask=true`, unmasked('inspection', { role, office: null }));
      expect([answer.status, answer.body.application.applicant.iin]).toEqual([200, applicant]);
    }
  });

  it('is kept in any letters, as UTF-8 percent-encoded', async () => {
    const purpose = 'Жоспарлы тексеру № 5';
    const sending = unmasked(encodeURIComponent(purpose), { ...auditor, sub: 'auditor-kk' });
    expect((await system.get(`/cases/${caseId}?unmask=true`, sending)).status).toBe(200);
    expect(await looks('actor=auditor-kk')).toMatchObject([{ outcome: 'SHOWN', why: purpose, cases: [caseId] }]);
  });

  it.each([
    ['an IIN', `about ${applicant}`],
    ['an IIN in other digits', encodeURIComponent(`about \uff10${applicant.slice(1)}`)],
    ['more than 200 characters', 'x'.repeat(201)],
  ])('is refused where it holds %s', async (_, purpose) => {
    const answer = await system.get(`/cases/${caseId}?unmask=true`, unmasked(purpose));
    expect(problem(answer)).toBe('422 purpose-refused');
    expect(answer.text).not.toContain(applicant);
  });

  it('may be one of those alone that the installation names', async () => {
    const api = await system.startSecondApi({ ACCESS_PURPOSES: 'inspection; complaint' });
    const ask = (purpose: string) =>
      system.get(`/cases/${caseId}?unmask=true`, { ...unmasked(purpose), base: api.url });
    expect((await ask('inspection')).status).toBe(200);
    expect(problem(await ask('curiosity'))).toBe('422 purpose-refused');
    await api.stop();
  });
});

describe('the record of who looked', () => {
  it('holds who saw whom in which case, by which route and why, before the answer is there', async () => {
    const sub = 'caseworker-1';
    await system.get(`/cases/${caseId}`, { sub, ...fresh() });
    await system.get('/cases?q=Testova', { sub, ...fresh() });
    await system.get(`/cases?unmask=false`, { sub, ...fresh() });
    const found = await looks(`actor=${sub}`);
    expect(found.map(({ what }) => what)).toEqual(['GET /api/v1/cases', 'GET /api/v1/cases/:caseId']);
    expect(found[1]).toMatchObject({
      who: sub,
      role: 'caseworker',
      office: 'almaty-bostandyk',
      outcome: 'SHOWN',
      refusal: null,
      cases: [caseId],
      why: null,
    });
    expect(found[1]!['subjects']).not.toHaveLength(0);
    expect(await looks(`case=${caseId}&actor=${sub}`)).toHaveLength(2);
  });

  it('holds a search for a person by number, whose number stands in no address', async () => {
    const sub = 'searcher';
    const found = await system.post('/cases/search', { q: applicant, limit: 200 }, { sub, ...fresh() });
    expect(found.status).toBe(200);
    expect(found.body.items.map((row: { caseId: string }) => row.caseId)).toContain(caseId);
    expect(found.body.nextCursor === null || !atob(found.body.nextCursor).includes(applicant)).toBe(true);
    const nobody = await system.post('/cases/search', { q: '8803 0540 0224' }, { sub, ...fresh() });
    expect([nobody.status, nobody.body.items]).toEqual([200, []]);
    const inAddress = await system.get(`/cases?q=${applicant}`, { sub });
    expect([problem(inAddress), inAddress.text.includes('POST /api/v1/cases/search')]).toEqual([
      '422 fields-invalid',
      true,
    ]);
    expect(inAddress.text).not.toContain(applicant);
    const seenThen = await looks(`actor=${sub}`);
    expect(seenThen.map(({ what, outcome }) => [what, outcome])).toEqual([
      ['POST /api/v1/cases/search', 'SHOWN'],
      ['POST /api/v1/cases/search', 'SHOWN'],
    ]);
    expect(seenThen[1]!['subjects']).not.toHaveLength(0);
  });

  it('holds tries that were refused, too', async () => {
    const sub = 'curious';
    await system.get(`/cases/${caseId}?unmask=true`, { ...auditor, sub });
    await system.post('/cases/search', { q: applicant }, { ...auditor, sub });
    await system.get(`/audit/cases/${caseId}/events`, { sub });
    await system.get(`/cases/${caseId}`, { office: 'astana-esil', sub, ...fresh() });
    const found = await looks(`actor=${sub}`);
    expect(found.map(({ outcome, refusal }) => [outcome, refusal])).toEqual([
      ['REFUSED', 'not-of-your-office'],
      ['REFUSED', 'permission-missing'],
      ['REFUSED', 'permission-missing'],
      ['REFUSED', 'purpose-missing'],
    ]);
    expect(found.map(({ cases }) => cases)).toEqual([[caseId], [caseId], [], [caseId]]);
    expect(found[2]!['subjects']).toHaveLength(1);
  });

  it('is searched by a person whose number stands in the body, for those who may', async () => {
    await system.get(`/cases/${caseId}`, fresh());
    await looks(`case=${caseId}`);
    const found = await system.post('/audit/access/search', { iin: applicant, limit: 200 }, auditor);
    expect(found.status).toBe(200);
    expect(found.body.items.length).toBeGreaterThan(0);
    expect(found.text).not.toContain(applicant);
    expect((await system.post('/audit/access/search', { iin: '880305400224' }, auditor)).body.items).toEqual([]);
    expect((await system.get(`/audit/access?actor=${applicant}`, auditor)).status).toBe(422);
    expect((await system.get('/audit/access', { role: 'caseworker' })).status).toBe(403);
    expect((await system.get('/audit/access', { role: 'quality-monitor', office: null })).status).toBe(200);
  });

  it('is narrowed by time', async () => {
    expect(await looks('to=2020-01-01T00:00:00Z')).toEqual([]);
    expect((await looks('from=2020-01-01T00:00:00Z&limit=2')).length).toBe(2);
  });

  it('gives a person what is held and who looked, in clear for a purpose alone', async () => {
    await system.get(`/cases/${caseId}`, fresh());
    await looks(`case=${caseId}`);
    const masked = await system.post('/audit/subjects/extract', { iin: applicant }, auditor);
    expect([masked.status, seen(masked)]).toEqual([200, []]);
    const held = (answer: Answer) => answer.body.cases.find((one: { caseId: string }) => one.caseId === caseId);
    expect(held(masked).as).toEqual(expect.arrayContaining(['APPLICANT', 'NOMINAL_OWNER']));
    expect(masked.body.looks.items.length).toBeGreaterThan(0);
    const clear = await system.post('/audit/subjects/extract?unmask=true', { iin: applicant }, unmasked('request 4'));
    expect(held(clear).persons[0].fullName).toBe('Testova Aigerim');
    expect(seen(clear)).not.toContain(relative);
  });

  it('names nobody in clear in the log, nor in the read model', async () => {
    const found = await looks('limit=200');
    expect(person.filter((secret) => JSON.stringify(found).includes(secret))).toEqual([]);
  });

  it('is sound: every projection of it is complete', async () => {
    const report = await system.get('/monitoring/projections', auditor);
    const names = report.body.projections?.map(({ name }: { name: string }) => name) ?? report.text;
    expect(names).toEqual(expect.arrayContaining(['access-streams', 'access-records']));
  });
});
