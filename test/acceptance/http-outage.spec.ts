import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { startProcess, temporaryFolder } from '../support/process.js';
import { startSystem, type Answer, type System } from '../support/system.js';
import { communalWalk, sendStep } from '../support/walk.js';

let system: System;
beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

const submission = () => communalWalk(randomUUID())[0]!;
const problem = ({ status, body }: Answer) => `${status} ${body.code}`;

describe('while the event store is away', () => {
  it('a command is 503, to be tried again; the same request is carried out once it is back', async () => {
    const step = submission();
    await system.kill('events');
    const during = await sendStep(system, null, step, 'outage-1');
    expect(problem(during)).toBe('503 store-unavailable');
    expect(during.headers.get('retry-after')).toBe('1');
    const ready = await system.send('GET', '/health/ready', { token: null });
    expect([ready.status, ready.body.status, ready.body.checks]).toEqual([
      503,
      'down',
      [
        { name: 'event-store', status: 'down' },
        { name: 'read-models', status: 'up' },
        { name: 'documents', status: 'up' },
        { name: 'log-and-read-models', status: 'up' },
      ],
    ]);

    await system.start('events');
    const after = await sendStep(system, null, step, 'outage-1');
    expect(after.status).toBe(201);
    expect((await sendStep(system, null, step, 'outage-1')).body).toEqual(after.body);
    expect((await system.send('GET', '/health/ready', { token: null })).status).toBe(200);
  }, 90_000);
});

describe('while the document store is away', () => {
  it('a query is 503 and works again once it is back', async () => {
    const { body } = await sendStep(system, null, submission());
    const asking = { minPosition: body.position, waitSeconds: 10 };
    expect((await system.get(`/cases/${body.caseId}`, asking)).status).toBe(200);
    await system.kill('documents');
    expect(problem(await system.get(`/cases/${body.caseId}`))).toBe('503 store-unavailable');
    await system.start('documents');
    expect((await system.get(`/cases/${body.caseId}`)).status).toBe(200);
  }, 90_000);
});

describe('a start while the event store is away', () => {
  it('waits for it, says so, and is ready once it is back', async () => {
    await system.kill('events');
    const waiting: string[] = [];
    const starting = system.startSecondApi({}, (sentence) => waiting.push(sentence));
    while (waiting.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(waiting[0]).toBe(
      'EventStoreDB does not answer at the address in EVENTSTORE_URL: start it, or correct the address; it is waited for',
    );
    await system.start('events');
    const copy = await starting;
    const base = copy.url;
    expect((await system.send('GET', '/health/ready', { token: null, base })).status).toBe(200);
    expect(await copy.stop()).toBe(0);
  }, 60_000);
});

describe('a process that is asked to stop', () => {
  it('answers what is in flight, and ends with 0', async () => {
    const copy = await system.startSecondApi();
    const inFlight = Array.from({ length: 8 }, () =>
      system.send('POST', '/api/v1/cases', { role: 'front-desk', base: copy.url }, submission().body),
    );
    await Promise.any(inFlight);
    const [code, ...answers] = await Promise.all([copy.stop(), ...inFlight]);
    expect(code).toBe(0);
    expect(answers.map(({ status }) => status).filter((status) => status !== 201 && status !== 503)).toEqual([]);
    for (const { body } of answers.filter(({ status }) => status === 201)) {
      const asking = { minPosition: body.position, waitSeconds: 10 };
      expect((await system.get(`/cases/${body.caseId}`, asking)).status).toBe(200);
    }
  }, 60_000);

  it('stops when the process that started it is gone', async () => {
    const copy = await system.startSecondApi();
    const exit = new Promise((resolve) => copy.child.once('exit', resolve));
    copy.child.disconnect();
    expect(await exit).toBe(0);
  }, 60_000);
});

describe('a start that cannot succeed says what to do', () => {
  const start = async (env: NodeJS.ProcessEnv): Promise<string> => {
    const folder = await temporaryFolder();
    const stores = { EVENTSTORE_URL: system.url('events'), MONGODB_URL: system.url('documents') };
    const started = startProcess('dist/apps/api/src/main.js', [], {
      ...stores,
      SHANYRAQ_DATA: folder.path,
      PORT: '0',
      ...env,
    });
    const said = await started.then(
      async (running) => {
        await running.stop();
        return 'it started';
      },
      (error: unknown) => String(error),
    );
    await folder.remove();
    return said.slice(said.indexOf('ready: ') + 'ready: '.length).trim();
  };

  it('where a port is in use', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    // a listening TCP server has an address of this kind
    const { port } = taken.address() as AddressInfo;
    const said = await start({ PORT: String(port), MASTER_KEY_FILE: `${system.dataFolder}/master.key` });
    taken.close();
    expect(said).toBe(`port ${port} is in use: stop what listens there, or choose another with PORT`);
  }, 60_000);

  it('where an address is missing', async () => {
    expect(await start({ EVENTSTORE_URL: '', MONGODB_URL: '' })).toBe(
      [
        'the configuration cannot be used:',
        '  - EVENTSTORE_URL is missing; `npm start` starts an embedded node and passes it on',
        '  - MONGODB_URL is missing; `npm start` starts an embedded node and passes it on',
      ].join('\n'),
    );
  }, 60_000);

  it('in production without its addresses, its issuer and its key', async () => {
    const said = await start({ NODE_ENV: 'production', EVENTSTORE_URL: '', MONGODB_URL: '' });
    expect(said.split('\n').slice(1)).toEqual([
      '  - EVENTSTORE_URL is required in production',
      '  - MONGODB_URL is required in production',
      '  - OIDC_ISSUER is required in production',
      '  - OIDC_AUDIENCE is required in production',
      '  - MASTER_KEY_FILE is required in production',
      '  - PROOF_LOG_ORIGIN is required in production',
    ]);
  }, 60_000);
});
