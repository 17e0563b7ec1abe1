import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReadModels } from '../../read-models.js';
import { startDocuments, type Documents } from '../../testing/documents.js';
import { logOfCases } from '../../testing/log.js';
import { project } from '../../testing/projecting.js';
import { worklist } from '../../worklist/worklist.projection.js';
import { collectionOf, type Projection } from '../projection.js';
import { atGeneration, generationsOf, type Generation } from '../rebuild/generations.js';
import { checkDocuments, countDocuments, DocumentsLost } from './missing-documents.js';

let documents: Documents;
let readModels: ReadModels;

beforeAll(async () => {
  documents = await startDocuments();
  readModels = await documents.open();
  await project(readModels.database, logOfCases(3));
});
afterAll(() => documents.close());

const switched = (changes: Partial<Generation>): Promise<unknown> =>
  generationsOf(readModels.database).replaceOne(
    { _id: collectionOf(worklist) },
    { live: 1, building: null, previous: null, switchedAt: '2024-03-04T12:00:00.000Z', comparison: null, ...changes },
    { upsert: true },
  );

const counted = (of: Projection = worklist as Projection) => countDocuments(readModels.database, [of]);

describe('the documents of what is read', () => {
  it('are compared with nothing where nobody counted them', async () => {
    expect(await counted()).toEqual([{ projection: collectionOf(worklist), documents: 3, counted: 0 }]);
    await checkDocuments(readModels.database, [worklist as Projection]);
  });

  it('are compared with how many there were when they began to be read', async () => {
    await switched({ documents: 3 });
    await checkDocuments(readModels.database, [worklist as Projection]);
    await switched({ documents: 4 });
    await expect(checkDocuments(readModels.database, [worklist as Projection])).rejects.toThrow(
      new DocumentsLost(`${collectionOf(worklist)} has 3 of 4 documents: rebuild it, and find out what removed them`),
    );
  });

  it('are compared with how many a rebuild of an earlier version compared, where none differed', async () => {
    const gone = atGeneration(worklist as Projection, 2);
    const compared = { compared: 3, differingDocuments: 0, differing: [] };
    await switched({ live: 2, comparison: compared });
    expect(await counted(gone)).toEqual([{ projection: collectionOf(gone), documents: 0, counted: 3 }]);
    await switched({ live: 2, comparison: { ...compared, differingDocuments: 1 } });
    expect(await counted(gone)).toEqual([{ projection: collectionOf(gone), documents: 0, counted: 0 }]);
  });
});
