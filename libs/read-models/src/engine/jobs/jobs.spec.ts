import { setTimeout as after } from 'node:timers/promises';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Db } from 'mongodb';
import { startDocuments, type Documents } from '../../testing/documents.js';
import { endJob, keepHold, takeJob, type Holder } from './hold.js';
import { askFor, callOff, jobsOf, type Ask, type Job } from './job.js';
import { workOnJobs, type Working } from './work.js';

let documents: Documents;

beforeAll(async () => {
  documents = await startDocuments();
});
afterAll(() => documents.close());

const ask: Ask = {
  kind: 'VERIFY',
  projection: 'worklist',
  sample: 10,
  eventsPerSecond: null,
  askedAt: '2024-03-04T10:00:00.000Z',
  askedBy: 'admin',
};
const asked: Job = {
  _id: 'VERIFY worklist',
  ...ask,
  state: 'ASKED',
  startedAt: null,
  finishedAt: null,
  share: 0,
  secondsLeft: null,
  owner: null,
  ownedUntil: null,
  problem: null,
};

const holderAt = (database: Db, owner: string, time: string): Holder => ({
  database,
  owner,
  now: () => `2024-03-04T${time}.000Z`,
});

describe('a job', () => {
  it('is asked for once: while it waits or runs, it is the one that is answered', async () => {
    const { database } = await documents.open();
    expect(await askFor(database, ask)).toEqual(asked);
    expect(await askFor(database, { ...ask, sample: 99, askedBy: 'another' })).toEqual(asked);
    const holder = holderAt(database, 'one', '10:00:01');
    const job = (await takeJob(holder))!;
    expect((await askFor(database, ask)).state).toBe('RUNNING');
    await endJob(holder, job, { state: 'DONE', problem: null });
    expect(await askFor(database, { ...ask, sample: 99 })).toEqual({ ...asked, sample: 99 });
  });

  it('belongs to one process at a time, for as long as that is heard of', async () => {
    const { database } = await documents.open();
    await askFor(database, ask);
    const one = holderAt(database, 'one', '10:00:00');
    const job = await takeJob(one);
    expect(job).toEqual({
      ...asked,
      state: 'RUNNING',
      startedAt: '2024-03-04T10:00:00.000Z',
      owner: 'one',
      ownedUntil: '2024-03-04T10:00:10.000Z',
    });
    expect(await takeJob(holderAt(database, 'two', '10:00:09'))).toBeNull();
    expect(await keepHold(holderAt(database, 'one', '10:00:09'), job!, { share: 0.5, secondsLeft: 9 })).toBe(true);
    expect(await takeJob(holderAt(database, 'two', '10:00:11'))).toBeNull();
    expect(await takeJob(holderAt(database, 'two', '10:00:20'))).toMatchObject({
      owner: 'two',
      share: 0.5,
      startedAt: '2024-03-04T10:00:00.000Z',
    });
    expect(await keepHold(one, job!, { share: 0.6, secondsLeft: 8 })).toBe(false);
    await endJob(one, job!, { state: 'DONE', problem: null });
    expect((await jobsOf(database).findOne({}))?.state).toBe('RUNNING');
  });

  it('that has ended cannot be called off, and one that nobody asked for is none', async () => {
    const { database } = await documents.open();
    expect(await callOff(database, 'VERIFY', 'worklist', 'now')).toBeNull();
    await askFor(database, ask);
    const holder = holderAt(database, 'one', '10:00:01');
    await endJob(holder, (await takeJob(holder))!, { state: 'DONE', problem: null });
    expect(await callOff(database, 'VERIFY', 'worklist', 'now')).toMatchObject({ state: 'DONE', share: 1 });
  });
});

describe('working on jobs', () => {
  const work = async (database: Db, carryOut: Working['carryOut']): Promise<Job | null> => {
    const stop = new AbortController();
    const working = workOnJobs({
      database,
      owner: 'one',
      now: () => new Date().toISOString(),
      carryOut,
      signal: stop.signal,
    });
    for (let job = await jobsOf(database).findOne({}); ; job = await jobsOf(database).findOne({})) {
      if (job && job.state !== 'ASKED' && job.state !== 'RUNNING') break;
      await after(20);
    }
    stop.abort();
    await working;
    return jobsOf(database).findOne({});
  };

  it('does what was asked for, and says that it is done', async () => {
    const { database } = await documents.open();
    await askFor(database, ask);
    const done: string[] = [];
    const job = await work(database, async ({ _id, sample }) => {
      done.push(`${_id} ${sample}`);
    });
    expect([job?.state, job?.share, job?.owner, done]).toEqual(['DONE', 1, null, ['VERIFY worklist 10']]);
  });

  it('tells how far it is while it goes on, and stops when it is called off', async () => {
    const { database } = await documents.open();
    await askFor(database, ask);
    let told: Job | null = null;
    const job = await work(database, async (_, signal, onProgress) => {
      onProgress(0.2);
      onProgress(0.6);
      while (!told || told.share === 0) {
        await after(20);
        told = await jobsOf(database).findOne({});
      }
      await callOff(database, 'VERIFY', 'worklist', '2024-03-04T11:00:00.000Z');
      if (!signal.aborted) await once(signal, 'abort');
    });
    expect(told).toMatchObject({ state: 'RUNNING', share: 0.6, secondsLeft: expect.any(Number) });
    expect(job).toMatchObject({ state: 'CANCELLED', finishedAt: '2024-03-04T11:00:00.000Z', owner: null });
  });

  it('says why a job failed, and goes on', async () => {
    const { database } = await documents.open();
    await askFor(database, ask);
    const job = await work(database, async () => {
      throw new RangeError('no calendar for 2099');
    });
    expect(job).toMatchObject({ state: 'FAILED', problem: 'RangeError: no calendar for 2099', owner: null });
    await askFor(database, ask);
    expect((await work(database, async () => undefined))?.state).toBe('DONE');
  });
});
