import { afterEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { EncodedEvent } from '@app/event-store';
import type { ReadModels } from '@app/read-models';
import { maxInFlightPerCaller } from './in-flight.js';
import { inProcessApi, type InProcessApi } from '../testing/in-process-api.js';
import { casesOf, caseView, sampleCaseId } from '../testing/sample-case-view.js';
import { rolesWith, type Permission, type Role } from '@app/platform';
import type { Access } from './auth/allow.decorator.js';

let api: InProcessApi;
afterEach(() => api.close());

const caseId = sampleCaseId;
const get = async (path: string, role: Role = 'caseworker', headers: Readonly<Record<string, string>> = {}) => {
  const authorization = `Bearer ${await api.token({ role })}`;
  return api.send(`/api/v1${path}`, { headers: { authorization, ...headers } });
};

/** Asked of the api by who has a permission; the proof log is files. */
const mayAsk = (access: Access, path: string): boolean =>
  typeof access === 'string' && access !== 'everybody' && path.startsWith('/api/');

const gate = () => {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((open) => {
    resolve = open;
  });
  return { promise, resolve: () => resolve() };
};

/** Has the log end at a position. */
const logUntil = async (position: number): Promise<void> => {
  const event = { id: randomUUID(), type: 'CaseClosed', data: {}, metadata: {} } as unknown as EncodedEvent;
  await api.store.append('case-of-the-log', 'none', [event]);
  const last = api.store.log.length - 1;
  api.store.log[last] = { ...api.store.log[last]!, position };
};

describe('a query that must include a position', () => {
  const readModels = (waits: unknown[], reached: boolean): Partial<ReadModels> => ({
    cases: casesOf(caseView()),
    waitForPosition: async (position, milliseconds) => {
      waits.push([position, milliseconds]);
      return { reached: reached && milliseconds >= 5000, position: 700 };
    },
    projectionStates: async () => [
      { name: 'case-view', version: 1, position: 700, lagSeconds: 2, lagEvents: null, quarantined: 0 },
    ],
  });

  it('waits as long as it prefers where it is not there at once, and not where it says nothing', async () => {
    const waits: unknown[] = [];
    api = await inProcessApi(readModels(waits, true));
    await logUntil(900);
    expect(
      await get(`/cases/${caseId}`, 'caseworker', { 'x-min-position': '900', prefer: 'respond-async, wait=5' }),
    ).toMatchObject({ status: 200 });
    await get(`/cases/${caseId}`, 'caseworker', { 'x-min-position': '900' });
    await get(`/cases/${caseId}`);
    expect(waits).toEqual([
      [900, 0],
      [900, 5000],
      [900, 0],
      [900, 0],
    ]);
  });

  it('is 503 with the lag where the position does not come', async () => {
    api = await inProcessApi(readModels([], false));
    await logUntil(900);
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

  it('is 422 at once where the log does not reach so far, however long it would wait', async () => {
    const waits: unknown[] = [];
    api = await inProcessApi(readModels(waits, false));
    await logUntil(900);
    const headers = { 'x-min-position': '901', prefer: 'wait=10' };
    expect(await get(`/cases/${caseId}`, 'caseworker', headers)).toMatchObject({
      status: 422,
      body: {
        code: 'fields-invalid',
        errors: [{ path: 'X-Min-Position', message: 'must be at most 900: the log ends there' }],
      },
    });
    expect(waits).toEqual([[901, 0]]);
    expect(await get('/monitoring/figures?position=901', 'quality-monitor')).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'position' }] },
    });
    const answers = ['/audit/cases/17/events', `/audit/cases/${caseId}/events`, '/monitoring/exports'].map((path) =>
      get(path, 'auditor', { 'x-min-position': '901' }),
    );
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([404, 422, 422]);
  });

  it('is 422 where the position is empty, on every route', async () => {
    api = await inProcessApi(readModels([], true));
    for (const path of ['/cases', `/cases/${caseId}`, `/audit/cases/${caseId}/diff`, '/monitoring/exports'])
      expect(await get(path, 'auditor', { 'x-min-position': '' })).toMatchObject({
        status: 422,
        body: { code: 'fields-invalid', errors: [{ path: 'X-Min-Position' }] },
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

  it('is 400 where the position cannot be read, on every route that is asked by a role, whatever it answers from', async () => {
    api = await inProcessApi(readModels([], true));
    const asked = api.routes.filter(({ method, path, access }) => method === 'GET' && mayAsk(access, path));
    expect(asked.length).toBeGreaterThan(40);
    for (const { path, access } of asked) {
      const [role] = rolesWith(access as Permission);
      const address = path.replace('/api/v1', '').replaceAll(/:\w+/g, caseId);
      const { status, body } = await get(address, role, { 'x-min-position': '9007199254740992' });
      expect([path, status, body.code]).toEqual([path, 400, 'header-invalid']);
    }
  });

  it('is counted no more once its caller is gone', async () => {
    const full = gate();
    let waitingNow = 0;
    api = await inProcessApi({
      ...readModels([], true),
      waitForPosition: () => {
        waitingNow += 1;
        if (waitingNow === maxInFlightPerCaller) full.resolve();
        return new Promise(() => undefined);
      },
    });
    const leaving = new AbortController();
    const headers = { authorization: `Bearer ${await api.token()}`, 'x-min-position': '900' };
    const abandoned = Array.from({ length: maxInFlightPerCaller }, () =>
      api.send(`/api/v1/cases/${caseId}`, { headers, signal: leaving.signal }).catch(() => 'abandoned'),
    );
    await full.promise;
    expect((await get(`/cases/${caseId}`)).status).toBe(429);
    leaving.abort();
    expect(new Set(await Promise.all(abandoned))).toEqual(new Set(['abandoned']));
    let { status } = await get(`/cases/${caseId}`);
    for (let attempt = 0; status === 429 && attempt < 200; attempt += 1) ({ status } = await get(`/cases/${caseId}`));
    expect(status).toBe(200);
    expect(api.logged.filter((line) => line['status'] === 499)).not.toEqual([]);
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
