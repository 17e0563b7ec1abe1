import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { fetchByContract, published, type Exchange } from './contract.js';

const health = {
  status: 'up',
  checks: [{ name: 'event-store', status: 'up' }],
  warnings: [],
  embeddedStores: ['event-store'],
};
const problem = {
  type: 'urn:shanyraq:problem:route-not-found',
  title: 'Nothing is here',
  status: 404,
  detail: 'Nothing is at this address.',
  code: 'route-not-found',
  correlationId: 'c-1',
};

/** An answer of `GET /health/live`, which is right but for what is told. */
const answer = (told: Partial<Exchange> & Readonly<{ body?: object }> = {}): Exchange => ({
  method: 'GET',
  path: '/health/live',
  status: 200,
  contentType: 'application/json; charset=utf-8',
  text: JSON.stringify(told.body ?? health),
  ...told,
});
const faultsOf = (told: Partial<Exchange> & Readonly<{ body?: object }> = {}) => published()(answer(told));

describe('the contract that answers are held to', () => {
  it('has nothing to say of an answer that it describes', () => {
    expect(faultsOf()).toEqual([]);
  });

  it('notices a value that is of another kind', () => {
    expect(faultsOf({ body: { ...health, embeddedStores: {} } })).toEqual([
      '/embeddedStores must be array {"type":"array"}',
    ]);
  });

  it('notices a property that is missing, and one too many, however deep', () => {
    expect(faultsOf({ body: { ...health, checks: [{ name: 'event-store', state: 'up' }] } })).toEqual([
      `/checks/0 must have required property 'status' {"missingProperty":"status"}`,
      '/checks/0 must NOT have additional properties {"additionalProperty":"state"}',
    ]);
  });

  it('notices a date that is none', () => {
    const body = { year: 2025, provisional: false, workingDays: 246, off: [], workingWeekends: [], corrections: [] };
    const path = '/api/v1/admin/calendar/2025';
    expect(faultsOf({ path, body })).toEqual([]);
    const off = [{ date: '2025-02-30', kind: 'holiday', name: 'None' }];
    expect(faultsOf({ path, body: { ...body, off } })).toEqual([
      '/off/0/date must match format "date" {"format":"date"}',
    ]);
  });

  it('notices a status and a content type that are not documented', () => {
    expect(faultsOf({ status: 500 })).toEqual(['the status 500 is not documented']);
    expect(faultsOf({ contentType: 'text/html' })).toEqual(['the content type text/html is not documented']);
    expect(faultsOf({ contentType: null })).toEqual(['the content type nothing is not documented']);
  });

  it('looks no further than the content type of what is not JSON', () => {
    const page = { path: '/api/v1/monitoring/exports/events', text: 'position,type\n' };
    expect(faultsOf({ ...page, contentType: 'text/csv; charset=utf-8' })).toEqual([]);
    expect(faultsOf({ ...page, contentType: 'application/x-ndjson' })).toEqual([]);
    expect(faultsOf({ ...page, contentType: 'text/plain' })).toEqual(['the content type text/plain is not documented']);
  });

  it('knows an operation by its method, and by its path where a path with fewer names is there', () => {
    expect(faultsOf({ method: 'POST', path: '/api/v1/admin/calendar/days', body: {} }).length).toBeGreaterThan(0);
    expect(faultsOf({ path: '/api/v1/admin/calendar/days', status: 422, body: problem })).toEqual([
      'the content type application/json is not documented',
    ]);
  });

  it('asks for a problem where there is no operation', () => {
    const lost = { path: '/api/v1/nowhere', contentType: 'application/problem+json; charset=utf-8' };
    expect(faultsOf({ ...lost, status: 404, body: problem })).toEqual([]);
    expect(faultsOf({ ...lost, status: 404, body: { ...problem, code: 'made-up' } })).toHaveLength(1);
    expect(faultsOf({ ...lost, status: 200 })).toEqual(['the status 200 is not documented']);
  });
});

describe('a request by the contract', () => {
  it('fails with method, path, status and what is wrong where the answer is off it', async () => {
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ ...health, status: 'asleep' }));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/health/live?now`;
    try {
      await expect(fetchByContract(url)).rejects.toThrow(
        'GET /health/live answered 200 off its contract:\n  /status must be equal to one of the allowed values {"allowedValues":["up","down"]}',
      );
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });
});
