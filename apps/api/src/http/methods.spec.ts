import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inProcessApi, type InProcessApi } from '../testing/in-process-api.js';
import { spoken } from '../testing/spoken.js';

let api: InProcessApi;
beforeAll(async () => {
  api = await inProcessApi();
});
afterAll(() => api.close());

describe('a method that an address does not have', () => {
  it.each([
    ['/api/v1/cases', 'DELETE', 'GET, HEAD, POST'],
    ['/api/v1/cases?limit=1', 'QUERY', 'GET, HEAD, POST'],
    ['/api/v1/cases/17/receipt', 'GET', 'POST'],
    ['/api/v1/admin/calendar/days', 'PUT', 'GET, HEAD, POST'],
    ['/health/live', 'OPTIONS', 'GET, HEAD'],
  ])('is 405 with Allow at %s (%s), whatever else is wrong with the request', async (path, method, allow) => {
    const { status, headers, body } = await api.send(path, { method });
    expect([status, body.code, headers['allow'], body.allow]).toEqual([
      405,
      'method-not-allowed',
      allow,
      allow.split(', '),
    ]);
  });

  it.each([
    ['/api/v1/cases', 'Only GET, HEAD and POST are allowed here.'],
    ['/api/v1/cases/17/receipt', 'Only POST is allowed here.'],
  ])('names in words what is allowed at %s', async (path, detail) => {
    expect(await api.send(path, { method: 'DELETE' })).toMatchObject({ body: { detail } });
  });

  it('is 404 where nothing is at the address', async () => {
    for (const method of ['GET', 'DELETE', 'QUERY'])
      expect(await api.send('/api/v1/nothing', { method })).toMatchObject({ status: 404 });
  });

  it('is 405 with Allow too where it is no method of HTTP', async () => {
    const { port } = new URL(await api.app.getUrl());
    const answer = await spoken(Number(port), 'FETCH /api/v1/cases HTTP/1.1\r\nhost: x\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1.1 405 [^]*\r\nallow: GET, HEAD, POST\r\n/);
  });
});
