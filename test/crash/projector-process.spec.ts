import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseView, collectionOf, projections, worklist } from '@app/read-models';
import { paidCase, submitted } from '../../libs/read-models/src/testing/case-history.js';
import { startProcess } from '../support/process.js';
import { ended, startWorld, type World } from './projector-world.js';

let world: World;

beforeAll(async () => {
  world = await startWorld();
}, 60_000);
afterAll(() => world.close());

const at = '2024-03-04T10:00:00+05:00';
const claim = (dwellingId: string, caseId: string) =>
  ({ type: 'DwellingClaimed', data: { dwellingId, caseId, at } }) as const;

describe('a running projector', () => {
  it('shows what was written, and tells its health and its measurements', async () => {
    const projector = await world.startProjector();
    const { position } = await world.record('case-c1', [submitted('c1')]);
    expect(await world.readModels.waitForPosition(position, 10_000)).toEqual({ reached: true, position });
    expect((await world.readModels.cases.byId('c1'))?.status).toBe('SUBMITTED');

    const ready = await fetch(`${projector.url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      {
        status: 'up',
        checks: [
          { name: 'mongodb', status: 'up' },
          { name: 'documents', status: 'up' },
          { name: 'eventstore', status: 'up' },
          { name: 'proof-log', status: 'up' },
          { name: 'log-and-read-models', status: 'up' },
        ],
        warnings: [],
        embeddedStores: [],
        projections: projections.map(({ name, version }) => ({
          name,
          version,
          position,
          lagSeconds: expect.any(Number),
          lagEvents: 0,
          quarantined: 0,
        })),
        proofLog: expect.objectContaining({ trouble: null, signed: null, witnesses: [] }),
      },
    ]);
    const measurements = await (await fetch(`${projector.url}/metrics`)).text();
    expect(measurements).toContain(
      `shanyraq_projection_position{projection="worklist-v${worklist.version}",service="projector"} ${position}`,
    );
    expect(measurements).toContain('shanyraq_projector_events_total{service="projector"} 1');
    expect((await fetch(`${projector.url}/health/live`)).status).toBe(200);
    expect((await fetch(`${projector.url}/anything`)).status).toBe(404);
    expect(await projector.stop()).toBe(0);
  });

  it('ends when the process that started it is gone', async () => {
    const projector = await world.startProjector();
    projector.child.disconnect();
    expect(await ended(projector)).toBe(0);
  });

  it('releases claims whose case never came or has closed, once, and no others', async () => {
    await world.record('dwelling-d1', [claim('d1', 'paid')]);
    await world.record('case-paid', paidCase('paid'));
    await world.record('dwelling-d2', [claim('d2', 'never')]);
    await world.record('dwelling-d3', [claim('d3', 'open')]);
    await world.record('case-open', [submitted('open')]);
    const env = { CLAIM_GRACE_SECONDS: '0', RECONCILE_SECONDS: '0' };
    const projectors = [await world.startProjector(env), await world.startProjector(env)];
    await until(async () => (await world.readModels.claims.heldAfter(null)).length === 1);

    expect(await world.readModels.claims.heldAfter(null)).toMatchObject([{ dwellingId: 'd3', caseId: 'open' }]);
    const eventsOf = async (stream: string): Promise<unknown> =>
      (await world.eventStore.read(stream)).map(({ type, data }) => [type, data['caseId'], data['reason']]);
    expect(await eventsOf('dwelling-d1')).toEqual([
      ['DwellingClaimed', 'paid', undefined],
      ['DwellingReleased', 'paid', 'CASE_CLOSED'],
    ]);
    expect(await eventsOf('dwelling-d2')).toEqual([
      ['DwellingClaimed', 'never', undefined],
      ['DwellingReleased', 'never', 'CASE_NEVER_CAME'],
    ]);
    for (const projector of projectors) await projector.stop();
  }, 60_000);

  it('leaves a claim that is still young', async () => {
    await world.record('dwelling-d4', [claim('d4', 'soon')]);
    await world.record('dwelling-d5', [claim('d5', 'paid-too')]);
    const { position } = await world.record('case-paid-too', paidCase('paid-too'));
    const projector = await world.startProjector({ CLAIM_GRACE_SECONDS: '600', RECONCILE_SECONDS: '0' });
    await world.readModels.waitForPosition(position, 10_000);
    await until(async () => (await world.readModels.claims.holderOf('d5')) === null);
    expect(await world.readModels.claims.holderOf('d4')).toBe('soon');
    await projector.stop();
  }, 60_000);
});

describe('a case that the read models lack', () => {
  it('is looked for in the log before its claim is released', async () => {
    const env = { CLAIM_GRACE_SECONDS: '0', RECONCILE_SECONDS: '0' };
    await world.record('dwelling-d6', [claim('d6', 'held-back')]);
    const { position } = await world.record('case-held-back', [submitted('held-back')]);
    const first = await world.startProjector();
    await world.readModels.waitForPosition(position, 10_000);
    await first.stop();
    await world.readModels.database.collection<{ _id: string }>(collectionOf(caseView)).deleteOne({ _id: 'held-back' });

    await world.record('dwelling-d7', [claim('d7', 'never-too')]);
    const second = await world.startProjector(env);
    await until(async () => (await world.readModels.claims.holderOf('d7')) === null && (await hasReleased('d7')));
    expect(await world.readModels.claims.holderOf('d6')).toBe('held-back');
    await second.stop();
  }, 60_000);

  const hasReleased = async (dwellingId: string): Promise<boolean> =>
    (await world.eventStore.read(`dwelling-${dwellingId}`)).some(({ type }) => type === 'DwellingReleased');
});

describe('a projector whose document store is gone', () => {
  it('lives, is not ready, and is ready again when it is back', async () => {
    const projector = await world.startProjector();
    const statusOf = async (path: string): Promise<number> => (await fetch(`${projector.url}${path}`)).status;
    await world.killDocuments();
    expect([await statusOf('/health/ready'), await statusOf('/health/live'), await statusOf('/metrics')]).toEqual([
      503, 200, 200,
    ]);
    await world.restartDocuments();
    await until(async () => (await statusOf('/health/ready')) === 200);
    expect(await projector.stop()).toBe(0);
  }, 60_000);
});

describe('a projector whose document store is frozen', () => {
  it('ends when it is asked to, without its answer', async () => {
    const projector = await world.startProjector();
    world.freezeDocuments();
    expect(await projector.stop()).toBe(0);
    await world.killDocuments();
    await world.restartDocuments();
  }, 25_000);
});

describe('a projector that starts while a store is away', () => {
  it('says which one it waits for, and is ready once that is there', async () => {
    await world.killDocuments();
    const waiting: string[] = [];
    const starting = world.startProjector({}, (sentence) => waiting.push(sentence));
    await until(async () => waiting.length > 0);
    expect(waiting[0]).toBe(
      'MongoDB does not answer at the address in MONGODB_URL: start it, or correct the address; it is waited for',
    );
    await world.restartDocuments();
    const projector = await starting;
    expect((await fetch(`${projector.url}/health/ready`)).status).toBe(200);
    expect(await projector.stop()).toBe(0);
  }, 60_000);

  it('is stopped at once', async () => {
    const projector = spawn(process.execPath, ['dist/apps/projector/src/main.js'], {
      env: { ...process.env, ...nowhere, PROJECTOR_PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(projector.stdout, 'data');
    projector.kill('SIGTERM');
    expect(await once(projector, 'exit')).toEqual([0, null]);
  }, 60_000);
});

const nowhere = {
  EVENTSTORE_URL: 'esdb://127.0.0.1:9?tls=false',
  MONGODB_URL: 'mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=200',
};

describe('a projector that cannot start', () => {
  const lastWords = async (env: NodeJS.ProcessEnv): Promise<string> => {
    try {
      const started = await startProcess('dist/apps/projector/src/main.js', [], { PROJECTOR_PORT: '0', ...env });
      await started.stop();
      return 'it started';
    } catch (error) {
      return String(error);
    }
  };
  it('names everything that is wrong with its settings', async () => {
    const words = await lastWords({ ...nowhere, PROJECTOR_PORT: 'http', CLAIM_GRACE_SECONDS: '-1' });
    expect(words).toContain('PROJECTOR_PORT must be a whole number from 0 to 65535');
    expect(words).toContain('CLAIM_GRACE_SECONDS must be a whole number from 0 to 86400');
  });

  it('says that its port is taken, and how to choose another', async () => {
    const first = await world.startProjector();
    const { port } = new URL(first.url);
    await expect(world.startProjector({ PROJECTOR_PORT: port })).rejects.toThrow(
      `port ${port} is in use: stop what listens there, or choose another with PROJECTOR_PORT`,
    );
    await first.stop();
  });
});

/** Waits for something that another process does; the test's own limit ends it. */
const until = async (reached: () => Promise<boolean>): Promise<void> => {
  while (!(await reached())) await new Promise((resolve) => setTimeout(resolve, 20));
};
