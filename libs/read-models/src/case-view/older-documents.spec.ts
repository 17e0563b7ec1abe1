import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { collectionOf } from '../engine/projection.js';
import type { ReadModels } from '../read-models.js';
import { paidCase } from '../testing/case-history.js';
import { startDocuments, type Documents } from '../testing/documents.js';
import { project } from '../testing/projecting.js';
import { recorder } from '../testing/recorded.js';
import { caseView } from './case-view.projection.js';

let documents: Documents;
let readModels: ReadModels;

beforeAll(async () => {
  documents = await startDocuments();
  readModels = await documents.open();
  await project(readModels.database, recorder()('case-c', paidCase('c')));
}, 30_000);
afterAll(() => documents.close());

const seen = async () => ({
  view: await readModels.cases.byId('c'),
  duty: await readModels.cases.duty('c', { rule: 'R-27', instance: null }),
  attribution: await readModels.cases.attribution('c', '2025-05-01T00:00:00Z'),
});

describe('a document that an older version made', () => {
  it('is read until the new ones are filled: what it knows nothing of is empty', async () => {
    const { view, ...followed } = await seen();
    const since = { setAsideDocuments: [], familyActs: [], reopenings: [] };
    expect(view?.facts).toMatchObject(since);

    const lacks = [
      'facts.setAsideDocuments',
      'facts.familyActs',
      'facts.reopenings',
      'state.reopenings',
      'state.rightsOn',
    ];
    const fields = Object.fromEntries(lacks.map((field) => [field, '']));
    const { modifiedCount } = await readModels.database
      .collection(collectionOf(caseView))
      .updateOne({}, { $unset: fields });
    expect(modifiedCount).toBe(1);
    const older = await seen();
    expect(older.view?.facts).toEqual(view?.facts);
    expect({ duty: older.duty, attribution: older.attribution }).toEqual(followed);
  });
});
