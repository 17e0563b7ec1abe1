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
const quick = { timeoutMs: 200, backOffMs: 1, restMs: 60_000 };

/** Counts the questions, and answers each by its number from 1. */
const answering = async (answer: (asked: number) => { status: number; body: string } | null) => {
  const seen: string[] = [];
  const url = await serving(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    seen.push(text);
    const told = answer(seen.length);
    if (told !== null) response.writeHead(told.status).end(told.body);
  });
  return { seen, registers: new HttpStateRegisters({ url, ...quick }) };
};

const unavailable = { outcome: 'UNAVAILABLE', summary: null };

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
      const { seen, registers } = await answering(() => told);
      expect(await registers.ask('BIRTH', iin)).toEqual(unavailable);
      expect(seen).toHaveLength(3);
    }
    expect(await new HttpStateRegisters({ url: 'http://127.0.0.1:9', ...quick }).ask('BIRTH', iin)).toEqual(
      unavailable,
    );
  });

  it('are asked once where the question itself is refused', async () => {
    const { seen, registers } = await answering(() => ({ status: 400, body: '' }));
    expect(await registers.ask('BIRTH', iin)).toEqual(unavailable);
    expect(seen).toHaveLength(1);
  });

  it('are left alone for a while after five failures in a row', async () => {
    const { seen, registers } = await answering(() => ({ status: 503, body: '' }));
    for (let time = 0; time < 4; time += 1) expect(await registers.ask('BIRTH', iin)).toEqual(unavailable);
    expect(seen).toHaveLength(5);
  });
});

it('no state registers are asked where none are configured', async () => {
  await expect(new NoStateRegisters().ask()).rejects.toThrow('set STATE_REGISTERS_URL');
});
