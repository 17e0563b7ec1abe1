import { once } from 'node:events';
import { cp, rename } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseView, collectionOf, connectReadModels, type ReadModels } from '@app/read-models';
import { ops } from '../acceptance/ops-command.js';
import { walkedCase } from '../support/case-walks.js';
import { quietPort } from '../support/quiet-port.js';
import { startSystem, type System } from '../support/system.js';
import { communalWalk, sendStep } from '../support/walk.js';
import { ended } from './projector-world.js';

let system: System;
let monitoring: Server;
let readModels: ReadModels;
/** What the monitoring information system answers, and the records that it took. */
const outside = { status: 503, taken: new Map<string, number>() };

beforeAll(async () => {
  const port = await quietPort();
  monitoring = createServer((request, response) => {
    const id = request.url?.split('/').at(-1) ?? '';
    if (outside.status < 300) outside.taken.set(id, (outside.taken.get(id) ?? 0) + 1);
    request.resume();
    response.writeHead(outside.status).end();
  }).listen(port, '127.0.0.1');
  await once(monitoring, 'listening');
  system = await startSystem({ env: { MONITORING_SYSTEM_URL: `http://127.0.0.1:${port}` } });
  readModels = await connectReadModels(system.url('documents'));
}, 60_000);
afterAll(async () => {
  await readModels.close();
  await system.stop();
  monitoring.closeAllConnections();
  monitoring.close();
});

const walkOf = (dwelling: string, steps: number) => walkedCase(system, communalWalk(dwelling).slice(0, steps));
const partitions = () =>
  readModels.database.collection<{ _id: number; checkpoints: Record<string, { position: number }> }>('partitions');

/** What readiness says of api and projector: the statuses, and the words of each. */
const readiness = async () => {
  const urls = [`${system.url()}/health/ready`, `${system.url('projector')}/health/ready`];
  const answers = await Promise.all(urls.map((url) => fetch(url)));
  const bodies = (await Promise.all(answers.map((answer) => answer.json()))) as { warnings?: string[] }[];
  return answers.map(({ status }, index) => `${status} ${bodies[index]?.warnings?.join() ?? ''}`);
};

/** The checks that fail. */
const failing = async (): Promise<readonly string[]> => {
  const urls = [`${system.url()}/health/ready`, `${system.url('projector')}/health/ready`];
  const bodies = await Promise.all(urls.map(async (url) => (await (await fetch(url)).json()) as { checks: Check[] }));
  const down = bodies.flatMap(({ checks }) => checks.filter(({ status }) => status !== 'up'));
  return down.map(({ name }) => name);
};

/** Waits until these checks fail and no others, and answers those that do. */
const failingAre = async (wanted: readonly string[]): Promise<readonly string[]> => {
  for (let look = 0; ; look += 1) {
    const told = await failing();
    if (told.join() === wanted.join() || look > 150) return told;
    await after(100);
  }
};
type Check = Readonly<{ name: string; status: string }>;

/** Waits until readiness of both is as wanted, and answers it. */
const readyAs = async (wanted: RegExp): Promise<readonly string[]> => {
  for (let look = 0; ; look += 1) {
    const told = await readiness();
    if (told.every((one) => wanted.test(one)) || look > 150) return told;
    await after(100);
  }
};

/** Stops the event store, does something to its folder, and starts it again. */
const withLogDown = async (work: () => Promise<unknown>): Promise<void> => {
  await system.process('events').stop();
  await work();
  await system.start('events');
};

const restart = async (): Promise<void> => {
  for (const part of ['api', 'projector'] as const) {
    await system.process(part).stop();
    await system.start(part);
  }
};

describe('rows of deliveries', () => {
  it('that nobody of ours wrote are never taken for sent: they are put aside and named, and the records are sent', async () => {
    await (await walkOf('FORGED', 9)).view();
    const deliveries = readModels.database.collection<{ _id: string; state: string }>('stage-deliveries');
    for (let look = 0; (await deliveries.countDocuments()) < 2 && look < 100; look += 1) await after(100);
    await system.process('projector').stop();
    const [one = '', other = ''] = (await deliveries.find().sort({ _id: 1 }).toArray()).map(({ _id: id }) => id);
    await deliveries.updateOne({ _id: one }, { $set: { state: 'SENT', settledAt: '2025-03-03T06:00:00.000Z' } });
    await deliveries.deleteOne({ _id: other });

    outside.status = 200;
    await system.start('projector');
    for (let look = 0; outside.taken.size < 2 && look < 150; look += 1) await after(100);
    expect([...outside.taken.keys()].toSorted()).toEqual([one, other].toSorted());
    const told = await system.get('/monitoring/outbound', { role: 'auditor', office: null });
    expect(told.body).toMatchObject({ forged: 1, dead: 0 });
    const aside = await readModels.database.collection('forged-deliveries').find().toArray();
    expect(aside).toMatchObject([{ recordId: one, state: 'SENT' }]);
  }, 60_000);
});

describe('a checkpoint that was moved by hand', () => {
  const name = collectionOf(caseView);
  const path = `checkpoints.${name}.position`;

  it.each([
    ['forward', 1_000_000],
    ['back', -1],
  ])(
    '%s is noticed at a start and named, and nothing is answered until it is put right',
    async (_, by) => {
      const { caseId, view } = await walkOf(`MOVED${by}`, 2);
      await view();
      await system.process('projector').stop();
      const before = (await partitions().findOne({ _id: 3 }))!.checkpoints[name]!.position;
      await partitions().updateOne({ _id: 3 }, { $set: { [path]: before + by } });
      await system.start('projector');
      const words = `a checkpoint was not written by this system, so documents may be missing: ${name} in partition 3`;
      expect(await readyAs(/^503 a checkpoint/)).toEqual([
        expect.stringContaining(words),
        expect.stringContaining(words),
      ]);
      const answer = await system.get(`/cases/${caseId}`);
      expect([answer.status, answer.body.code, answer.body.detail]).toEqual([
        503,
        'stores-differ',
        expect.stringContaining(words),
      ]);

      await partitions().updateOne({ _id: 3 }, { $set: { [path]: before } });
      expect(await readyAs(/^200/)).toEqual(['200 ', '200 ']);
      expect((await system.get(`/cases/${caseId}`)).status).toBe(200);
    },
    60_000,
  );
});

describe('a log that is older than the read models', () => {
  const events = () => `${system.dataFolder}/events`;
  const words = 'the log is older than the read models';
  let kept: string;
  let lost: string;

  const expectNothingAnswered = async (): Promise<void> => {
    expect(await readyAs(/^503 the log/)).toEqual([expect.stringContaining(words), expect.stringContaining(words)]);
    const [filing] = communalWalk('REFUSED');
    const answers = [
      await system.get(`/cases/${lost}`),
      await system.get(`/cases/${kept}/timeline`),
      await system.get('/cases'),
      await system.get(`/audit/cases/${kept}/events`, { role: 'auditor', office: null }),
      await sendStep(system, null, filing!),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [503, 'stores-differ']));
    expect(answers[0]!.body.detail).toContain(words);
  };

  it('is noticed while the system runs: nothing is answered and nothing written', async () => {
    const first = await walkOf('KEPT', 3);
    await first.view();
    kept = first.caseId;
    await withLogDown(() => cp(events(), `${events()}-backup`, { recursive: true }));
    const second = await walkOf('LOST', 2);
    await second.view();
    lost = second.caseId;
    // A clean stop signs a head over it.
    await system.process('projector').stop();
    await system.start('projector');

    await withLogDown(async () => {
      await rename(events(), `${events()}-newer`);
      await cp(`${events()}-backup`, events(), { recursive: true });
    });
    await expectNothingAnswered();
  }, 60_000);

  it('is noticed at a start', async () => {
    await restart();
    await expectNothingAnswered();
  }, 60_000);

  it('is well again once the newer log is put back', async () => {
    await withLogDown(async () => {
      await rename(events(), `${events()}-older`);
      await rename(`${events()}-newer`, events());
    });
    expect(await readyAs(/^200/)).toEqual(['200 ', '200 ']);
    expect((await system.get(`/cases/${lost}`)).status).toBe(200);
  }, 60_000);

  it('is gone on with after `ops begin-anew` and a new log: every process ends, and folds what the log holds', async () => {
    await withLogDown(async () => {
      await rename(events(), `${events()}-newer`);
      await rename(`${events()}-older`, events());
    });
    await expectNothingAnswered();
    const sent = outside.taken.size;
    const env = {
      EVENTSTORE_URL: system.url('events'),
      MONGODB_URL: system.url('documents'),
      SHANYRAQ_DATA: system.dataFolder,
    };
    const answer = await ops(['begin-anew'], { env });
    expect([answer.code, answer.stdout]).toEqual([0, expect.stringContaining('collections dropped')]);
    const codes = await Promise.all((['api', 'projector'] as const).map((part) => ended(system.process(part))));
    expect(codes).toEqual([1, 1]);

    for (const part of ['api', 'projector'] as const) await system.start(part);
    // A head was signed over what is lost: two people begin a new log.
    expect(await failingAre(['proof-log'])).toEqual(['proof-log']);
    const admin = (sub: string) => ({ role: 'administrator', office: null, sub }) as const;
    const { body } = await system.post('/audit/new-logs', { reason: 'The disk failed' }, admin('first'));
    await system.post(`/audit/new-logs/${body.newLogId}/confirmation`, undefined, admin('second'));
    expect(await failingAre([])).toEqual([]);
    const again = await walkOf('AFTER', 2);
    expect((await again.view()).caseId).toBe(again.caseId);
    expect((await system.get(`/cases/${kept}`)).status).toBe(200);
    expect((await system.get(`/cases/${lost}`)).status).toBe(404);
    // What was sent stays known: nothing of before is sent again.
    expect(Math.max(...outside.taken.values())).toBe(1);
    expect(outside.taken.size).toBeGreaterThanOrEqual(sent);
  }, 180_000);

  it('is told apart from another one that has grown longer', async () => {
    await withLogDown(async () => {
      await rename(events(), `${events()}-mine`);
      await rename(`${events()}-newer`, events());
    });
    expect(await readyAs(/^503 the log is/)).toEqual([
      expect.stringMatching(/the log is (not the one of|older than) the read models/),
      expect.stringMatching(/the log is (not the one of|older than) the read models/),
    ]);
  }, 60_000);
});
