import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectReadModels, type ReadModels } from '@app/read-models';
import { startSystem, type System } from '../support/system.js';
import { ops } from './ops-command.js';

let system: System;
let readModels: ReadModels;
beforeAll(async () => {
  system = await startSystem();
  readModels = await connectReadModels(system.url('documents'));
}, 90_000);
afterAll(async () => {
  await readModels?.close();
  await system?.stop();
});

const admin = { role: 'administrator', office: null } as const;
const jobs = () => readModels.database.collection<{ _id: string } & Record<string, unknown>>('projection-jobs');
const at = (ms: number): string => new Date(Date.now() + ms).toISOString();

/** A rebuild that a projector on another machine is at for as long as the test runs. */
const rebuildElsewhere = async (projection: string): Promise<void> => {
  await system.send('POST', `/api/v1/admin/projections/${projection}/rebuild`, admin);
  const taken = { state: 'RUNNING', owner: 'elsewhere/1', startedAt: at(0), ownedUntil: at(3_600_000) };
  await jobs().updateOne({ _id: `REBUILD ${projection}` }, { $set: taken });
};

/** Asks for a job an hour ago. */
const askedLongAgo = async (kind: string, projection: string): Promise<void> => {
  await system.send('POST', `/api/v1/admin/projections/${projection}/${kind}`, admin);
  await jobs().updateOne({ _id: `${kind.toUpperCase()} ${projection}` }, { $set: { askedAt: at(-3_600_000) } });
};

/** Runs a command while no projector is free, has one started once it says that it waits, and lets it end. */
const whileBusy = async (args: readonly string[]) => {
  const child = spawn(process.execPath, ['dist/apps/ops/src/main.js', ...args, '--api', system.url()], {
    env: { ...process.env, SHANYRAQ_DATA: system.dataFolder },
  });
  const ended = once(child, 'close');
  const said = text(child.stdout);
  const [line] = await once(child.stderr, 'data');
  await system.start('projector');
  const [code] = await ended;
  return { code, line: String(line), said: await said };
};

describe('a job that is asked for while a projector is at another', () => {
  it('is waited for by verify, which says what it waits for, and by rebuild', async () => {
    await system.kill('projector');
    await rebuildElsewhere('worklist');
    await askedLongAgo('verify', 'timeline');
    expect(await whileBusy(['verify', '--projection', 'timeline'])).toEqual({
      code: 0,
      line: 'verify waits: a projector is busy with rebuild worklist\n',
      said: expect.stringMatching(/^timeline +sound/),
    });

    await system.kill('projector');
    await askedLongAgo('rebuild', 'timeline');
    expect(await whileBusy(['rebuild', 'timeline'])).toEqual({
      code: 0,
      line: 'rebuild waits: a projector is busy with rebuild worklist\n',
      said: expect.stringMatching(/^timeline is rebuilt/),
    });
  }, 120_000);

  it('is not called off where it has ended, and the command says so', async () => {
    const { code, stderr } = await ops(['rebuild', 'timeline', '--cancel', '--json', '--api', system.url()], {
      env: { SHANYRAQ_DATA: system.dataFolder },
    });
    expect([code, JSON.parse(stderr).code]).toEqual([1, 'job-ended']);
  });
});
