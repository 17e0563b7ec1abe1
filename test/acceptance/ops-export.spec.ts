import { createHash, randomUUID } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, readFile, truncate, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fetchByContract } from '../support/contract.js';
import { startSystem, type System } from '../support/system.js';
import { communalWalk, sendStep } from '../support/walk.js';
import { ops, type Ended } from './ops-command.js';

let system: System;

const walk = async (): Promise<void> => {
  const [first, ...rest] = communalWalk(randomUUID()).slice(0, 9);
  const { caseId } = (await sendStep(system, null, first!)).body;
  for (const step of rest) await sendStep(system, caseId, step);
};

beforeAll(async () => {
  system = await startSystem({ projector: false });
  await walk();
}, 60_000);
afterAll(() => system.stop());

const env = () => ({ SHANYRAQ_DATA: system.dataFolder });
const fileIn = (name: string): string => `${system.dataFolder}/${name}`;
const exported = (args: readonly string[], api = system.url()): Promise<Ended> =>
  ops(['export', ...args, '--api', api], { env: env() });

/** What the api gives in one page. */
const whole = async (dataset: string, format = 'ndjson'): Promise<string> =>
  (await system.get(`/monitoring/exports/${dataset}?format=${format}`, { role: 'auditor', office: null })).text;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const passOn = async (
  { url, headers: { authorization = '' } }: IncomingMessage,
  response: ServerResponse,
  spoil: (bytes: Buffer) => Buffer,
): Promise<void> => {
  const answer = await fetchByContract(`${system.url()}${url}`, { headers: { authorization } });
  const headers = [...answer.headers].filter(([name]) => name !== 'content-length');
  response.writeHead(answer.status, Object.fromEntries(headers));
  response.end(spoil(Buffer.from(await answer.arrayBuffer())));
};

/** The api behind a door that lets so many requests pass, changes what it is told to, and keeps the next one waiting for ever. */
const door = async (passes: number, spoil = (bytes: Buffer): Buffer => bytes) => {
  let waiting: () => void = () => undefined;
  const shut = new Promise<void>((resolve) => (waiting = resolve));
  let passed = 0;
  const server: Server = createServer((request, response) => {
    passed += 1;
    if (passed > passes) return waiting();
    void passOn(request, response, spoil);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    shut,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

describe('ops export', () => {
  it.each(['ndjson', 'csv'])('goes on after a kill in the middle, as %s, to the bytes of one page', async (format) => {
    const out = fileIn(`killed.${format}`);
    const { url, shut, close } = await door(3);
    const args = ['export', 'events', '--out', out, '--format', format, '--limit', '2', '--api', url];
    const child = spawn(process.execPath, ['dist/apps/ops/src/main.js', ...args], {
      env: { ...process.env, ...env() },
    });
    await shut;
    child.kill('SIGKILL');
    await once(child, 'close');
    close();
    const half = await readFile(out, 'utf8');
    expect(half).toBe((await whole('events', format)).slice(0, half.length));
    expect(JSON.parse(await readFile(`${out}.state.json`, 'utf8')).rows).toBe(6);
    // The kill may have come while a page was being written.
    await appendFile(out, '{"position":1,"torn');

    const { code, stdout } = await exported(['events', '--out', out, '--format', format, '--limit', '2', '--json']);
    const text = await whole('events', format);
    expect(code).toBe(0);
    expect(await readFile(out, 'utf8')).toBe(text);
    expect(JSON.parse(stdout)).toEqual({
      dataset: 'events',
      format,
      from: 0,
      position: expect.any(Number),
      rows: 10,
      bytes: Buffer.byteLength(text),
      sha256: sha256(text),
      file: out,
      resumed: true,
    });
  });

  it('goes on where it ended once there are further events, and tells people so', async () => {
    const out = fileIn('growing.ndjson');
    expect((await exported(['applications', '--out', out])).stdout).toContain('1 rows of applications');
    await walk();
    const { stdout } = await exported(['applications', '--out', out]);
    expect(stdout).toContain('2 rows of applications');
    expect(stdout).toContain(`SHA-256 ${sha256(await whole('applications'))}`);
    expect(await readFile(out, 'utf8')).toBe(await whole('applications'));
  });

  it('writes to standard output without a file, CSV under one line of names', async () => {
    const { code, stdout } = await exported(['events', '--format', 'csv', '--limit', '4']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: await whole('events', 'csv') });
  });

  it('does not go on with a file that is another export, not one at all, or not what was written', async () => {
    const out = fileIn('mine.ndjson');
    const problemOf = async (...args: readonly string[]): Promise<string> => {
      const { code, stderr } = await exported(args);
      return `${code} ${stderr.slice(0, stderr.indexOf(':'))}`;
    };
    await exported(['decisions', '--out', out]);
    expect(await problemOf('payments', '--out', out)).toBe('1 export-mismatch');
    expect(await problemOf('decisions', '--out', out, '--format', 'csv')).toBe('1 export-mismatch');
    expect(await problemOf('decisions', '--out', out, '--after', '5')).toBe('1 export-mismatch');
    await writeFile(fileIn('notes.txt'), 'mine');
    expect(await problemOf('decisions', '--out', fileIn('notes.txt'))).toBe('1 file-exists');
    const text = await readFile(out, 'utf8');
    await writeFile(out, text.replace('PRIVATIZE', 'PRIVATISE'));
    expect(await problemOf('decisions', '--out', out)).toBe('1 file-changed');
    await truncate(out, 5);
    expect(await problemOf('decisions', '--out', out)).toBe('1 file-changed');
  });

  it.each([
    ['a dataset that there is not', ['persons'], 'dataset-not-found'],
    ['no dataset', [], 'arguments-invalid'],
    ['a format that there is not', ['events', '--format', 'xml'], 'arguments-invalid'],
    ['a page that is too large', ['events', '--limit', '10001'], 'arguments-invalid'],
    ['a position beyond the log', ['events', '--after', '9007199254740991'], 'fields-invalid'],
  ])('names the problem with %s', async (_, args, problem) => {
    const { code, stdout, stderr } = await exported(args);
    expect({ code, stdout, problem: stderr.slice(0, stderr.indexOf(':')) }).toEqual({ code: 1, stdout: '', problem });
  });

  it('takes no page whose bytes are not those of its digest', async () => {
    const out = fileIn('spoilt.ndjson');
    const { url, close } = await door(99, (bytes) =>
      Buffer.from(bytes.toString().replace('CaseClosed', 'CaseOpened').replace('Decision', 'decision')),
    );
    const { code, stderr } = await exported(['events', '--out', out], url);
    close();
    expect([code, stderr.slice(0, 15)]).toEqual([1, 'digest-mismatch']);
    expect(await readFile(out, 'utf8')).toBe('');
  });
});
