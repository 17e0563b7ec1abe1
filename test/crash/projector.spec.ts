import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { paidCase, rejectedCase } from '../../libs/read-models/src/testing/case-history.js';
import type { RunningProcess } from '../support/process.js';
import { differences } from './books.js';
import { startWorld, type World } from './projector-world.js';

let world: World;
let projector: RunningProcess;

beforeAll(async () => {
  world = await startWorld();
  projector = await world.startProjector();
}, 60_000);
afterAll(() => world.close());

const rounds = 10;
const waitMs = 60_000;

/** Writes cases, several side by side and event by event, until told to stop; answers the position of the last event acknowledged. */
const writeCases = async (name: string, stop: AbortSignal): Promise<number> => {
  let last = 0;
  const lane = async (index: number): Promise<void> => {
    for (let number = 0; !stop.aborted; number += 1) {
      const caseId = `${name}-${index}-${number}`;
      for (const event of number % 3 === 0 ? rejectedCase(caseId) : paidCase(caseId)) {
        if (stop.aborted) return;
        const { position } = await world.record(`case-${caseId}`, [event]);
        last = Math.max(last, position);
      }
    }
  };
  await Promise.all([0, 1, 2, 3].map(lane));
  return last;
};

/** Does something at a moment of its own choice while cases are written; then waits until everything acknowledged is projected. */
const underLoad = async (name: string, disturb: () => Promise<void>): Promise<void> => {
  const stop = new AbortController();
  const writing = writeCases(name, stop.signal);
  await after(100 + Math.random() * 500);
  await disturb();
  await after(Math.random() * 200);
  stop.abort();
  const position = await writing;
  expect(await world.readModels.waitForPosition(position, waitMs)).toMatchObject({ reached: true });
};

describe('a projector', () => {
  it('that is killed at any moment loses nothing and applies nothing twice', async () => {
    for (let round = 1; round <= rounds; round += 1) {
      await underLoad(`killed-${round}`, async () => {
        await projector.kill();
        projector = await world.startProjector();
      });
    }
    expect(await differences(world)).toEqual([]);
  }, 300_000);

  it('goes on by itself when the event store is killed and comes back', async () => {
    for (let round = 1; round <= 3; round += 1) {
      await underLoad(`log-${round}`, async () => {
        await world.killEventStore();
        await world.restartEventStore();
      });
    }
    expect(await differences(world)).toEqual([]);
  }, 300_000);

  it('goes on by itself when the document store is killed and comes back', async () => {
    for (let round = 1; round <= 3; round += 1) {
      await underLoad(`documents-${round}`, async () => {
        await world.killDocuments();
        await world.restartDocuments();
      });
    }
    expect(await differences(world)).toEqual([]);
  }, 300_000);

  it('is right beside a second one', async () => {
    const second = await world.startProjector();
    await underLoad('two', () => second.kill());
    expect(await differences(world)).toEqual([]);
  }, 120_000);

  it('finishes its batch when it is asked to stop, and ends well', async () => {
    let code: number | null = null;
    await underLoad('stopped', async () => {
      code = await projector.stop();
      projector = await world.startProjector();
    });
    expect(code).toBe(0);
    expect(await differences(world)).toEqual([]);
  }, 120_000);
});
