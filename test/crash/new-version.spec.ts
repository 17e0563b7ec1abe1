import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseView, collectionOf, deadlineBoard } from '@app/read-models';
import { dayMadeOff } from '../../libs/read-models/src/testing/calendar-history.js';
import { paidCase } from '../../libs/read-models/src/testing/case-history.js';
import { startWorld, type World } from './projector-world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 60_000);
afterAll(() => world.close());

describe('a new version of the documents, filled beside the lists that are there', () => {
  it('gives the lists every later correction of the calendar', async () => {
    const { readModels } = world;
    const { database } = readModels;
    const before = await world.startProjector();
    const { position } = await world.record('case-c1', paidCase('c1').slice(0, 8));
    expect(await readModels.waitForPosition(position, 20_000)).toMatchObject({ reached: true });
    await before.stop();
    // As a new version finds it: the lists have come to the end of the log, and the documents have not begun.
    await database.collection(collectionOf(caseView)).drop();
    await database
      .collection('partitions')
      .updateMany({}, { $unset: { [`checkpoints.${collectionOf(caseView)}`]: '' } });
    await world.startProjector();
    expect(await readModels.waitForPosition(position, 20_000)).toMatchObject({ reached: true });
    const corrected = await world.record('calendar-kz', [dayMadeOff('2024-03-27')]);
    expect(await readModels.waitForPosition(corrected.position, 20_000)).toMatchObject({ reached: true });
    const behind = () => database.collection(collectionOf(deadlineBoard)).countDocuments({ calendar: 0 });
    for (let look = 0; look < 100 && (await behind()) > 0; look += 1) await after(50);
    expect(await behind()).toBe(0);
  }, 90_000);
});
