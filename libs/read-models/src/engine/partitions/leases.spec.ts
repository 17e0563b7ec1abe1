import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Db } from 'mongodb';
import { projections } from '../../projections.js';
import { startDocuments, type Documents } from '../../testing/documents.js';
import { leasesOn, standAt } from '../../testing/projecting.js';
import { loadPositions } from '../checkpoints.js';
import { collectionOf } from '../projection.js';
import { LeaseLost, shareOf } from '../share.js';
import type { Leases } from './leases.js';
import { createPartitions, partitionOf, partitions, PartitionsDiffer, partitionsOf } from './partition.js';

let documents: Documents;
beforeAll(async () => {
  documents = await startDocuments();
}, 30_000);
afterAll(() => documents.close());

const heldBy = (leases: Leases): readonly number[] => [...leases.held.epochs.keys()];

/** Looks that find nothing new of the others. */
const look = async (leases: Leases, times: number): Promise<void> => {
  for (let nth = 0; nth < times; nth += 1) await leases.look();
};

describe('a partition', () => {
  it('is that of the name of a stream, for ever, and all hold about as many', () => {
    expect(['case-c1', 'dwelling-d-c1', 'calendar-kz'].map(partitionOf)).toEqual([12, 3, 7]);
    const counts = partitions.map(() => 0);
    for (let nth = 0; nth < 16_000; nth += 1) counts[partitionOf(`case-${randomUUID()}`)]! += 1;
    expect(Math.min(...counts)).toBeGreaterThan(800);
    expect(Math.max(...counts)).toBeLessThan(1_200);
  });
});

describe('the leases of several processes', () => {
  it('are all with one that is alone, and shared with one that comes', async () => {
    const { database } = await documents.open();
    const [one, two] = [leasesOn(database), leasesOn(database)];
    await one.look();
    const { changed } = one.held;
    expect(heldBy(one)).toEqual(partitions);
    await two.look();
    expect([heldBy(two).length, changed.aborted]).toEqual([8, false]);
    await one.look();
    expect([heldBy(one).length, changed.aborted]).toEqual([8, true]);
    expect([...heldBy(one), ...heldBy(two)].toSorted((a, b) => a - b)).toEqual(partitions);
  });

  it('never go to two that take at once', async () => {
    const { database } = await documents.open();
    const all = Array.from({ length: 5 }, () => leasesOn(database));
    const lookAtOnce = () => Promise.all(all.map((leases) => leases.look()));
    const shares = (): readonly number[] => all.map((leases) => heldBy(leases).length).toSorted();
    // Who holds too many learns only with its next look that another has taken some of them.
    for (let round = 0; round < 50 && String(shares()) !== '3,3,3,3,4'; round += 1) await lookAtOnce();
    await lookAtOnce();
    expect(shares()).toEqual([3, 3, 3, 3, 4]);
    expect(all.flatMap(heldBy).toSorted((a, b) => a - b)).toEqual(partitions);
  });

  it('of one that falls silent are taken over, and it lets go by itself when it wakes up', async () => {
    const { database } = await documents.open();
    const [frozen, other] = [leasesOn(database), leasesOn(database)];
    await frozen.look();
    await look(other, 5);
    expect(heldBy(other)).toHaveLength(8);
    await look(other, 1);
    expect(heldBy(other)).toEqual(partitions);
    await frozen.look();
    expect(heldBy(frozen)).toHaveLength(8);
    for (const [partition, epoch] of frozen.held.epochs) expect([partition, epoch > 1]).toEqual([partition, true]);
  });

  it('of one that is known to have ended are taken over at once', async () => {
    const { database } = await documents.open();
    await leasesOn(database, { owner: 'killed' }).look();
    const next = leasesOn(database, { hasEnded: (owner) => owner === 'killed' });
    await next.look();
    expect(heldBy(next)).toEqual(partitions);
  });

  it('are given up at a clean stop', async () => {
    const { database } = await documents.open();
    const [one, two] = [leasesOn(database), leasesOn(database)];
    await one.holdWhile(() => one.look());
    await two.look();
    expect([heldBy(one), heldBy(two)]).toEqual([[], partitions]);
  });

  it('of other projections are their own: while a new version comes in, each takes in the whole log', async () => {
    const { database } = await documents.open();
    const newer = projections.map((projection) => ({ ...projection, version: projection.version + 1 }));
    const [one, two] = [leasesOn(database), leasesOn(database, { projections: newer })];
    await Promise.all([one.look(), two.look()]);
    expect([heldBy(one), heldBy(two)]).toEqual([partitions, partitions]);
    await (await shareOf(database, two.held, newer)).save({ position: 10, caughtUp: true });
    await (await shareOf(database, one.held, projections)).save({ position: 20, caughtUp: true });
    expect(await loadPositions(database, [newer[0]!, projections[0]!])).toEqual([10, 20]);
  });

  it('come back when the database was dropped', async () => {
    const { database } = await documents.open();
    const leases = leasesOn(database);
    await leases.look();
    await database.dropDatabase();
    await leases.look();
    expect(heldBy(leases)).toEqual(partitions);
  });
});

describe('a checkpoint', () => {
  const reached = { position: 900, asOf: '2024-03-04T10:00:00.000Z', caughtUp: true };

  it('is moved by who holds its partition, and by nobody who held it before', async () => {
    const { database } = await documents.open();
    const [frozen, other] = [leasesOn(database), leasesOn(database)];
    await frozen.look();
    const stale = await shareOf(database, frozen.held, projections);
    await look(other, 6);
    const fresh = await shareOf(database, other.held, projections);
    await fresh.save(reached);
    await expect(stale.save({ position: 1_000, caughtUp: true })).rejects.toThrow(LeaseLost);
    expect(await loadPositions(database, projections)).toEqual(projections.map(() => 900));
  });

  it('of what stands further on already stays where it is', async () => {
    const { database } = await documents.open();
    const further = `checkpoints.${collectionOf(projections[0]!)}`;
    await standAt(database, { position: 100, caughtUp: true });
    await partitionsOf(database).updateOne({ _id: 7 }, { $set: { [`${further}.position`]: 950 } });
    const leases = leasesOn(database);
    await leases.look();
    await (await shareOf(database, leases.held, projections)).save(reached);
    const found = await partitionsOf(database).find().sort({ _id: 1 }).toArray();
    expect(found.map(({ checkpoints }) => checkpoints[collectionOf(projections[0]!)]?.position)).toEqual(
      partitions.map((partition) => (partition === 7 ? 950 : 900)),
    );
    expect(await loadPositions(database, projections)).toEqual(projections.map(() => 900));
  });

  it('of a version that did not split its work is where every partition goes on', async () => {
    const { database } = await documents.open();
    await partitionsOf(database).deleteMany({});
    const before = projections.map((projection) => ({ _id: collectionOf(projection), position: 700, caughtUp: true }));
    await undivided(database).insertMany(before);
    await createPartitions(database);
    expect(await loadPositions(database, projections)).toEqual(projections.map(() => 700));
    expect(await undivided(database).countDocuments()).toBe(0);
  });

  const undivided = (database: Db) => database.collection<{ _id: string }>('checkpoints');
});

describe('another number of partitions', () => {
  it('is refused, and told what to do', async () => {
    const { database } = await documents.open();
    await partitionsOf(database).updateMany({}, { $set: { of: 32 } });
    await expect(createPartitions(database)).rejects.toThrow(new PartitionsDiffer(32));
    await expect(createPartitions(database)).rejects.toThrow('drop the collection "partitions"');
  });
});
