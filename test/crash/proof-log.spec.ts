import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EncodedEvent } from '@app/event-store';
import { startWitness, witnessSetting } from '../support/witness.js';
import { startWorld, type World } from './projector-world.js';
import {
  assertHeadsHold,
  headsIn,
  keptTiles,
  logIn,
  record,
  reportOf,
  cosignedUpTo,
  ownEvents,
  signedUpTo,
  signs,
  tilesOfLog,
  treeSize,
  until,
  vkeyIn,
} from './proof-log-world.js';

let world: World;
beforeEach(async () => {
  world = await startWorld();
}, 60_000);
afterEach(() => world.close());

describe('the proof log', () => {
  it('makes the same tiles of the same log, byte for byte, also of events of others and without a hash', async () => {
    await record(world, 3, 90);
    // what somebody else wrote, and what was written before events had hashes
    const foreign = { id: randomUUID(), type: 'Noted', data: { a: 1 }, metadata: {} } as unknown as EncodedEvent;
    await world.eventStore.append('elsewhere-1', 'none', [foreign]);
    const projector = await world.startProjector(signs);
    await signedUpTo(projector, 271);
    expect(await keptTiles(world)).toEqual(tilesOfLog(await logIn(world)));
    await record(world, 2, 200);
    await signedUpTo(projector, 671);
    expect(await keptTiles(world)).toEqual(tilesOfLog(await logIn(world)));

    // thrown away under a running projector
    for (const name of ['proof-tree', 'proof-tiles', 'proof-positions'] as const)
      await world.readModels.database.collection(name).drop();
    await record(world, 1, 1);
    await until(async () => (await treeSize(world)) === 672 + ownEvents);
    expect(await keptTiles(world)).toEqual(tilesOfLog(await logIn(world)));
    expect((await reportOf(projector)).proofLog.trouble).toBeNull();
    await projector.stop();
    await assertHeadsHold(world);
  }, 90_000);

  it('is whole after a projector was killed at any moment, and heads extend each other', async () => {
    let expected = 0;
    for (let round = 0; round < 6; round += 1) {
      const projector = await world.startProjector(signs);
      const writing = record(world, 4, 150);
      await after(400 + round * 130);
      await projector.kill();
      await writing;
      expected += 600;
    }
    const projector = await world.startProjector(signs);
    await signedUpTo(projector, expected);
    expect(await keptTiles(world)).toEqual(tilesOfLog(await logIn(world)));
    await projector.stop();
    await assertHeadsHold(world);
  }, 120_000);

  it('signs a last head when its projector is asked to stop, and two projectors never fork', async () => {
    const both = [await world.startProjector(), await world.startProjector()];
    await record(world, 1, 5);
    await until(async () => (await treeSize(world)) === 5 + ownEvents);
    expect(await headsIn(world)).toEqual([]);
    for (const projector of both) await projector.stop();
    expect((await headsIn(world)).map(({ revision }) => revision)).toEqual([0]);
    await assertHeadsHold(world);
  }, 60_000);
});

describe('a witness', () => {
  it('that was away is asked again, and its cosignature is kept with the head', async () => {
    const first = await world.startProjector();
    await until(async () => (await reportOf(first)).proofLog.origin !== null);
    await first.stop();
    const folder = `${world.folder}/witness`;
    const witness = await startWitness(folder, [await vkeyIn(world)]);
    const { port } = new URL(witness.url);
    const WITNESSES = await witnessSetting(witness);
    await witness.kill();
    const projector = await world.startProjector({ ...signs, WITNESSES });
    await record(world, 1, 3);
    await until(async () => (await reportOf(projector)).proofLog.witnesses[0]?.problem !== null);
    expect((await reportOf(projector)).status).toBe('up');
    const again = await startWitness(folder, [await vkeyIn(world)], Number(port));
    await cosignedUpTo(projector, 3);
    expect((await reportOf(projector)).proofLog.witnesses[0]?.problem).toBeNull();
    expect(await world.readModels.database.collection('proof-cosignatures').countDocuments()).toBe(1);
    expect(await (await fetch(`${projector.url}/metrics`)).text()).toMatch(
      /shanyraq_proof_log_cosignature_age_seconds\{witness="witness.example\/w1",service="projector"\} \d/,
    );
    await projector.stop();
    await again.stop();
  }, 90_000);
});
