import { execFile } from 'node:child_process';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { launch, launchReady, tokenOf, type ReadyLaunched } from '../acceptance/launched.js';
import { startDocumentNode, startEventNode } from '../support/nodes.js';
import { temporaryFolder, type RunningProcess } from '../support/process.js';
import { quietPort } from '../support/quiet-port.js';
import { communalWalk } from '../support/walk.js';

/** Every timer of the client of MongoDB is shorter than the outage; those of the event store are 5 s. */
const timers = 'heartbeatFrequencyMS=500&serverSelectionTimeoutMS=1000&connectTimeoutMS=1000&socketTimeoutMS=2000';
const outageMs = 12_000;

type Store = 'documents' | 'events';
const stores = ['documents', 'events'] as const;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const outside = new Map<Store, RunningProcess>();
let system: ReadyLaunched | null = null;

const begin = async (): Promise<void> => {
  folder = await temporaryFolder();
};
const end = async (): Promise<void> => {
  await system?.stop();
  system = null;
  for (const store of outside.values()) await store.stop();
  outside.clear();
  await folder.remove();
};

const startOutside = async (store: Store, port: number): Promise<string> => {
  const start = store === 'documents' ? startDocumentNode : startEventNode;
  const started = await start(`${folder.path}/outside-${store}`, port);
  outside.set(store, started);
  return store === 'documents' ? `${started.url}&${timers}` : started.url;
};
/** Sends a signal to the process of a store. */
const signalled = (store: Store, signal: NodeJS.Signals): void => {
  outside.get(store)?.child.kill(signal);
};
const addressed = (store: Store, url: string): NodeJS.ProcessEnv =>
  store === 'documents' ? { MONGODB_URL: url } : { EVENTSTORE_URL: url };

type Sent = Readonly<{ method?: string; role: string; body?: object; key?: string }>;

const send = async (path: string, { method = 'GET', role, body, key }: Sent): Promise<Answered> => {
  if (system === null) throw new Error('nothing has been launched');
  const headers = {
    authorization: `Bearer ${tokenOf(system, role)}`,
    ...(body && { 'content-type': 'application/json' }),
    ...(key && { 'idempotency-key': key }),
  };
  const answer = await fetch(`${system.ready.url}${path}`, {
    method,
    headers,
    body: body ? JSON.stringify(body) : null,
  });
  // A test looks at whatever the api answers.
  return { status: answer.status, body: (await answer.json()) as Body };
};
type Body = Readonly<Record<string, unknown>> & Readonly<{ items: readonly Readonly<{ caseId: string }>[] }>;
type Answered = Readonly<{ status: number; body: Body }>;

/** Shows nobody in clear: who looks at persons is put on record first, which needs the event store. */
const list = (): Promise<Answered> => send('/api/v1/cases?limit=100&unmask=false', { role: 'caseworker' });
const file = (body: object, key: string): Promise<Answered> =>
  send('/api/v1/cases', { method: 'POST', role: 'front-desk', body, key });
const untilAnswered = async (ask: () => Promise<boolean>): Promise<void> => {
  while (!(await ask())) await after(50);
};

/** `ops verify` on the running system: its exit code and what it says. */
const verified = (): Promise<string> =>
  new Promise((resolve) => {
    const args = ['dist/apps/ops/src/main.js', 'verify', '--api', system?.ready.url ?? ''];
    const env = { ...process.env, SHANYRAQ_DATA: `${folder.path}/data` };
    execFile(process.execPath, args, { env }, (error, stdout) => resolve(`${error?.code ?? 0}\n${stdout}`));
  });

/** What needs only the other store goes on; what needs this one says so; monitoring needs both. */
const during: Readonly<Record<Store, Readonly<{ checks: object; list: number; audit: number; monitoring: number }>>> = {
  documents: {
    checks: { 'event-store': 'up', 'read-models': 'down', documents: 'down', 'log-and-read-models': 'up' },
    list: 503,
    audit: 200,
    monitoring: 503,
  },
  events: {
    checks: { 'event-store': 'down', 'read-models': 'up', documents: 'up', 'log-and-read-models': 'up' },
    list: 200,
    audit: 503,
    monitoring: 503,
  },
};

const stateIn = async (caseId: string): Promise<object> => {
  const ready = await send('/health/ready', { role: 'caseworker' });
  const checks = ready.body['checks'] as readonly Readonly<{ name: string; status: string }>[];
  return {
    checks: Object.fromEntries(checks.map(({ name, status }) => [name, status])),
    list: (await list()).status,
    audit: (await send(`/api/v1/audit/cases/${caseId}/state`, { role: 'auditor' })).status,
    monitoring: (await send('/api/v1/monitoring/projections', { role: 'quality-monitor' })).status,
  };
};

describe('an outage longer than every timer', () => {
  const ports = new Map<Store, number>();

  beforeAll(async () => {
    await begin();
    let addresses: NodeJS.ProcessEnv = {};
    for (const store of stores) {
      const port = await quietPort();
      ports.set(store, port);
      addresses = { ...addresses, ...addressed(store, await startOutside(store, port)) };
    }
    system = await launchReady(`${folder.path}/data`, [], addresses);
  }, 120_000);
  afterAll(end, 60_000);

  it.each([
    ['documents', 'SIGKILL'],
    ['documents', 'SIGSTOP'],
    ['events', 'SIGKILL'],
    ['events', 'SIGSTOP'],
  ] as const)(
    'of the %s store by %s ends no process, stops only what needs it, and loses nothing',
    async (store, signal) => {
      const key = `filed-in-the-outage-of-${store}-by-${signal}`;
      const before = (await list()).body.items.map(({ caseId }) => caseId);
      const caseId = before[0] ?? '';
      const body = communalWalk(randomUUID())[0]?.body ?? {};
      expect(await stateIn(caseId)).toEqual({
        checks: { 'event-store': 'up', 'read-models': 'up', documents: 'up', 'log-and-read-models': 'up' },
        list: 200,
        audit: 200,
        monitoring: 200,
      });

      signalled(store, signal);
      await untilAnswered(async () => (await send('/health/ready', { role: 'caseworker' })).status === 503);
      const over = after(outageMs);
      expect(await stateIn(caseId)).toEqual(during[store]);
      const filed = await file(body, key);
      expect([201, 503]).toContain(filed.status);
      await over;
      expect(await stateIn(caseId)).toEqual(during[store]);

      if (signal === 'SIGSTOP') signalled(store, 'SIGCONT');
      else await startOutside(store, ports.get(store) ?? 0);
      await untilAnswered(async () => (await send('/health/ready', { role: 'caseworker' })).status === 200);
      const again = await file(body, key);
      expect(again.status).toBe(201);
      const fresh = String(again.body['caseId']);
      await untilAnswered(async () => (await list()).body.items.some((row) => row.caseId === fresh));
      const shown = (await list()).body.items.map((row) => row.caseId);
      expect(shown.toSorted()).toEqual([...before, fresh].toSorted());
      expect(await verified()).toMatch(/^0\n/);
      expect(system?.stderr()).not.toContain('ended unexpectedly');
    },
    180_000,
  );
});

describe('a start while a store is away', () => {
  beforeEach(begin);
  afterEach(end);

  it.each(stores)(
    'of the %s waits for it, says so, and is ready once it is there',
    async (store) => {
      const port = await quietPort();
      const url =
        store === 'documents'
          ? `mongodb://127.0.0.1:${port}/?directConnection=true&retryWrites=false&${timers}`
          : `esdb://127.0.0.1:${port}?tls=false`;
      const [variable, name] = store === 'documents' ? ['MONGODB_URL', 'MongoDB'] : ['EVENTSTORE_URL', 'EventStoreDB'];
      const launched = launch(`${folder.path}/data`, ['--no-seed'], addressed(store, url));
      await launched.hears(
        `${variable} names a server that does not answer: 127.0.0.1:${port} (connection refused). ` +
          `Start it, correct ${variable}, or unset it to use the embedded store. It is waited for.`,
      );
      for (const part of ['api', 'projector'])
        await launched.hears(
          `The ${part} cannot begin yet: ${name} does not answer at the address in ${variable}: ` +
            'start it, or correct the address; it is waited for.',
        );
      await startOutside(store, port);
      system = { ...launched, ready: await launched.isReady };
      expect((await list()).status).toBe(200);
      expect(launched.stderr()).not.toContain('ended unexpectedly');
    },
    120_000,
  );
});
