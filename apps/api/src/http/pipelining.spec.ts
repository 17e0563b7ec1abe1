import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { inProcessApi, type InProcessApi } from '../testing/in-process-api.js';
import { casesOf, caseView, sampleCaseId } from '../testing/sample-case-view.js';
import { maxInFlightPerCaller } from './in-flight.js';

let api: InProcessApi;
afterEach(() => api.close());

describe('requests that wait behind one another on a connection', () => {
  it('are counted no more once the connection is closed', async () => {
    let waiting = 0;
    const full = new AbortController();
    api = await inProcessApi({
      cases: casesOf(caseView()),
      waitForPosition: () => {
        waiting += 1;
        if (waiting === maxInFlightPerCaller) full.abort();
        return new Promise(() => undefined);
      },
    });
    const authorization = `Bearer ${await api.token()}`;
    const path = `/api/v1/cases/${sampleCaseId}`;
    const request = `GET ${path} HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization}\r\nx-min-position: 0\r\n\r\n`;
    const { port } = new URL(await api.app.getUrl());
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    const isFull = once(full.signal, 'abort');
    socket.write(request.repeat(maxInFlightPerCaller));
    await isFull;
    const ask = async (): Promise<number> => (await api.send(path, { headers: { authorization } })).status;
    expect(await ask()).toBe(429);
    socket.destroy();
    const statuses = new Set<number>();
    while (!statuses.has(200)) statuses.add(await ask());
    const together = await Promise.all(Array.from({ length: maxInFlightPerCaller - 1 }, ask));
    expect(new Set(together)).toEqual(new Set([200]));
  }, 60_000);
});
