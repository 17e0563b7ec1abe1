import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { paidCase, rejectedCase } from '../../libs/read-models/src/testing/case-history.js';
import type { RunningProcess } from '../support/process.js';
import { startWorld, type World } from './projector-world.js';

let world: World;
let projector: RunningProcess;
let last = 0;

beforeAll(async () => {
  world = await startWorld();
  projector = await world.startProjector({ WATCH_SECONDS: '86400' });
  for (let number = 0; number < 40; number += 1) await writeCase(`c${number}`);
  await world.readModels.waitForPosition(last, 60_000);
}, 120_000);
afterAll(() => world.close());

const writeCase = async (caseId: string): Promise<void> => {
  const events = Number(caseId.length) % 2 === 0 ? rejectedCase(caseId) : paidCase(caseId);
  last = (await world.record(`case-${caseId}`, events)).position;
};

const killAndStart = async (): Promise<void> => {
  await projector.kill();
  projector = await world.startProjector({ WATCH_SECONDS: '86400' });
};

const ask = async (kind: 'VERIFY' | 'REBUILD', projection: string, eventsPerSecond: number | null = null) => {
  const askedAt = new Date().toISOString();
  await world.readModels.askFor({ kind, projection, eventsPerSecond, sample: null, askedAt, askedBy: 'admin' });
};

const ended = async (kind: 'VERIFY' | 'REBUILD', projection: string): Promise<string | undefined> => {
  for (;;) {
    const job = await world.readModels.jobOf(kind, projection);
    if (job?.state !== 'ASKED' && job?.state !== 'RUNNING') return job?.state;
    await after(50);
  }
};

const reportOf = async (projection: string) => {
  const reports = await world.readModels.projectionReports(new Date().toISOString());
  return reports.find(({ name }) => name === projection);
};

/** What the last verification says, made now. */
const certified = async (projection: string): Promise<unknown> => {
  await world.readModels.waitForPosition(last, 60_000);
  await ask('VERIFY', projection);
  expect(await ended('VERIFY', projection)).toBe('DONE');
  const { certificate, contents, sound } = (await reportOf(projection))!.verification!;
  const events = (await world.log()).filter(({ stream }) => stream.startsWith('case-')).length;
  expect([certificate.log.count, certificate.applied.count]).toEqual([events, events]);
  expect(certificate.applied.digest).toBe(certificate.log.digest);
  expect(contents.differing).toEqual([]);
  return sound;
};

describe('a certificate', () => {
  it('agrees with the log, whenever the projector is killed while it takes events in', async () => {
    for (let round = 0; round < 4; round += 1) {
      const writing = (async () => {
        for (let number = 0; number < 6; number += 1) await writeCase(`killed-${round}-${number}`);
      })();
      await after(Math.random() * 400);
      await killAndStart();
      await writing;
    }
    for (const name of ['case-view', 'timeline', 'deadline-board'])
      expect([name, await certified(name)]).toEqual([name, true]);
  }, 240_000);
});

describe('a rebuild whose projector is killed', () => {
  it('goes on where it stood, takes over, and has every event once', async () => {
    await ask('REBUILD', 'timeline', 150);
    for (let share = 0; share < 0.2; share = (await world.readModels.jobOf('REBUILD', 'timeline'))?.share ?? 0)
      await after(50);
    const before = await world.readModels.timeline.ofCase('c1');
    const { share } = (await world.readModels.jobOf('REBUILD', 'timeline'))!;
    await killAndStart();
    await writeCase('written-meanwhile');
    expect((await world.readModels.jobOf('REBUILD', 'timeline'))!.share).toBeGreaterThanOrEqual(share);
    expect(await ended('REBUILD', 'timeline')).toBe('DONE');
    expect((await reportOf('timeline'))!.comparison).toMatchObject({ differingDocuments: 0 });
    expect(await certified('timeline')).toBe(true);
    expect((await world.readModels.timeline.ofCase('c1'))?.items).toEqual(before?.items);
    expect((await world.readModels.timeline.ofCase('written-meanwhile'))?.items.length).toBeGreaterThan(0);
    await writeCase('written-after');
    expect(await certified('timeline')).toBe(true);
  }, 240_000);

  it('appends nothing to the log', async () => {
    const events = (await world.log()).length;
    await ask('REBUILD', 'case-view');
    expect(await ended('REBUILD', 'case-view')).toBe('DONE');
    expect((await world.log()).length).toBe(events);
    expect(await certified('case-view')).toBe(true);
  }, 120_000);
});
