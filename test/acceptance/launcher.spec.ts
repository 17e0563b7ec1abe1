import { existsSync } from 'node:fs';
import { watch, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fetchByContract } from '../support/contract.js';
import { startEventNode } from '../support/nodes.js';
import { temporaryFolder } from '../support/process.js';
import { childrenOf, gone, launch, launchReady, processesNaming, tokenOf, type ReadyLaunched } from './launched.js';

const sampleCases = 12;

type Listed = Readonly<{ caseId: string; stage: string; status: string }>;

/** The worklist as an auditor sees it, once it includes a position where one is given. */
const worklist = async (system: ReadyLaunched, position?: number): Promise<readonly Listed[]> => {
  const response = await fetchByContract(`${system.ready.url}/api/v1/cases?limit=50`, {
    headers: {
      authorization: `Bearer ${tokenOf(system, 'auditor')}`,
      ...(position !== undefined && { 'x-min-position': String(position), prefer: 'wait=10' }),
    },
  });
  expect(response.status).toBe(200);
  // The api's own contract.
  return ((await response.json()) as { items: readonly Listed[] }).items;
};

type Sent = Readonly<{ status: number; position: number; code: string | undefined }>;

/** What a caseworker sends to a case. */
const sent = async (system: ReadyLaunched, caseId: string, path: string, body: object): Promise<Sent> => {
  const response = await fetchByContract(`${system.ready.url}/api/v1/cases/${caseId}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${tokenOf(system, 'caseworker')}`,
      'content-type': 'application/json',
      'idempotency-key': `${path}-${caseId}`,
    },
    body: JSON.stringify(body),
  });
  // The api's own contract: a refusal has a code.
  const { code } = (await response.json()) as { code?: string };
  return { status: response.status, position: Number(response.headers.get('x-log-position')), code };
};

const idsOf = (cases: readonly Listed[]): readonly string[] => cases.map(({ caseId }) => caseId).toSorted();

describe('a first start', () => {
  let data: { path: string; remove: () => Promise<void> };
  let first: ReadyLaunched;
  let cases: readonly Listed[];

  beforeAll(async () => {
    data = await temporaryFolder();
    first = await launchReady(data.path);
    cases = await worklist(first);
  }, 60_000);

  afterAll(async () => {
    first.child.kill('SIGKILL');
    await first.ended;
    await data.remove();
  });

  it('enters a handful of cases at different stages', () => {
    expect(cases).toHaveLength(sampleCases);
    expect([...new Set(cases.map(({ status }) => status))].toSorted()).toEqual([
      'AGREEMENT_CONCLUDED',
      'AGREEMENT_OFFERED',
      'COMMISSION_FORMED',
      'CONCLUDED',
      'DEED_SIGNED',
      'EXAMINED',
      'PAID',
      'REFUSED',
      'REGISTERED',
      'REJECTED',
      'SUBMITTED',
    ]);
  });

  it('prints the addresses, a token for each role, and loudly that the stores are embedded', () => {
    expect(first.stdout()).toContain(`${first.ready.url}/api/v1`);
    expect(first.stdout()).toContain(
      `!! EMBEDDED: the event store and the document store run inside this command, on ${data.path}.`,
    );
    expect(first.stdout().match(/^ {4}[a-z-]+ +eyJ\S+$/gm)).toHaveLength(13);
  });

  it('says so on the health page, too', async () => {
    const response = await fetchByContract(`${first.ready.url}/health/ready`);
    expect(await response.json()).toMatchObject({ status: 'up', embeddedStores: ['event store', 'document store'] });
  });

  it('holds its folder: a second copy on it is told so, and ends with exit code 1', async () => {
    const second = launch(data.path);
    expect(await second.ended).toBe(1);
    expect(second.stderr()).toBe(
      `Another copy runs on ${data.path}: stop it, or choose another folder with SHANYRAQ_DATA.\n`,
    );
  });

  it('holds its port: a second copy on it is told so, and ends with exit code 1', async () => {
    const other = await temporaryFolder();
    const port = new URL(first.ready.url).port;
    const second = launch(other.path, [], { PORT: port });
    expect(await second.ended).toBe(1);
    expect(second.stderr()).toBe(`Port ${port} is in use: stop what listens there, or choose another with PORT.\n`);
    expect(processesNaming(other.path)).toEqual([]);
    await other.remove();
  }, 30_000);

  it('stops cleanly on Ctrl-C, keeps what was entered over a restart, and begins anew when asked', async () => {
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    expect(processesNaming(data.path)).toEqual([]);
    expect(first.stderr()).toBe('');
    expect(existsSync(join(data.path, 'running-system.json'))).toBe(false);

    const second = await launchReady(data.path);
    expect(idsOf(await worklist(second))).toEqual(idsOf(cases));
    expect(second.stdout()).not.toContain('sample cases were entered');
    expect(await second.stop()).toBe(0);

    const third = await launchReady(data.path, ['--fresh']);
    const anew = await worklist(third);
    expect(anew).toHaveLength(sampleCases);
    expect(idsOf(anew).filter((id) => idsOf(cases).includes(id))).toEqual([]);
    expect(await third.stop()).toBe(0);
  }, 90_000);
});

describe('a system under a launcher', () => {
  let data: { path: string; remove: () => Promise<void> };
  let system: ReadyLaunched;

  beforeEach(async () => {
    data = await temporaryFolder();
  });

  afterEach(async () => {
    system.child.kill('SIGKILL');
    await system.ended;
    await data.remove();
  });

  it('starts every process again that is killed, and goes on working', async () => {
    system = await launchReady(data.path);
    const cases = await worklist(system);
    const entries = {
      'event store': 'event-node/main.js',
      'document store': 'document-node/main.js',
      'state registers': 'state-registers/main.js',
      'monitoring system': 'monitoring-system/main.js',
      projector: 'projector/src',
      api: 'api/src',
    };
    for (const [name, entry] of Object.entries(entries)) {
      const victim = childrenOf(system.child.pid ?? 0).find(({ command }) => command.includes(entry));
      process.kill(victim?.pid ?? 0, 'SIGKILL');
      await system.hears(`The ${name} ended unexpectedly (SIGKILL); starting it again in 250 ms (1 of 5).`);
      await system.hears(`The ${name} runs again.`);
    }
    const submitted = cases.find(({ status }) => status === 'SUBMITTED')?.caseId ?? '';
    // The registers are asked before the registration, and the provider signs what came through the portal.
    expect((await sent(system, submitted, '/state-data/family/query', {})).status).toBe(200);
    const eds = { certificateSerial: '6f1c2d', signedAt: new Date().toISOString() };
    const answer = await sent(system, submitted, '/registration', { registrationNumber: 'REG-LAUNCHER', eds });
    expect(answer).toEqual({ status: 200, position: expect.any(Number), code: undefined });
    const after = await worklist(system, answer.position);
    expect(after.find(({ caseId }) => caseId === submitted)?.status).toBe('REGISTERED');
    expect(idsOf(after)).toEqual(idsOf(cases));
    expect(await system.stop()).toBe(0);
  }, 120_000);

  it('leaves nothing running when the launcher is killed, and starts again on the same folder', async () => {
    system = await launchReady(data.path);
    const cases = await worklist(system);
    const children = childrenOf(system.child.pid ?? 0);
    expect(children).toHaveLength(6);
    system.child.kill('SIGKILL');
    await system.ended;
    await gone(children);

    system = await launchReady(data.path);
    expect(idsOf(await worklist(system))).toEqual(idsOf(cases));
    expect(await system.stop()).toBe(0);
  }, 90_000);

  it('goes on with a seeding in which it was killed, and enters nothing twice', async () => {
    const changes = watch(data.path);
    const interrupted = launch(data.path);
    for await (const { filename } of changes) if (filename === 'seeding-unfinished') break;
    const children = childrenOf(interrupted.child.pid ?? 0);
    interrupted.child.kill('SIGKILL');
    await gone(children);
    expect(existsSync(join(data.path, 'seeding-unfinished'))).toBe(true);

    system = await launchReady(data.path);
    expect(await worklist(system)).toHaveLength(sampleCases);
    expect(await system.stop()).toBe(0);
  }, 90_000);

  it('takes a real event store by its address alone, and says where the keys are', async () => {
    const store = await startEventNode(join(data.path, 'elsewhere'));
    const withPassword = store.url.replace('://', '://admin:topsecret@');
    system = await launchReady(join(data.path, 'data'), [], { EVENTSTORE_URL: withPassword });
    expect(system.ready.eventStoreUrl).toBe(store.url.replace('://', '://***@'));
    expect(await worklist(system)).toHaveLength(sampleCases);
    expect(system.stdout()).toContain('!! EMBEDDED: the document store runs inside this command');
    expect(system.stdout()).toContain(`The keys that personal data are sealed with lie in ${join(data.path, 'data')}`);
    expect(system.stdout() + system.stderr()).not.toContain('topsecret');
    expect(childrenOf(system.child.pid ?? 0)).toHaveLength(5);
    expect(await system.stop()).toBe(0);
    await store.stop();
  }, 90_000);
});

describe('npm start', () => {
  it('runs the launcher, and stops everything when npm is told to stop', async () => {
    const data = await temporaryFolder();
    const npm = launch(data.path, ['--no-seed'], {}, ['npm', 'start', '--']);
    await npm.isReady;
    const running = processesNaming(data.path);
    expect(running.map(({ command }) => /(event|document)-node/.exec(command)?.[0]).toSorted()).toEqual([
      'document-node',
      'event-node',
    ]);
    npm.child.kill('SIGTERM');
    await gone(running);
    await data.remove();
  }, 240_000);
});

describe('a start that cannot succeed', () => {
  let data: { path: string; remove: () => Promise<void> };

  beforeAll(async () => {
    data = await temporaryFolder();
  });

  afterAll(() => data.remove());

  const sentence = async (env: NodeJS.ProcessEnv, args: readonly string[] = []): Promise<string> => {
    const launched = launch(data.path, args, env);
    expect(await launched.ended).toBe(1);
    expect(launched.stdout()).toBe('');
    return launched.stderr();
  };

  it('refuses the embedded stores in production', async () => {
    expect(await sentence({ NODE_ENV: 'production' })).toMatch(
      /^The configuration cannot be used: EVENTSTORE_URL is required in production; MONGODB_URL is required in production;.*\.\n$/,
    );
  });

  it('names a flag that there is not', async () => {
    expect(await sentence({}, ['--refresh'])).toMatch(/--refresh.*Options: --fresh, --no-seed, --verbose, --help\.\n$/);
  });

  it('passes on what a store says of a folder that it cannot use', async () => {
    await writeFile(join(data.path, 'event-node'), 'a file where a folder should be');
    expect(await sentence({})).toContain(join(data.path, 'event-node'));
  }, 30_000);
});
