import { cp, rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startWitness, witnessSetting } from '../support/witness.js';
import { startWorld, type World } from './projector-world.js';
import { cosignedUpTo, headsIn, record, reportOf, signedUpTo, signs, until, vkeyIn } from './proof-log-world.js';

let world: World;
beforeEach(async () => {
  world = await startWorld();
}, 60_000);
afterEach(() => world.close());

describe('a log that is not what was signed', () => {
  /** The event store as it was, and then with other events than it had. */
  const setBack = async (changes: () => Promise<void>): Promise<void> => {
    await world.killEventStore();
    await cp(`${world.folder}/events`, `${world.folder}/events-before`, { recursive: true });
    await world.restartEventStore();
    await changes();
    await world.killEventStore();
    await rm(`${world.folder}/events`, { recursive: true });
    await cp(`${world.folder}/events-before`, `${world.folder}/events`, { recursive: true });
    await world.restartEventStore();
  };

  it('is never signed again: an alarm rises, the projector is not ready and says why', async () => {
    const first = await world.startProjector(signs);
    await record(world, 1, 10);
    await signedUpTo(first, 10);
    await first.stop();
    await setBack(async () => {
      const second = await world.startProjector(signs);
      await record(world, 1, 10);
      await signedUpTo(second, 20);
      await second.stop();
    });
    const before = await headsIn(world);
    const projector = await world.startProjector(signs);
    await until(async () => (await reportOf(projector)).proofLog.trouble !== null);
    const { status, checks, proofLog } = await reportOf(projector);
    expect(status).toBe('down');
    expect(checks).toContainEqual({ name: 'proof-log', status: 'down' });
    expect(proofLog.trouble).toContain('the log');
    expect(await (await fetch(`${projector.url}/metrics`)).text()).toContain(
      'shanyraq_proof_log_stopped{service="projector"} 1',
    );
    // also where it has grown past what was signed, with other events
    await record(world, 1, 30);
    expect((await reportOf(projector)).proofLog.trouble).not.toBeNull();
    await projector.stop();
    expect(await headsIn(world)).toEqual(before);
  }, 120_000);

  it('is not signed where a witness knows more, though both stores were set back', async () => {
    const witnessFolder = `${world.folder}/witness`;
    const first = await world.startProjector();
    await until(async () => (await reportOf(first)).proofLog.origin !== null);
    await first.stop();
    const witness = await startWitness(witnessFolder, [await vkeyIn(world)]);
    const env = { ...signs, WITNESSES: await witnessSetting(witness) };
    const second = await world.startProjector(env);
    await record(world, 1, 10);
    await cosignedUpTo(second, 10);
    await second.stop();
    const known = await keptDocuments();
    await setBack(async () => {
      const third = await world.startProjector(env);
      await record(world, 1, 10);
      await cosignedUpTo(third, 20);
      await third.stop();
    });
    await restore(known);
    const before = await headsIn(world);
    await record(world, 1, 1);
    const projector = await world.startProjector(env);
    await until(async () => (await reportOf(projector)).proofLog.trouble !== null);
    expect((await reportOf(projector)).proofLog.trouble).toContain(
      'the log is older than what was signed: witness.example/w1 has cosigned 21 entries, the last head here has 11',
    );
    await projector.stop();
    await witness.stop();
    expect(await headsIn(world)).toEqual(before);
  }, 120_000);

  const names = async (): Promise<readonly string[]> =>
    (await world.readModels.database.listCollections().toArray()).map(({ name }) => name);

  const keptDocuments = async () =>
    Promise.all(
      (await names()).map(
        async (name) => [name, await world.readModels.database.collection(name).find().toArray()] as const,
      ),
    );

  const restore = async (kept: Awaited<ReturnType<typeof keptDocuments>>): Promise<void> => {
    for (const name of await names()) await world.readModels.database.collection(name).deleteMany({});
    for (const [name, documents] of kept) {
      if (documents.length > 0) await world.readModels.database.collection(name).insertMany(documents);
    }
  };
});
