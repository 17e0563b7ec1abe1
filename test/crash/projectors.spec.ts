import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseView, collectionOf, projections } from '@app/read-models';
import { samples } from '@app/domain';
import { adoptFavourableAct, complaintEventsOf } from '../../libs/domain/src/testing/index.js';
import { filing } from '../../libs/read-models/src/testing/complaint-history.js';
import { paidCase, rejectedCase } from '../../libs/read-models/src/testing/case-history.js';
import type { RunningProcess } from '../support/process.js';
import { differences } from './books.js';
import { startWorld, type World } from './projector-world.js';

let world: World;
let projectors: readonly RunningProcess[];

beforeAll(async () => {
  world = await startWorld();
  projectors = await Promise.all([1, 2, 3].map(() => world.startProjector()));
  await until(isShared);
}, 60_000);
afterAll(() => world.close());

const rounds = 2;
const waitMs = 60_000;

/** How many partitions each process holds, by its number. */
const holdings = async (): Promise<ReadonlyMap<number, number>> => {
  const counts = new Map<number, number>();
  for (const { owner } of await world.readModels.partitionStates(new Date().toISOString())) {
    const pid = Number(owner?.split('/')[1] ?? 0);
    counts.set(pid, (counts.get(pid) ?? 0) + 1);
  }
  return counts;
};

const pidOf = ({ child }: RunningProcess): number => child.pid ?? 0;

/** Whether the three that run share all partitions, give or take one. */
const isShared = async (): Promise<boolean> => {
  const counts = await holdings();
  return projectors.every((projector) => (counts.get(pidOf(projector)) ?? 0) >= 5);
};

const until = async (reached: () => Promise<boolean>): Promise<void> => {
  while (!(await reached())) await after(50);
};

/** Filed about a case, and met in full. */
const complaintAbout = (caseId: string) => {
  const ofCase = { ...samples.contestedCase, caseId, officeId: 'almaty-bostandyk' };
  return complaintEventsOf([filing(`k-${caseId}`, { contestedCase: ofCase }), adoptFavourableAct()]);
};

/** Writes cases, several side by side and event by event, and of each a complaint at the same time, until told to stop; answers the position of the last event. */
const writeCases = async (stop: AbortSignal): Promise<number> => {
  let last = 0;
  const lane = async (index: number): Promise<void> => {
    for (let number = 0; !stop.aborted; number += 1) {
      const caseId = `c${index}-${number}`;
      const complaint = complaintAbout(caseId);
      for (const [step, event] of (number % 3 === 0 ? rejectedCase(caseId) : paidCase(caseId)).entries()) {
        if (stop.aborted) return;
        // The second and third events of a case and those of the complaint come at once
        const ofComplaint = complaint.slice(step - 1, step);
        const recorded = await Promise.all([
          world.record(`case-${caseId}`, [event]),
          ...(ofComplaint.length > 0 ? [world.record(`complaint-k-${caseId}`, ofComplaint)] : []),
        ]);
        last = Math.max(last, ...recorded.map(({ position }) => position));
        await after(25);
      }
    }
  };
  await Promise.all([0, 1, 2].map(lane));
  return last;
};

/** Looks at every case again and again until told to stop; names those that were seen going back. */
const watchOrder = async (stop: AbortSignal): Promise<readonly string[]> => {
  const cases = world.readModels.database.collection<{ _id: string; revision: number }>(collectionOf(caseView));
  const seen = new Map<string, number>();
  const wentBack: string[] = [];
  while (!stop.aborted) {
    for (const { _id, revision } of await cases.find({}, { projection: { revision: 1 } }).toArray()) {
      if (revision < (seen.get(_id) ?? 0)) wentBack.push(_id);
      seen.set(_id, revision);
    }
    await after(20);
  }
  return wentBack;
};

/** Freezes one, kills another; when the third has taken all over, wakes the one and starts the other anew, at moments of their own. */
const disturb = async (): Promise<void> => {
  const [frozen, killed, third] = projectors.toSorted(() => Math.random() - 0.5);
  if (!frozen || !killed || !third) throw new Error('there are three');
  frozen.child.kill('SIGSTOP');
  await after(Math.random() * 1_000);
  await killed.kill();
  await until(async () => (await holdings()).get(pidOf(third)) === 16);
  const wake = async (): Promise<void> => {
    await after(Math.random() * 1_000);
    frozen.child.kill('SIGCONT');
  };
  const [anew] = await Promise.all([world.startProjector(), wake()]);
  projectors = [frozen, third, anew];
};

describe('three projectors, killed and frozen at random', () => {
  let last = 0;

  it('share the log, and take over from each other: a case never goes back', async () => {
    const stop = new AbortController();
    const [writing, watching] = [writeCases(stop.signal), watchOrder(stop.signal)];
    for (let round = 0; round < rounds; round += 1) {
      await disturb();
      await until(isShared);
    }
    stop.abort();
    last = await writing;
    expect(await watching).toEqual([]);
  }, 120_000);

  it('have left every document as the log says', async () => {
    expect(await world.readModels.waitForPosition(last, waitMs)).toMatchObject({ reached: true });
    expect(await differences(world)).toEqual([]);
  }, 120_000);

  it('have taken every event in once: every certificate is complete', async () => {
    for (const { name } of projections)
      await world.readModels.askFor({
        kind: 'VERIFY',
        projection: name,
        sample: 5,
        eventsPerSecond: null,
        askedAt: new Date().toISOString(),
        askedBy: 'admin',
      });
    await until(async () => (await verifications()).every((verification) => verification !== null));
    const verdicts = (await verifications()).map((found) => [found?.sound, found?.certificate.complete]);
    expect(verdicts).toEqual(projections.map(() => [true, true]));
  }, 120_000);

  const verifications = async () =>
    (await world.readModels.projectionReports(new Date().toISOString())).map(({ verification }) => verification);
});
