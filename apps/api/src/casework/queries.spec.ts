import { afterEach, describe, expect, it } from '@jest/globals';
import { InvalidCursor, type CaseView, type ReadModels, type WorklistRow } from '@app/read-models';
import { maxInFlightPerCaller } from '../http/in-flight.js';
import { inProcessApi, type InProcessApi } from '../testing/in-process-api.js';
import type { Role } from '@app/platform';

let api: InProcessApi;
afterEach(() => api.close());

const caseId = '0b8f1f4e-3f6c-5a9e-8d8b-1f0f6f3c2d11';
const get = async (path: string, role: Role = 'caseworker', headers: Readonly<Record<string, string>> = {}) => {
  const authorization = `Bearer ${await api.token({ role })}`;
  return api.send(`/api/v1${path}`, { headers: { authorization, ...headers } });
};

/** A case as the read models have it, as far as an answer needs it. */
const person = {
  iin: '010115100004',
  fullName: 'Testova Aigerim',
  address: 'Test street 1',
  identityDocument: { number: '04' },
};
const view = (officeId = 'almaty-bostandyk', overrides = {}) =>
  ({
    caseId,
    officeId,
    status: 'PAID',
    stage: 'CLOSED',
    revision: 11,
    position: 900,
    updatedAt: '2025-04-10T05:00:00.000Z',
    closedPosition: 900,
    state: { secret: 'of the read model' },
    facts: {
      application: {
        caseId,
        officeId,
        applicant: person,
        familyMembers: [{ ...person, relationship: 'spouse', consent: null }],
        representative: null,
        tenancy: { number: 'T-17' },
        dwelling: { dwellingId: 'ALM-1', address: 'Test street 1' },
        documents: [{ type: 'D3', number: 'T-17' }],
        payment: { mode: 'SINGLE' },
      },
      decision: { outcome: 'PRIVATIZE', priceBasis: { residualValue: 125_000_000 } },
      agreement: { agreementNumber: 'A-1', price: 125_000_000 },
      signatures: [],
      payments: [{ amount: 125_000_000, outstanding: 0, overpaid: 5 }],
      closing: { outcome: 'PAID' },
    },
    duties: [
      { rule: 'R-36', kind: 'OBLIGATION', status: 'OPEN', dueAt: '2025-04-30T18:59:59.999Z' },
      { rule: 'R-33', kind: 'POWER', status: 'OPEN', dueAt: '2025-03-05T18:59:59.999Z' },
    ],
    ...overrides,
    // only the fields that the answer is made of
  }) as unknown as CaseView;
const cases = (found: CaseView | null) =>
  ({ byId: async () => found, duties: async () => found }) as unknown as ReadModels['cases'];

describe('a case', () => {
  it('is shown with amounts in tenge, what is overdue, and its revision as ETag', async () => {
    api = await inProcessApi({ cases: cases(view()) });
    const { status, headers, body } = await get(`/cases/${caseId}`);
    expect({ status, etag: headers['etag'] }).toEqual({ status: 200, etag: '"11"' });
    expect(body).toMatchObject({
      caseId,
      status: 'PAID',
      revision: 11,
      decision: { priceBasis: { residualValue: '1250000.00' } },
      agreement: { price: '1250000.00' },
      payments: [{ amount: '1250000.00', outstanding: '0.00', overpaid: '0.05' }],
      duties: [
        { rule: 'R-36', overdue: true },
        { rule: 'R-33', overdue: false },
      ],
    });
    expect(body).not.toHaveProperty('state');
  });

  it('shows people in full to who works on it', async () => {
    api = await inProcessApi({ cases: cases(view()) });
    const { application } = (await get(`/cases/${caseId}`)).body;
    expect(application.applicant).toEqual(person);
    expect(application.dwelling).toEqual({ dwellingId: 'ALM-1', address: 'Test street 1' });
  });

  it.each(['auditor', 'quality-monitor', 'authorized-body'] as const)('shows people masked to the %s', async (role) => {
    api = await inProcessApi({ cases: cases(view()) });
    const { body } = await get(`/cases/${caseId}`, role);
    expect(body.application).toMatchObject({
      applicant: { iin: '0101****0004', fullName: '***' },
      familyMembers: [{ iin: '0101****0004', fullName: '***', relationship: 'spouse' }],
      tenancy: null,
      dwelling: { dwellingId: 'ALM-1', address: null },
      documents: [{ type: 'D3', number: null }],
    });
    const text = JSON.stringify(body);
    for (const secret of ['010115100004', 'Testova', 'Test street', 'T-17']) expect(text).not.toContain(secret);
  });

  it('shows a person whose data was erased as such', async () => {
    const erased = view();
    const application = { ...erased.facts.application, applicant: { erased: true }, tenancy: { erased: true } };
    api = await inProcessApi({
      cases: cases({ ...erased, facts: { ...erased.facts, application } } as unknown as CaseView),
    });
    const { body } = await get(`/cases/${caseId}`);
    expect(body.application).toMatchObject({ applicant: { fullName: '', erased: true }, tenancy: null });
  });

  it('of another office is not there, and neither is one that never was', async () => {
    api = await inProcessApi({ cases: cases(view('aktobe')) });
    expect(await get(`/cases/${caseId}`)).toMatchObject({ status: 404, body: { code: 'case-not-found' } });
    expect(await get(`/cases/${caseId}/duties`)).toMatchObject({ status: 404 });
    expect(await get(`/cases/${caseId}/duties/R-27/why`)).toMatchObject({ status: 404 });
    expect(await get(`/cases/${caseId}`, 'auditor')).toMatchObject({ status: 200 });
    await api.close();
    api = await inProcessApi({ cases: cases(null) });
    expect(await get(`/cases/${caseId}`, 'auditor')).toMatchObject({ status: 404, body: { code: 'case-not-found' } });
  });
});

describe('the worklist', () => {
  const row = { caseId, applicantName: 'Testova Aigerim', applicantIinMasked: '0101****0004' } as WorklistRow;
  const worklist = (asked: unknown[] = []) => ({
    page: async (request: unknown) => {
      asked.push(request);
      return { items: [row], nextCursor: 'next', position: 900 };
    },
  });

  it('asks for the office of who is bound to one, and passes the filters on', async () => {
    const asked: unknown[] = [];
    api = await inProcessApi({ worklist: worklist(asked) });
    const { body } = await get('/cases?status=PAID&overdue=true&limit=20&q=REG-1&sort=submitted');
    expect(asked).toMatchObject([
      { officeId: 'almaty-bostandyk', status: 'PAID', overdue: true, limit: 20, q: 'REG-1', sort: 'submitted' },
    ]);
    expect(body).toEqual({ items: [row], nextCursor: 'next', position: 900 });
  });

  it('shows nothing of another office to who is bound to one', async () => {
    api = await inProcessApi({ worklist: worklist() });
    expect((await get('/cases?officeId=aktobe')).body).toEqual({ items: [], nextCursor: null, position: 900 });
  });

  it('hides names from who does not need them, and lets them look for no person', async () => {
    api = await inProcessApi({ worklist: worklist() });
    expect((await get('/cases', 'auditor')).body.items).toEqual([{ ...row, applicantName: '***' }]);
    for (const q of ['Testova', '010115100004', '%20010115100004']) {
      expect(await get(`/cases?q=${q}`, 'auditor')).toMatchObject({
        status: 403,
        body: { permission: 'personal-data:read' },
      });
    }
    expect(await get('/cases?q=REG-2025-1', 'auditor')).toMatchObject({ status: 200 });
  });

  it('refuses a cursor of another list and fields that it does not know, each with its path', async () => {
    api = await inProcessApi({
      worklist: {
        page: async () => {
          throw new InvalidCursor('of another list');
        },
      },
    });
    expect(await get('/cases?cursor=abc')).toMatchObject({ status: 422, body: { errors: [{ path: 'cursor' }] } });
    expect(await get('/cases?limit=201&owner=x')).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'owner' }, { path: 'limit', message: 'must be at most 200' }] },
    });
  });
});

const gate = () => {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((open) => {
    resolve = open;
  });
  return { promise, resolve: () => resolve() };
};

describe('a query that must include a position', () => {
  const readModels = (waits: unknown[], reached: boolean): Partial<ReadModels> => ({
    cases: cases(view()),
    waitForPosition: async (position, milliseconds) => {
      waits.push([position, milliseconds]);
      return { reached, position: 700 };
    },
    projectionStates: async () => [
      { name: 'case-view', version: 1, position: 700, lagSeconds: 2, lagEvents: null, quarantined: 0 },
    ],
  });

  it('waits as long as it prefers, at once where it says nothing', async () => {
    const waits: unknown[] = [];
    api = await inProcessApi(readModels(waits, true));
    expect(
      await get(`/cases/${caseId}`, 'caseworker', { 'x-min-position': '900', prefer: 'respond-async, wait=5' }),
    ).toMatchObject({ status: 200 });
    await get(`/cases/${caseId}`, 'caseworker', { 'x-min-position': '900' });
    await get(`/cases/${caseId}`);
    expect(waits).toEqual([
      [900, 5000],
      [900, 0],
    ]);
  });

  it('is 503 with the lag where the position does not come', async () => {
    api = await inProcessApi(readModels([], false));
    const { status, headers, body } = await get(`/cases/${caseId}`, 'caseworker', { 'x-min-position': '900' });
    expect({ status, code: body.code, retry: headers['retry-after'] }).toEqual({
      status: 503,
      code: 'projection-behind',
      retry: '1',
    });
    expect(body.lag).toEqual({
      asked: 900,
      position: 700,
      projections: [{ name: 'case-view', position: 700, lagSeconds: 2, lagEvents: null }],
    });
  });

  it.each([
    ['x-min-position', '-1'],
    ['x-min-position', '1e3'],
    ['x-min-position', '99999999999999999999'],
    ['prefer', 'wait=11'],
    ['prefer', 'wait=soon'],
  ])('is 400 where %s is %s', async (name, value) => {
    api = await inProcessApi(readModels([], true));
    expect(await get(`/cases/${caseId}`, 'caseworker', { [name]: value })).toMatchObject({
      status: 400,
      body: { code: 'header-invalid' },
    });
  });

  it('is 429 where its caller has too many in flight, and not for another caller', async () => {
    const released = gate();
    const full = gate();
    let waitingNow = 0;
    api = await inProcessApi({
      ...readModels([], true),
      waitForPosition: async () => {
        waitingNow += 1;
        if (waitingNow === maxInFlightPerCaller) full.resolve();
        await released.promise;
        return { reached: true, position: 900 };
      },
    });
    const headers = { 'x-min-position': '900' };
    const waiting = Array.from({ length: maxInFlightPerCaller }, () => get(`/cases/${caseId}`, 'caseworker', headers));
    await full.promise;
    await expect(get(`/cases/${caseId}`)).resolves.toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
    await expect(get(`/cases/${caseId}`, 'provider-head')).resolves.toMatchObject({ status: 200 });
    released.resolve();
    await Promise.all(waiting);
    await expect(get(`/cases/${caseId}`)).resolves.toMatchObject({ status: 200 });
  });
});
