import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { HttpStateRegisters } from './http-state-registers.js';
import { NoStateRegisters } from './state-registers.js';

const servers: Server[] = [];
const serving = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
});

const iin = '010115100004';
const quick = { backOffMs: 1, restMs: 60_000 };

/** Counts the questions, and answers each by its number from 1. */
const answering = async (
  answer: (asked: number) => { status: number; body: string } | null,
  limits: Readonly<{ timeoutMs?: number }> = {},
) => {
  const seen: string[] = [];
  const url = await serving(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    seen.push(text);
    const told = answer(seen.length);
    if (told !== null) response.writeHead(told.status).end(told.body);
  });
  return { seen, registers: new HttpStateRegisters({ url, ...quick, ...limits }) };
};

const unavailable = (summary: string) => ({ outcome: 'UNAVAILABLE', summary });
const unreachable = unavailable('The register could not be reached, or its answer could not be read.');
const silent = unavailable('The register did not answer in time.');

describe('state registers over HTTP (R-69, item 8)', () => {
  it('tell what was found, and ask by register and number', async () => {
    const { seen, registers } = await answering(() => ({ status: 200, body: '{"found":true,"summary":"married"}' }));
    expect(await registers.ask('MARRIAGE_DIVORCE', iin)).toEqual({ outcome: 'FOUND', summary: 'married' });
    expect(seen).toEqual([`{"register":"MARRIAGE_DIVORCE","iin":"${iin}"}`]);
  });

  it('tell that nothing was found', async () => {
    const { registers } = await answering(() => ({ status: 200, body: '{"found":false}' }));
    expect(await registers.ask('BIRTH', iin)).toEqual({ outcome: 'NOT_FOUND', summary: null });
  });

  it('are asked three times through an outage', async () => {
    const { seen, registers } = await answering((asked) =>
      asked < 3 ? { status: 503, body: '' } : { status: 200, body: '{"found":false}' },
    );
    expect(await registers.ask('BIRTH', iin)).toEqual({ outcome: 'NOT_FOUND', summary: null });
    expect(seen).toHaveLength(3);
  });

  it('are unavailable where the outage lasts, where nobody answers and where the answer cannot be read', async () => {
    for (const told of [
      { status: 503, body: '' },
      null,
      { status: 200, body: 'x' },
      { status: 200, body: '{"found":true}' },
    ]) {
      const { seen, registers } = await answering(() => told, told === null ? { timeoutMs: 200 } : {});
      expect(await registers.ask('BIRTH', iin)).toEqual(told === null ? silent : unreachable);
      expect(seen).toHaveLength(3);
    }
    expect(await new HttpStateRegisters({ url: 'http://127.0.0.1:9', ...quick }).ask('BIRTH', iin)).toEqual(
      unreachable,
    );
  });

  it('are asked once where the question itself is refused', async () => {
    const { seen, registers } = await answering(() => ({ status: 400, body: '' }));
    expect(await registers.ask('BIRTH', iin)).toEqual(unavailable('The register refused the question (400).'));
    expect(seen).toHaveLength(1);
  });

  it('are left alone for a while after five failures in a row', async () => {
    const { seen, registers } = await answering(() => ({ status: 503, body: '' }));
    const rested = unavailable('The register has failed several times; it is not asked for a while.');
    const told = [];
    for (let time = 0; time < 4; time += 1) told.push(await registers.ask('BIRTH', iin));
    expect(told).toEqual([unreachable, rested, rested, rested]);
    expect(seen).toHaveLength(5);
  });
});

it('state registers are unavailable where none are configured, and that is the reason', async () =>
  expect(await new NoStateRegisters().ask()).toEqual(unavailable('No state information system is configured.')));
