import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recorded } from '@app/event-store';
import { startSystem, type Part, type System } from '../support/system.js';
import { communalWalk, oneByOne } from '../support/walk.js';
import { differences, openBooks } from './books.js';
import { walkCases, type Acknowledged } from './walkers.js';

/** Ten rounds for a release; fewer by CRASH_ROUNDS while working. */
const rounds = Number(process.env['CRASH_ROUNDS'] ?? 10);
const parts: readonly Part[] = ['events', 'documents', 'api', 'projector'];

let system: System;
let books: Awaited<ReturnType<typeof openBooks>>;

beforeAll(async () => {
  system = await startSystem({ env: { RECONCILE_SECONDS: '1' } });
}, 60_000);
afterAll(async () => {
  await books?.close();
  await system.stop();
});

/** Lets the load run for a random while, so that the kill falls anywhere. */
const aWhile = (): Promise<void> => after(150 + Math.random() * 700);

/** Waits until the dwelling of every case is released: all are closed, and nothing more comes into the log after that. */
const allReleased = async (caseIds: readonly string[]): Promise<void> => {
  while ((await books.readModels.claims.heldBy(caseIds)).length > 0) await after(50);
};

const idsOf = (events: readonly Recorded[]): string[] => events.map(({ metadata }) => metadata.eventId);

describe('the system under load, its processes killed at random', () => {
  const acknowledged: Acknowledged = new Map();

  it(`survives ${rounds} rounds of SIGKILL, each of its four processes in turn`, async () => {
    const stop = new AbortController();
    const walkers = Array.from({ length: 8 }, () => walkCases(system, acknowledged, stop.signal));
    const load = Promise.all(walkers);
    // A walker's failure is thrown below; until then it is nobody's.
    load.catch(() => undefined);
    for (let round = 0; round < rounds; round += 1) {
      for (const part of parts) {
        await aWhile();
        await system.kill(part);
        await system.start(part);
      }
    }
    stop.abort();
    await load;
    expect(acknowledged.size).toBeGreaterThanOrEqual(rounds);
  }, 600_000);

  it('has lost nothing that was acknowledged, and applied nothing twice', async () => {
    books = await openBooks(system);
    const events = await books.log();
    const ids = idsOf(events);
    expect(new Set(ids).size).toBe(ids.length);

    const types = oneByOne(communalWalk('any')).flatMap((step) => step.events);
    for (const [caseId, own] of acknowledged) {
      const stream = events.filter((event) => event.stream === `case-${caseId}`);
      expect([caseId, idsOf(stream)]).toEqual([caseId, own]);
      expect(stream.map(({ type }) => type)).toEqual(types);
    }
  }, 60_000);

  it('has read models equal to a fresh fold of the log', async () => {
    await allReleased([...acknowledged.keys()]);
    const last = (await books.log()).at(-1)?.position ?? 0;
    expect((await books.readModels.waitForPosition(last, 30_000)).reached).toBe(true);
    expect(await differences(books)).toEqual([]);
  }, 90_000);
});
