import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Counts, GroupFigures } from '@app/read-models';
import { inProcessApi, type InProcessApi } from '../../testing/in-process-api.js';

let api: InProcessApi;
let token: string;

beforeAll(async () => {
  api = await inProcessApi({
    position: async () => null,
    caseFigures: { figures: async () => ({ heldBack: 0, total: nothing, groups: [] }), behind: async () => noPage },
    complaintFigures: { figures: async () => ({ heldBack: 0, items: [] }), behind: async () => noPage },
  });
  token = await api.token({ role: 'quality-monitor' });
});
afterAll(() => api.close());

const noPage = { items: [], nextCursor: null };
const counts = Object.fromEntries(
  [
    'RECEIVED',
    'DECIDED',
    'PRIVATIZED',
    'REFUSED',
    'REJECTED',
    'WITHDRAWN',
    'CONCLUDED',
    'CLOSED',
    'OPEN',
    'OVERDUE',
  ].map((kind) => [kind, 0]),
) as Counts;
const none = { cases: 0, calendarDays: null, workingDays: null };
const nothing: GroupFigures = {
  rulebooks: [],
  counts,
  onTime: { kept: 0, late: 0 },
  durations: [
    { span: 'TO_DECISION', ...none },
    { span: 'WHOLE', ...none },
  ],
  stages: [],
};
const get = (path: string) => api.send(`/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });

describe('the figures of cases', () => {
  it.each([
    ['by=office,colour', 'by'],
    ['by=office,office', 'by'],
    ['monthOf=PAYMENT', 'monthOf'],
    ['from=2025-13', 'from'],
    ['from=2025-04&until=2025-03', 'until'],
    ['asOf=2025-02-30', 'asOf'],
    ['position=-1', 'position'],
    ['position=', 'position'],
    ['position=1&position=2', 'position'],
    ['rule=R-1', 'rule'],
    ['officeId=%24ne', 'officeId'],
    ['route=RIVER', 'route'],
    ['form=FREE', 'form'],
    ['colour=red', 'colour'],
  ])('refuse %s by its path', async (parameters, path) => {
    const { status, body } = await get(`/monitoring/figures?${parameters}`);
    expect([status, body.errors.map((error: { path: string }) => error.path)]).toEqual([422, [path]]);
  });

  it.each([
    ['figure=LYING', 'stage'],
    ['figure=MEASURED', 'span'],
    ['figure=OVERDUE', 'asOf'],
    ['figure=ALL', 'figure'],
    ['figure=RECEIVED&month=March', 'month'],
    ['figure=RECEIVED&limit=201', 'limit'],
  ])('list no cases for %s', async (parameters, path) => {
    const { status, body } = await get(`/monitoring/figures/cases?position=700&${parameters}`);
    expect([status, body.errors.map((error: { path: string }) => error.path)]).toEqual([422, [path]]);
  });

  it('are told before the first event as nothing at no position, with nowhere to list them', async () => {
    const { status, body } = await get('/monitoring/figures?by=office');
    expect([status, body.receipt, body.groups]).toEqual([
      200,
      {
        query: 'by=office&monthOf=RECEIPT',
        position: null,
        asOf: null,
        heldBack: 0,
        rulebooks: [],
        again: null,
      },
      [],
    ]);
    expect(body.total).toMatchObject({
      received: { count: 0, cases: null },
      onTime: { total: 0, percent: null },
      durations: [{ calendarDays: null, workingDays: null }, {}],
      stages: null,
    });
  });
});

describe('the figures of complaints', () => {
  it.each([
    ['from=2025-05&until=2025-04', 'until'],
    ['asOf=today', 'asOf'],
    ['addressee=MINISTRY', 'addressee'],
    ['position=x', 'position'],
    ['colour=red', 'colour'],
  ])('refuse %s by its path', async (parameters, path) => {
    const { status, body } = await get(`/monitoring/complaints?${parameters}`);
    expect([status, body.errors.map((error: { path: string }) => error.path)]).toEqual([422, [path]]);
  });

  it('list no complaints without saying which', async () => {
    const { status, body } = await get('/monitoring/complaints/cases?position=700');
    expect([status, body.errors.map((error: { path: string }) => error.path)]).toEqual([
      422,
      expect.arrayContaining(['addressee', 'outcome', 'term', 'extended']),
    ]);
  });
});
