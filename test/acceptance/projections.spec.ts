import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectReadModels, type ReadModels } from '@app/read-models';
import { startSystem, type Answer, type System } from '../support/system.js';
import { communalWalk, sendStep } from '../support/walk.js';
import { ops, type Ended } from './ops-command.js';

let system: System;
let readModels: ReadModels;
let caseId: string;
let last: Answer;

beforeAll(async () => {
  system = await startSystem({ env: { WATCH_SECONDS: '86400' } });
  readModels = await connectReadModels(system.url('documents'));
  const [first, ...rest] = communalWalk(randomUUID());
  last = await sendStep(system, null, first!);
  caseId = last.body.caseId;
  for (const step of rest.slice(0, 4)) last = await sendStep(system, caseId, step);
}, 90_000);
afterAll(async () => {
  await readModels?.close();
  await system?.stop();
});

const admin = { role: 'administrator', office: null } as const;
const standing = async (name: string) => {
  const { body } = await system.get('/monitoring/projections', {
    ...admin,
    minPosition: last.body.position,
    waitSeconds: 10,
  });
  return body.projections.find((one: { name: string }) => one.name === name);
};
type Loose = Readonly<{ _id: string }> & Record<string, unknown>;
const collectionOf = async (name: string) => {
  const { version } = await standing(name);
  return readModels.database.collection<Loose>(`${name}-v${version}`);
};

const verify = (...args: readonly string[]): Promise<Ended> =>
  ops(['verify', '--json', '--api', system.url(), ...args], { env: { SHANYRAQ_DATA: system.dataFolder } });

describe('verifying the projections', () => {
  it('finds every event of the log in them once, and every document as its stream gives it', async () => {
    await standing('case-view');
    const { code, stdout, stderr } = await verify();
    expect([code, stderr]).toEqual([0, '']);
    const { projections } = JSON.parse(stdout);
    const caseView = projections.find((one: { name: string }) => one.name === 'case-view');
    expect(caseView.verification).toMatchObject({
      sound: true,
      certificate: { complete: true, missingEvents: 0, log: { count: 6 }, applied: { count: 6 } },
      contents: { checked: 1, of: 1, differingDocuments: 0 },
    });
    expect(caseView.verification.certificate.applied.digest).toBe(caseView.verification.certificate.log.digest);
    expect(projections.map(({ verification }: { verification: { sound: boolean } }) => verification.sound)).toEqual(
      projections.map(() => true),
    );
    expect((await standing('case-view')).verification).toEqual(caseView.verification);
  }, 60_000);

  it('names what was changed behind the back of the projector, and ends badly', async () => {
    const timeline = await collectionOf('timeline');
    await timeline.updateOne({ _id: caseId }, { $set: { officeId: 'elsewhere' } });
    const { code, stdout, stderr } = await verify('--projection', 'timeline', '--sample', '5');
    expect([code, JSON.parse(stderr).code]).toEqual([1, 'projections-unsound']);
    expect(JSON.parse(stdout).projections[0].verification.contents.differing).toEqual([
      { documentId: caseId, paths: ['/officeId'] },
    ]);
    await timeline.updateOne({ _id: caseId }, { $set: { officeId: 'almaty-bostandyk' } });
  }, 60_000);

  it('names where the events are that were lost, and tells it in words', async () => {
    const timeline = await collectionOf('timeline');
    const lost = await timeline.findOne({ _id: caseId });
    await timeline.deleteOne({ _id: caseId });
    const { stdout } = await ops(['verify', '--projection', 'timeline', '--api', system.url()], {
      env: { SHANYRAQ_DATA: system.dataFolder },
    });
    const { verification } = await standing('timeline');
    expect(verification.certificate).toMatchObject({ missingEvents: 6, complete: false, applied: { count: 0 } });
    expect(verification.certificate.missing[0].events).toBe(6);
    expect(stdout).toContain('UNSOUND  0 of 6 events');
    expect(stdout).toContain(`missing: 6 events, positions ${verification.certificate.missing[0].from} to `);
    await timeline.insertOne(lost!);
  }, 60_000);

  it('is for administrators, and for projections that there are', async () => {
    const path = '/admin/projections/timeline/verify';
    expect((await system.send('POST', `/api/v1${path}`)).body).toMatchObject({
      status: 403,
      permission: 'projections:administer',
    });
    expect((await system.send('POST', '/api/v1/admin/projections/gossip/verify', admin)).body).toMatchObject({
      status: 404,
      code: 'projection-not-found',
    });
    expect((await system.send('POST', `/api/v1${path}?sample=0`, admin)).body).toMatchObject({
      status: 422,
      errors: [{ path: 'sample', message: 'must be at least 1' }],
    });
  });

  it('is measured', async () => {
    const measured = await (await fetch(`${system.url('projector')}/metrics`)).text();
    const { version } = await standing('case-view');
    const of = `{projection="case-view-v${version}",service="projector"}`;
    expect(measured).toContain(`shanyraq_projection_verified_log_events${of} 6`);
    expect(measured).toContain(`shanyraq_projection_verified_applied_events${of} 6`);
    expect(measured).toContain(`shanyraq_projection_verified_missing_events${of} 0`);
    expect(measured).toContain(`shanyraq_projection_lag_events${of} 0`);
  });
});

describe('a case that is held back', () => {
  it('is shown with what it owes next, and released in order when it is tried again', async () => {
    const { version } = await standing('worklist');
    const worklist = await collectionOf('worklist');
    const before = await worklist.findOne({ _id: caseId });
    const held = {
      projection: `worklist-v${version}`,
      documentId: caseId,
      stream: `case-${caseId}`,
      revision: 2,
      position: 1,
      eventId: 'e',
      eventType: 'ApplicationRegistered',
      reason: 'RangeError: no calendar for 2099',
      triedAt: '2025-03-07T06:30:00.000Z',
    };
    await worklist.deleteOne({ _id: caseId });
    await readModels.database
      .collection<Loose>('quarantine')
      .insertOne({ _id: `worklist-v${version}/${caseId}`, ...held });

    const { quarantined, heldBack } = await standing('worklist');
    const { projection: _projection, stream: _stream, ...told } = held;
    expect([quarantined, heldBack]).toEqual([
      1,
      [{ ...told, caseId, nearestDuty: expect.objectContaining({ rule: expect.stringMatching(/^R-/) }) }],
    ]);
    expect((await system.send('POST', `/api/v1/admin/quarantine/${caseId}/retry`)).status).toBe(403);
    const retried = await system.send('POST', `/api/v1/admin/quarantine/${caseId}/retry`, admin);
    expect([retried.status, retried.body]).toEqual([
      200,
      { caseId, retried: [{ projection: 'worklist', documentId: caseId, reason: null }] },
    ]);
    expect(await worklist.findOne({ _id: caseId })).toEqual(before);
    expect((await standing('worklist')).quarantined).toBe(0);
    expect((await system.send('POST', `/api/v1/admin/quarantine/${caseId}/retry`, admin)).body.code).toBe(
      'nothing-held-back',
    );
  });
});

describe('what is not projected yet', () => {
  it('is told in events, in seconds, and as the nearest date that is not shown', async () => {
    await system.kill('projector');
    last = await sendStep(system, null, communalWalk(randomUUID())[0]!);
    const { body } = await system.get('/monitoring/projections', admin);
    const caseView = body.projections.find(({ name }: { name: string }) => name === 'case-view');
    expect(caseView).toMatchObject({ lagEvents: 1, lagIsAtLeast: false, lagSeconds: expect.any(Number) });
    expect(body.nearestNotShown).toMatchObject({ caseId: last.body.caseId, due: expect.stringMatching(/^\d{4}-/) });
    await system.start('projector');
    expect((await standing('case-view')).lagEvents).toBe(0);
    expect((await system.get('/monitoring/projections', admin)).body.nearestNotShown).toBeNull();
  }, 60_000);
});

describe('the partitions of the log', () => {
  it('are told with the projector that takes each in, and how far that has come', async () => {
    await standing('case-view');
    const { body } = await system.get('/monitoring/projections', admin);
    expect(body.partitions.map(({ partition }: { partition: number }) => partition)).toEqual([...Array(16).keys()]);
    const owners = new Set(body.partitions.map(({ owner }: { owner: string | null }) => owner));
    expect([...owners]).toEqual([expect.stringMatching(/\/\d+/)]);
    expect(Math.min(...body.partitions.map(({ position }: { position: number }) => position))).toBe(body.position);
    const measured = await (await fetch(`${system.url('projector')}/metrics`)).text();
    expect(measured).toMatch(/shanyraq_projector_partitions(\{[^}]*\})? 16/);
  });
});

describe('an earlier version of a projection', () => {
  const drop = (name: string, sending: object = admin) =>
    system.send('POST', `/api/v1/admin/projections/${name}/older/drop`, sending);
  let earlier: string;

  it('is compared with this one by a whole verification: which documents differ, and where', async () => {
    const { version, position } = await standing('timeline');
    earlier = `timeline-v${version - 1}`;
    const documents = await (await collectionOf('timeline')).find().toArray();
    await readModels.database.collection<Loose>(earlier).insertMany(documents);
    await readModels.database
      .collection<Loose>(earlier)
      .updateOne({ _id: caseId }, { $set: { officeId: 'elsewhere', old: true } });
    await readModels.database
      .collection('partitions')
      .updateMany({}, { $set: { [`checkpoints.${earlier}`]: { position, caughtUp: true } } });
    const { code, stdout } = await ops(['verify', '--projection', 'timeline', '--api', system.url()], {
      env: { SHANYRAQ_DATA: system.dataFolder },
    });
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining(`against ${earlier}: 1 of ${documents.length} documents differ, 0 new, 0 gone`),
    ]);
    expect((await standing('timeline')).older).toMatchObject({
      older: earlier,
      differingDocuments: 1,
      differing: [{ documentId: caseId, paths: expect.arrayContaining(['/officeId', '/old']) }],
      paths: [
        { path: '/officeId', kind: 'DIFFERS', documents: 1 },
        { path: '/old', kind: 'GONE', documents: 1 },
      ],
    });
  }, 60_000);

  it('is dropped when an administrator says so, once, and nothing else with it', async () => {
    const kept = await (await collectionOf('timeline')).find().toArray();
    expect((await drop('timeline', {})).body).toMatchObject({ status: 403, permission: 'projections:administer' });
    expect((await drop('gossip')).body).toMatchObject({ status: 404, code: 'projection-not-found' });
    const dropped = await drop('timeline');
    expect([dropped.status, dropped.body]).toEqual([200, { projection: 'timeline', dropped: [earlier] }]);
    expect((await drop('timeline')).body).toEqual({ projection: 'timeline', dropped: [] });
    const left = await readModels.database.listCollections({ name: earlier }).toArray();
    expect(left).toEqual([]);
    expect(await (await collectionOf('timeline')).find().toArray()).toEqual(kept);
  });
});

describe('a rebuild', () => {
  const rebuild = (...args: readonly string[]): Promise<Ended> =>
    ops(['rebuild', ...args, '--json', '--api', system.url()], { env: { SHANYRAQ_DATA: system.dataFolder } });

  it('makes what is damaged whole again, and says which documents differ from before', async () => {
    await standing('timeline');
    const damaged = await collectionOf('timeline');
    await damaged.updateOne({ _id: caseId }, { $set: { officeId: 'elsewhere' } });
    const { code, stdout, stderr } = await rebuild('timeline');
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ name: 'timeline', comparison: { compared: 2, differingDocuments: 1 } });
    const { jobs, comparison } = await standing('timeline');
    expect(jobs.rebuild).toMatchObject({ state: 'DONE', percent: 100, secondsLeft: null, problem: null });
    expect(comparison.differing).toEqual([{ documentId: caseId, paths: ['/officeId'] }]);
    expect((await verify('--projection', 'timeline')).code).toBe(0);
  }, 60_000);

  it('can be called off', async () => {
    const asked = await system.send('POST', '/api/v1/admin/projections/worklist/rebuild?eventsPerSecond=1', admin);
    expect([asked.status, asked.body.kind]).toEqual([202, 'REBUILD']);
    const { code, stdout } = await rebuild('worklist', '--cancel');
    expect([code, JSON.parse(stdout)]).toEqual([0, { name: 'worklist', state: 'CANCELLED' }]);
    expect((await standing('worklist')).jobs.rebuild).toMatchObject({ state: 'CANCELLED' });
  }, 60_000);

  it.each([
    ['a projection that there is not', ['gossip'], 'projection-not-found'],
    ['no name', [], 'arguments-invalid'],
    ['nothing to call off', ['dwelling-claims', '--cancel'], 'projection-not-found'],
  ])('names the problem with %s', async (_, args, problem) => {
    const { code, stderr } = await rebuild(...args);
    expect([code, JSON.parse(stderr).code]).toEqual([1, problem]);
  });
});
