import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
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
const person = ['010115100004', '851231100303', 'Testova', 'Testov ', 'Test street'];

describe('a query with X-Min-Position', () => {
  it('includes what its caller wrote', async () => {
    const { status, headers, body } = await system.get(`/cases/${caseId}`, fresh());
    expect({ status, etag: headers.get('etag'), at: body.status, revision: body.revision }).toEqual({
      status: 200,
      etag: '"5"',
      at: 'COMPLETE',
      revision: 5,
    });
  });

  it('is 422 at once beyond the end of the log, as it is where the position is empty', async () => {
    const beyond = await system.get('/cases', { minPosition: last.body.position + 1_000_000, waitSeconds: 10 });
    const empty = await system.get('/cases', { headers: { 'x-min-position': '' } });
    for (const { status, body } of [beyond, empty])
      expect({ status, path: body.errors[0].path }).toEqual({ status: 422, path: 'X-Min-Position' });
  });
});

describe('personal data', () => {
  it('is in full for who works on the case, IINs masked in lists all the same', async () => {
    const one = await system.get(`/cases/${caseId}`, fresh());
    expect(one.body.application.applicant).toMatchObject({ iin: '010115100004', fullName: 'Testova Aigerim' });
    const list = await system.get('/cases', fresh());
    expect(list.body.items).toMatchObject([{ applicantName: 'Testova Aigerim', applicantIinMasked: '0101****0004' }]);
    expect(list.text).not.toContain('010115100004');
  });

  it.each(['', `/timeline`, '/duties', '/duties/R-27/why'])(
    'is nowhere in /cases/{id}%s for the quality monitor',
    async (path) => {
      const answer = await system.get(`/cases/${caseId}${path}`, { role: 'quality-monitor', office: null, ...fresh() });
      expect(answer.status).toBe(200);
      expect(person.filter((secret) => answer.text.includes(secret))).toEqual([]);
    },
  );

  it('is nowhere in the lists for the auditor', async () => {
    for (const path of ['/cases', '/monitoring/duties?bucket=OPEN', '/monitoring/projections']) {
      const answer = await system.get(path, { role: 'auditor', office: null, ...fresh() });
      expect(answer.status).toBe(200);
      expect(person.filter((secret) => answer.text.includes(secret))).toEqual([]);
    }
  });
});

describe('a search for a person', () => {
  const auditor = { role: 'auditor', office: null } as const;
  it.each([
    ['the digits', '010115100004'],
    ['a full-width digit', '0\uff110115100004'],
    ['a superscript', '01011510000\u2074'],
    ['a mathematical digit', '0\u{1d7cf}0115100004'],
    ['Arabic digits', '\u0660\u0661\u0660\u0661\u0661\u0665\u0661\u0660\u0660\u0660\u0660\u0664'],
    ['a zero-width space', '010115\u200b100004'],
    ['a soft hyphen and a mark of direction', '\u202e0101\u00ad15100004'],
    ['a name with a joiner in it', 'Test\u200dova'],
    ['a circled digit and spaces', '\u3000\u24ea10115100004\u2003'],
    ['a name in full-width letters', '\uff34estova'],
  ])('is refused to who may not look people up, however it is written: %s', async (_, words) => {
    const { status, body } = await system.post('/cases/search', { q: words }, { ...auditor, ...fresh() });
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'permission-missing' });
    const found = await system.post('/cases/search', { q: words }, fresh());
    expect(found.body.items.map((row: { caseId: string }) => row.caseId)).toEqual([caseId]);
    const inAddress = await system.get(`/cases?q=${encodeURIComponent(words)}`, fresh());
    expect(inAddress.status).toBe(/\p{N}/u.test(words) ? 422 : 200);
  });
});

describe('the worklist', () => {
  it('is turned page by page', async () => {
    for (let index = 0; index < 4; index += 1) last = await sendStep(system, null, communalWalk(randomUUID())[0]!);
    const ids: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Answer = await system.get(`/cases?limit=2${cursor ? `&cursor=${cursor}` : ''}`, fresh());
      ids.push(...page.body.items.map((row: { caseId: string }) => row.caseId));
      cursor = page.body.nextCursor;
    }
    expect(ids).toHaveLength(5);
    expect(new Set(ids).size).toBe(5);
  });

  it('is narrowed by status, by what is overdue, by registration number', async () => {
    const idsOf = async (query: string): Promise<string[]> =>
      (await system.get(`/cases?${query}`, fresh())).body.items.map((row: { caseId: string }) => row.caseId);
    expect(await idsOf('status=COMPLETE')).toEqual([caseId]);
    expect(await idsOf('stage=CLOSED')).toEqual([]);
    expect(await idsOf('overdue=false')).toEqual([]);
    const { registration } = (await system.get(`/cases/${caseId}`)).body;
    expect(await idsOf(`q=${registration.registrationNumber}`)).toEqual([caseId]);
    expect((await idsOf('q=testova')).length).toBe(5);
  });

  it('shows nothing to another office', async () => {
    const answer = await system.get('/cases', { office: 'astana-esil', ...fresh() });
    expect(answer.body.items).toEqual([]);
    expect((await system.get(`/cases/${caseId}`, { office: 'astana-esil' })).status).toBe(404);
  });
});

describe('why a date is what it is', () => {
  it('is told day by day and in words', async () => {
    const { status, body } = await system.get(`/cases/${caseId}/duties/R-27/why`, fresh());
    expect(status).toBe(200);
    expect(body).toMatchObject({
      caseId,
      duty: { rule: 'R-27', nominalDue: '2025-04-06', due: '2025-04-07', overdue: true },
      derivation: {
        from: '2025-03-07',
        term: { n: 30, unit: 'calendar' },
        nominalDue: '2025-04-06',
        due: '2025-04-07',
      },
      acceptance: { filedOn: '2025-03-07' },
    });
    expect(body.text).toContain('The Order says:');
  });

  it('is 404 for a rule under which the case has no duty', async () => {
    const answer = await system.get(`/cases/${caseId}/duties/R-99/why`, fresh());
    expect(answer.body).toMatchObject({ status: 404, code: 'duty-not-found' });
  });
});

describe('the deadline board', () => {
  it('counts what is overdue and lists what is due first first', async () => {
    const { body } = await system.get('/monitoring/duties', { role: 'quality-monitor', office: null, ...fresh() });
    expect(body.bucket).toBe('OVERDUE');
    expect(body.counts.OVERDUE).toBe(body.items.length);
    const dues = body.items.map(({ dueAt }: { dueAt: string }) => dueAt);
    expect(dues).toEqual([...dues].sort());
  });
});

describe('the service', () => {
  it('shows the contract that its answers are held to, and the page of it, to everybody', async () => {
    const shown = (path: string): Promise<Response> => fetch(`${system.url()}${path}`);
    const contract = JSON.parse(await readFile('docs/generated/openapi.json', 'utf8'));
    expect(await (await shown('/api/v1/openapi.json')).json()).toEqual(contract);
    const page = await shown('/docs');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html']);
    expect((await shown('/docs/swagger-ui-bundle.js')).status).toBe(200);
  });

  it('shows its health and its measurements to everybody', async () => {
    const open = { token: null };
    expect((await system.send('GET', '/health/live', open)).body).toEqual({
      status: 'up',
      checks: [],
      warnings: [],
      proofLog: null,
      embeddedStores: [],
    });
    const metrics = await system.send('GET', '/metrics', open);
    expect(metrics.text).toContain('shanyraq_store_reachable{store="event-store",service="api"} 1');
  });

  it('has the calendar of a year, and none for a year that was not loaded', async () => {
    const { body } = await system.get('/admin/calendar/2025');
    expect(body).toMatchObject({ year: 2025, provisional: false, workingDays: 246, workingWeekends: ['2025-01-05'] });
    expect(body.off).toContainEqual({
      date: '2025-03-10',
      kind: 'substitute',
      name: "International Women's Day (observed)",
    });
    expect((await system.get('/admin/calendar/2031')).body).toMatchObject({ status: 404, code: 'calendar-not-found' });
  });

  it('tells how far each projection is', async () => {
    const { body } = await system.get('/monitoring/projections', { role: 'administrator', office: null, ...fresh() });
    expect(body.position).toBe(body.logPosition);
    expect(body.projections.map(({ quarantined }: { quarantined: number }) => quarantined)).toEqual(
      body.projections.map(() => 0),
    );
  });
});

describe('a name that is thousands of bytes once it is normalized', () => {
  it('is found by, however often, and the lists go on', async () => {
    // One letter that stands for eighteen.
    const fullName = '\ufdfa'.repeat(61);
    const [filing] = communalWalk(randomUUID());
    const applicant = { ...(filing!.body['applicant'] as object), fullName };
    last = await sendStep(system, null, { ...filing!, body: { ...filing!.body, applicant } });
    const search = `/cases?q=${encodeURIComponent(fullName)}`;
    const found: Answer = await system.get(search, fresh());
    expect(found.body.items.map((row: { caseId: string }) => row.caseId)).toEqual([last.body.caseId]);
    for (let turn = 0; turn < 150; turn += 1) expect((await system.get(search)).status).toBe(200);
    expect((await system.get('/cases')).body.items).toHaveLength(6);
  }, 120_000);
});

// last, as it adds a case that the lists above do not know
describe('a query for a position that is not projected yet', () => {
  it('is 503 with the lag where the read models do not come that far in time', async () => {
    await system.kill('projector');
    const another = await sendStep(system, null, communalWalk(randomUUID())[0]!);
    const answer = await system.get('/cases', { minPosition: another.body.position, waitSeconds: 1 });
    await system.start('projector');
    expect(answer.body).toMatchObject({
      status: 503,
      code: 'projection-behind',
      lag: { asked: another.body.position },
    });
    expect(answer.body.lag.projections.map(({ name }: { name: string }) => name)).toContain('worklist');
    expect(answer.headers.get('retry-after')).toBe('1');
  }, 60_000);
});
