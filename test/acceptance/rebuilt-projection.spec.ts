import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectReadModels, type ReadModels } from '@app/read-models';
import { fetchByContract } from '../support/contract.js';
import { temporaryFolder } from '../support/process.js';
import { launchReady, tokenOf, type ReadyLaunched } from './launched.js';
import { ops, type Ended } from './ops-command.js';

let data: { path: string; remove: () => Promise<void> };
let system: ReadyLaunched;
let readModels: ReadModels;
let worklistName: string;

/** A whole system with its sample cases; what a rebuild switched from is kept for a second. */
beforeAll(async () => {
  data = await temporaryFolder();
  system = await launchReady(data.path, [], { REBUILT_KEPT_SECONDS: '1', WATCH_SECONDS: '1' });
  readModels = await connectReadModels(system.ready.mongoUrl);
  const worklist = (await readModels.projectionStates(new Date().toISOString())).find(
    ({ name }) => name === 'worklist',
  );
  worklistName = `worklist-v${worklist?.version}`;
}, 90_000);
afterAll(async () => {
  await readModels?.close();
  await system?.stop();
  await data.remove();
});

const run = (...args: readonly string[]): Promise<Ended> =>
  ops([...args, '--json', '--api', system.ready.url], { env: { SHANYRAQ_DATA: data.path } });

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await pause(100);
};

const isThere = async (collection: string): Promise<boolean> =>
  (await readModels.database.listCollections({ name: collection }).toArray()).length > 0;

/** The ids that the list of cases answers. */
const listed = async (): Promise<readonly string[]> => {
  const response = await fetchByContract(`${system.ready.url}/api/v1/cases?limit=50`, {
    headers: { authorization: `Bearer ${tokenOf(system, 'auditor')}` },
  });
  expect(response.status).toBe(200);
  // The api's own contract.
  const { items } = (await response.json()) as { items: readonly { caseId: string }[] };
  return items.map(({ caseId }) => caseId).toSorted();
};

/** Of the api and of the projector. */
const readiness = async (): Promise<readonly number[]> => {
  const api = await fetchByContract(`${system.ready.url}/health/ready`);
  const projector = await fetch(`${system.ready.projectorUrl}/health/ready`);
  return [api.status, projector.status];
};

const lostOf = async (collection: string): Promise<string | undefined> => {
  const measured = await (await fetch(`${system.ready.projectorUrl}/metrics`)).text();
  return new RegExp(`shanyraq_projection_documents_lost\\{projection="${collection}"[^}]*\\} (\\d+)`).exec(
    measured,
  )?.[1];
};

describe('a projection that is rebuilt', () => {
  it('is whole after what it was switched from is dropped, as often as it is rebuilt', async () => {
    const before = await listed();
    expect(before).toHaveLength(12);
    for (const generation of [2, 3, 4]) {
      const rebuilt = await run('rebuild', 'worklist');
      expect([rebuilt.code, rebuilt.stderr]).toEqual([0, '']);
      await until(async () => !(await isThere(generation === 2 ? worklistName : `${worklistName}-g${generation - 1}`)));
      expect(await readModels.database.collection(`${worklistName}-g${generation}`).countDocuments()).toBe(12);
      expect(await listed()).toEqual(before);
      expect(await readiness()).toEqual([200, 200]);
    }
    const verified = await run('verify');
    expect([verified.code, verified.stderr]).toEqual([0, '']);
  }, 180_000);

  it('is rebuilt in every projection, and each is whole after the drop', async () => {
    const names = (await readModels.projectionStates(new Date().toISOString())).map(({ name }) => name);
    for (const name of names) {
      const { code, stderr } = await run('rebuild', name);
      expect([name, code, stderr]).toEqual([name, 0, '']);
    }
    const previous = async (): Promise<unknown[]> =>
      readModels.database
        .collection('generations')
        .find({ previous: { $ne: null } })
        .toArray();
    await until(async () => (await previous()).length === 0);
    expect(await listed()).toHaveLength(12);
    const verified = await run('verify');
    expect([verified.code, verified.stderr]).toEqual([0, '']);
  }, 180_000);

  it('that loses documents afterwards is told by readiness and a metric, until it is rebuilt', async () => {
    const { generation } = (await liveWorklist())!;
    const collection = `${worklistName}-g${generation}`;
    expect(await lostOf(collection)).toBe('0');
    await readModels.database.collection<{ _id: string }>(collection).deleteOne({ _id: (await listed())[0] ?? '' });
    expect(await readiness()).toEqual([503, 503]);
    expect(await lostOf(collection)).toBe('1');
    expect((await run('rebuild', 'worklist')).code).toBe(0);
    await until(async () => (await readiness()).every((status) => status === 200));
    expect(await listed()).toHaveLength(12);
  }, 90_000);
});

const liveWorklist = async (): Promise<Readonly<{ generation: number }> | null> => {
  const found = await readModels.database
    .collection<{ _id: string; live: number }>('generations')
    .findOne({ _id: worklistName });
  return found && { generation: found.live };
};
