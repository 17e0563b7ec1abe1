import { setTimeout as after } from 'node:timers/promises';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Db } from 'mongodb';
import { startDocuments, type Documents } from '../../testing/documents.js';
import { endJobs, keepHold, takeJobs, type Holder } from './hold.js';
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

const alone = (): boolean => false;
const verifications = ({ kind }: Job): boolean => kind === 'VERIFY';
const namesOf = (jobs: readonly Job[]): readonly string[] => jobs.map(({ _id }) => _id);

describe('a job', () => {
  it('is asked for once: while it waits or runs, it is the one that is answered', async () => {
    const { database } = await documents.open();
    expect(await askFor(database, ask)).toEqual(asked);
    expect(await askFor(database, { ...ask, sample: 99, askedBy: 'another' })).toEqual(asked);
    const holder = holderAt(database, 'one', '10:00:01');
    const jobs = await takeJobs(holder, alone);
    expect((await askFor(database, ask)).state).toBe('RUNNING');
    await endJobs(holder, jobs, { state: 'DONE', problem: null });
    expect(await askFor(database, { ...ask, sample: 99 })).toEqual({ ...asked, sample: 99 });
  });

  it('belongs to one process at a time, for as long as that is heard of', async () => {
    const { database } = await documents.open();
    await askFor(database, ask);
    const one = holderAt(database, 'one', '10:00:00');
    const jobs = await takeJobs(one, alone);
    expect(jobs).toEqual([
      {
        ...asked,
        state: 'RUNNING',
        startedAt: '2024-03-04T10:00:00.000Z',
        owner: 'one',
        ownedUntil: '2024-03-04T10:00:10.000Z',
      },
    ]);
    expect(await takeJobs(holderAt(database, 'two', '10:00:09'), alone)).toEqual([]);
    const half = { share: 0.5, secondsLeft: 9 };
    expect(namesOf(await keepHold(holderAt(database, 'one', '10:00:09'), jobs, half))).toEqual(['VERIFY worklist']);
    expect(await takeJobs(holderAt(database, 'two', '10:00:11'), alone)).toEqual([]);
    expect(await takeJobs(holderAt(database, 'two', '10:00:20'), alone)).toMatchObject([
      { owner: 'two', share: 0.5, startedAt: '2024-03-04T10:00:00.000Z' },
    ]);
    expect(await keepHold(one, jobs, { share: 0.6, secondsLeft: 8 })).toEqual([]);
    await endJobs(one, jobs, { state: 'DONE', problem: null });
    expect((await jobsOf(database).findOne({}))?.state).toBe('RUNNING');
  });

  it('is taken with all others that are done together with it, and no others', async () => {
    const { database } = await documents.open();
    const holder = holderAt(database, 'one', '10:00:01');
    await askFor(database, ask);
    await askFor(database, { ...ask, kind: 'REBUILD', askedAt: '2024-03-04T10:00:00.001Z' });
    await askFor(database, { ...ask, projection: 'timeline', askedAt: '2024-03-04T10:00:00.002Z' });
    const together = await takeJobs(holder, verifications);
    expect(namesOf(together)).toEqual(['VERIFY worklist', 'VERIFY timeline']);
    expect(namesOf(await takeJobs(holder, verifications))).toEqual(['REBUILD worklist']);
    await callOff(database, 'VERIFY', 'worklist', 'now');
    expect(namesOf(await keepHold(holder, together, { share: 0.5, secondsLeft: 9 }))).toEqual(['VERIFY timeline']);
    await endJobs(holder, together, { state: 'DONE', problem: null });
    expect(await jobsOf(database).findOne({ _id: 'VERIFY worklist' })).toMatchObject({ state: 'CANCELLED' });
    expect(await jobsOf(database).findOne({ _id: 'VERIFY timeline' })).toMatchObject({ state: 'DONE' });
  });

  it('that has ended cannot be called off, and one that nobody asked for is none', async () => {
    const { database } = await documents.open();
    expect(await callOff(database, 'VERIFY', 'worklist', 'now')).toBeNull();
    await askFor(database, ask);
    const holder = holderAt(database, 'one', '10:00:01');
    await endJobs(holder, await takeJobs(holder, alone), { state: 'DONE', problem: null });
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
      isDoneTogether: verifications,
      signal: stop.signal,
    });
    while (await jobsOf(database).findOne({ state: { $in: ['ASKED', 'RUNNING'] } })) await after(20);
    stop.abort();
    await working;
    return jobsOf(database).findOne({});
  };

  it('does what was asked for, and says that it is done', async () => {
    const { database } = await documents.open();
    await askFor(database, ask);
    const done: string[] = [];
    const job = await work(database, async (jobs) => {
      done.push(jobs.map(({ _id, sample }) => `${_id} ${sample}`).join());
    });
    expect([job?.state, job?.share, job?.owner, done]).toEqual(['DONE', 1, null, ['VERIFY worklist 10']]);
  });

  it('goes on with the others where one that is done together with them is called off', async () => {
    const { database } = await documents.open();
    await askFor(database, { ...ask, projection: 'timeline' });
    await askFor(database, ask);
    let givenUp = false;
    const worklist = { _id: 'VERIFY worklist' };
    const job = await work(database, async (jobs, signal, onProgress) => {
      expect(namesOf(jobs)).toEqual(['VERIFY timeline', 'VERIFY worklist']);
      await callOff(database, 'VERIFY', 'timeline', '2024-03-04T11:00:00.000Z');
      onProgress(0.6);
      while ((await jobsOf(database).findOne(worklist))?.share === 0) await after(20);
      givenUp = signal.aborted;
    });
    expect([job?.state, job?.share, givenUp]).toEqual(['CANCELLED', 0, false]);
    expect(await jobsOf(database).findOne(worklist)).toMatchObject({ state: 'DONE', share: 1 });
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
