import { afterEach, describe, expect, it } from '@jest/globals';
import { InvalidCursor, type WorklistRow } from '@app/read-models';
import type { Role } from '@app/platform';
import { inProcessApi, type InProcessApi } from '../testing/in-process-api.js';
import { sampleCaseId as caseId } from '../testing/sample-case-view.js';

const nothingCounted = async () => ({
  counts: { OPEN: 0, OVERDUE: 0, DUE_SOON: 0, MINE: 0, WAITING: 0, CLOSED: 0 },
  asOf: '',
  position: null,
});

let api: InProcessApi;
afterEach(() => api.close());

const search = async (body: object, role: Role = 'caseworker', more = '', purpose = 'inspection') => {
  const headers = {
    authorization: `Bearer ${await api.token({ role })}`,
    'content-type': 'application/json',
    'x-purpose': purpose,
  };
  return api.send(`/api/v1/cases/search${more}`, { method: 'POST', headers, body: JSON.stringify(body) });
};
const get = async (path: string, role: Role = 'caseworker', headers: Readonly<Record<string, string>> = {}) => {
  const authorization = `Bearer ${await api.token({ role })}`;
  return api.send(`/api/v1${path}`, { headers: { authorization, ...headers } });
};

describe('the worklist', () => {
  const row = { caseId, applicantName: 'Testova Aigerim', applicantIinMasked: '0101****0004' } as WorklistRow;
  /** Holds one row, of this office. */
  const worklist = (asked: unknown[] = []) => ({
    counts: nothingCounted,
    page: async (request: Readonly<{ officeId?: string | undefined }>) => {
      asked.push(request);
      const isOf = request.officeId === undefined || request.officeId === 'almaty-bostandyk';
      return isOf
        ? { items: [row], nextCursor: 'next', position: 900, applicants: new Map([[row.caseId, '010115100004']]) }
        : { items: [], nextCursor: null, position: 900, applicants: new Map() };
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
    const notTheirs = { status: 403, body: { permission: 'personal-data:read' } };
    expect(await get('/cases?q=Testova', 'auditor')).toMatchObject(notTheirs);
    for (const q of ['Testova', '010115100004', ' 010115100004'])
      expect(await search({ q }, 'auditor')).toMatchObject(notTheirs);
    expect(await get('/cases?q=REG-2025-1', 'auditor')).toMatchObject({ status: 200 });
  });

  it('is searched by a body as by an address, and shows persons in clear by the same switch', async () => {
    const asked: unknown[] = [];
    api = await inProcessApi({ worklist: worklist(asked) });
    const { status, body } = await search({ status: 'PAID', overdue: true, limit: 20, q: '010115100004', stage: null });
    expect([status, body]).toEqual([200, { items: [row], nextCursor: 'next', position: 900 }]);
    expect(asked).toEqual([
      {
        officeId: 'almaty-bostandyk',
        status: 'PAID',
        overdue: true,
        limit: 20,
        q: '010115100004',
        now: expect.any(String),
      },
    ]);
    expect((await search({}, 'caseworker', '?unmask=false')).body.items).toEqual([{ ...row, applicantName: '***' }]);
    expect((await search({ q: '010115100004' }, 'auditor', '?unmask=true')).body.items).toEqual([row]);
    expect(await search({ owner: 'x' })).toMatchObject({ status: 422, body: { errors: [{ path: 'owner' }] } });
  });

  it.each([
    ['/cases?q=', 'q'],
    ['/cases?assignee=', 'assignee'],
    ['/cases?officeId=', 'officeId'],
    ['/cases?cursor=', 'cursor'],
    ['/complaints?caseId=', 'caseId'],
    ['/audit/access?actor=', 'actor'],
    ['/audit/access?case=', 'case'],
    ['/monitoring/duties?rule=', 'rule'],
  ])('refuses an IIN in an address, in whatever signs, and says where it may stand: %s', async (path, name) => {
    api = await inProcessApi();
    for (const iin of [
      '010115100004',
      '0101 1510 0004',
      '010115-100004',
      '\uff10\uff11\uff10115100004',
      '\u0660\u0661\u0660115100004',
    ]) {
      const { status, body } = await get(`${path}${encodeURIComponent(iin)}`, 'auditor');
      const told = body.errors?.find((one: { path: string; message: string }) => one.message.includes('/cases/search'));
      expect([status, body.code, told?.path]).toEqual([422, 'fields-invalid', name]);
    }
  });

  it('takes twelve digits in an address that are no IIN, as a registration number may have them, and the position of a figure', async () => {
    api = await inProcessApi({ worklist: worklist() });
    expect((await get('/cases?q=202500000001')).status).toBe(200);
    expect((await get('/monitoring/figures?position=910417300116', 'auditor')).body.errors).toBeUndefined();
  });

  it('refuses a cursor of another list and fields that it does not know, each with its path', async () => {
    api = await inProcessApi({
      worklist: {
        counts: nothingCounted,
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
