import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Collection, Db } from 'mongodb';
import { startDocuments, type Documents } from '../testing/documents.js';
import type { Positioned } from './write-each.js';
import { writeGuarded } from './write-guarded.js';

type Noted = Positioned & Readonly<{ note: string }>;

let documents: Documents;
let database: Db;
let collection: Collection<Positioned>;

const filling = { name: 'noted', version: 1 };
const write = (documentsGiven: readonly Positioned[]) =>
  writeGuarded(
    database,
    documentsGiven.map((document) => ({ filling, document })),
  );

beforeAll(async () => {
  documents = await startDocuments();
});
afterAll(() => documents.close());
beforeEach(async () => {
  ({ database } = await documents.open());
  collection = database.collection<Positioned>('noted-v1');
});

const noted = (_id: string, position: number, note = `as of ${position}`): Noted => ({ _id, position, note });
const stored = (): Promise<Positioned[]> => collection.find().sort({ _id: 1 }).toArray();

describe('a guarded write', () => {
  it('replaces an older document and leaves nothing of it', async () => {
    await write([{ ...noted('a', 1), old: true } as Noted]);
    await write([noted('a', 2)]);
    expect(await stored()).toEqual([noted('a', 2)]);
  });

  it('changes nothing where the document is as new, or newer', async () => {
    await write([noted('a', 5), noted('b', 5)]);
    await write([noted('a', 5, 'repeated'), noted('b', 4, 'late'), noted('c', 1)]);
    expect(await stored()).toEqual([noted('a', 5), noted('b', 5), noted('c', 1)]);
  });

  it('leaves the newest of first writes that meet', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `d${index}`);
    for (const id of ids) await Promise.all([3, 1, 2].map((position) => write([noted(id, position)])));
    expect((await stored()).map(({ position }) => position)).toEqual(ids.map(() => 3));
  });

  it('never takes a refusal for done while what is stored is older', async () => {
    // A document without a position matches no guard, as one does that another process has just put there.
    await collection.insertOne({ _id: 'a' } as Positioned);
    await expect(write([noted('a', 2)])).rejects.toThrow('documents stay older than they are given: a');
  });

  it('writes nothing where there is nothing to write', async () => {
    await write([]);
    expect(await stored()).toEqual([]);
  });
});
