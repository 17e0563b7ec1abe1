import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Db } from 'mongodb';
import { projections } from '../../projections.js';
import { startDocuments, type Documents } from '../../testing/documents.js';
import { logOfCases } from '../../testing/log.js';
import { project, verifyingOn } from '../../testing/projecting.js';
import { collectionOf, type Projection } from '../projection.js';
import { verificationsOf, verify, type Verification, type Verifying } from './verification.js';

let documents: Documents;

beforeAll(async () => {
  documents = await startDocuments();
});
afterAll(() => documents.close());

const named = (name: string): Projection => projections.find((projection) => projection.name === name)!;
const caseView = named('case-view');
const board = named('deadline-board');
const log = logOfCases(5);

const filled = async (): Promise<Db> => {
  const { database } = await documents.open();
  await project(database, log);
  return database;
};

type Loose = Readonly<{ _id: string }> & Record<string, unknown>;
const loose = (database: Db, collection: string) => database.collection<Loose>(collection);

describe('the verification of several projections', () => {
  const all = projections.map((projection) => ({ projection, sample: null }));

  it('finds of each what a verification of that one alone finds, and keeps it', async () => {
    const database = await filled();
    await loose(database, collectionOf(caseView)).updateOne({ _id: 'c1' }, { $set: { made: 'up' } });
    await loose(database, collectionOf(named('timeline'))).deleteOne({ _id: 'c2' });
    await loose(database, collectionOf(board)).deleteMany({ caseId: 'c3' });
    const together = await verify(verifyingOn(database, log), all);
    expect(await verificationsOf(database).find().sort({ _id: 1 }).toArray()).toEqual(together.toSorted(byId));
    const alone: Verification[] = [];
    for (const one of all) alone.push(...(await verify(verifyingOn(database, log), [one])));
    expect(together.map(found)).toEqual(alone.map(found));
    expect(together.filter(({ sound }) => !sound).map(({ _id }) => _id)).toEqual(
      [caseView, named('timeline'), board].map(collectionOf),
    );
  });

  it('reads the log once, and each stream once', async () => {
    const verifying = verifyingOn(await filled(), log);
    const follow = jest.fn(verifying.log.follow);
    const readStream = jest.fn(verifying.readStream);
    await verify({ ...verifying, log: { follow }, readStream }, all);
    expect(follow).toHaveBeenCalledTimes(1);
    const ofCase = readStream.mock.calls.filter(([stream]) => stream === 'case-c1');
    expect(ofCase).toHaveLength(1);
  });

  it('looks at as many documents of each as is asked for', async () => {
    const asked = [caseView, board, named('timeline')].map((projection, index) => ({ projection, sample: index + 1 }));
    const found = await verify(verifyingOn(await filled(), log), asked);
    expect(found.map(({ contents }) => contents.checked)).toEqual([1, 2, 3]);
  });

  it.each<[string, (verifying: Verifying) => Partial<Verifying>]>([
    ['the log', ({ log: { follow } }) => ({ log: { follow: (range) => breaking(follow(range), 30) } })],
    [
      'a stream',
      ({ readStream }) => ({ readStream: async (...of) => (of[0] === 'case-c4' ? away() : readStream(...of)) }),
    ],
  ])('keeps nothing of any where %s cannot be read to the end', async (_, broken) => {
    const database = await filled();
    const verifying = verifyingOn(database, log);
    await expect(verify({ ...verifying, ...broken(verifying) }, all)).rejects.toThrow('the store is away');
    expect(await verificationsOf(database).countDocuments()).toBe(0);
  });

  it('tells how far it is, from the first to the last', async () => {
    const shares: number[] = [];
    await verify(verifyingOn(await filled(), log), all, (share) => shares.push(share));
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(shares.at(-1)).toBe(1);
  });
});

/** Without what depends on when it was found. */
const found = ({ startedAt: _from, finishedAt: _until, ...rest }: Verification) => rest;

const byId = ({ _id: one }: Verification, { _id: other }: Verification): number => (one < other ? -1 : 1);

const away = (): never => {
  throw new Error('the store is away');
};

/** So many of some items, and then a store that is away. */
async function* breaking<Item>(items: AsyncIterable<Item>, after: number): AsyncGenerator<Item, void, undefined> {
  let left = after;
  for await (const item of items) {
    if (left === 0) away();
    left -= 1;
    yield item;
  }
}
