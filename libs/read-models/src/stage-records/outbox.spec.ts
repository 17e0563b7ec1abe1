import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { collectionOf } from '../engine/projection.js';
import type { ReadModels } from '../read-models.js';
import { paidCase, rejectedCase } from '../testing/case-history.js';
import { startDocuments, type Documents } from '../testing/documents.js';
import { project } from '../testing/projecting.js';
import { recorder } from '../testing/recorded.js';
import { stageRecords } from './stage-records.projection.js';

let documents: Documents;
let readModels: ReadModels;
const record = recorder();
const log = [...record('case-c1', paidCase('c1')), ...record('case-c2', rejectedCase('c2'))];

beforeAll(async () => {
  documents = await startDocuments();
  readModels = await documents.open();
  await project(readModels.database, log);
});
afterAll(() => documents.close());

const morning = '2025-03-03T06:00:00.000Z';
const evening = '2025-03-03T18:00:00.000Z';
const due = async (now: string): Promise<readonly string[]> =>
  (await readModels.outbox.due(now)).map(({ record: { caseId, stage } }) => `${caseId} ${stage}`);

describe('the outbox of stage records (R-82, para 11)', () => {
  it('holds one record for every change of stage, in the order of the log', async () => {
    const last = await readModels.outbox.collect(null, morning);
    expect((await due(morning)).toSorted()).toEqual([
      'c1 AGREEMENT',
      'c1 CLOSED',
      'c1 DECISION',
      'c1 DOCUMENTS',
      'c1 PAYMENT',
      'c2 CLOSED',
      'c2 DECISION',
      'c2 DOCUMENTS',
    ]);
    expect(last).toBe(log.findLast(({ type }) => type === 'ApplicationRejected')?.position);
    expect(await readModels.outbox.unsent()).toEqual({
      waiting: 8,
      dead: 0,
      oldestRecordedAt: log[0]?.metadata.recordedAt,
    });
  });

  it('names no person', async () => {
    const [{ record: first } = { record: null }] = await readModels.outbox.due(morning);
    expect(Object.keys(first ?? {}).toSorted()).toEqual([
      'caseId',
      'effectiveAt',
      'from',
      'id',
      'logPosition',
      'officeId',
      'recordedAt',
      'route',
      'stage',
      'status',
    ]);
  });

  it('lets what failed wait, what was refused lie and be revived, and what was sent be', async () => {
    const [one, two, three] = (await readModels.outbox.due(morning)).map(({ record: { id } }) => id);
    await readModels.outbox.sent(one!, morning);
    await readModels.outbox.failed(two!, 'answered 503', evening);
    await readModels.outbox.dead(three!, 'answered 422', morning);
    expect(await due(morning)).toHaveLength(5);
    expect(await due(evening)).toHaveLength(6);
    expect(await readModels.outbox.deadLetters()).toMatchObject([{ lastError: 'answered 422', attempts: 1 }]);
    expect(await readModels.outbox.revive(one!, evening)).toBe(false);
    expect(await readModels.outbox.revive(three!, evening)).toBe(true);
    expect(await due(evening)).toHaveLength(7);
  });

  it('sends nothing again after a rebuild of the records', async () => {
    const before = await readModels.outbox.unsent();
    await readModels.database.collection(collectionOf(stageRecords)).deleteMany({});
    await readModels.database.collection(`${collectionOf(stageRecords)}-folds`).deleteMany({});
    await readModels.database.collection('checkpoints').deleteMany({});
    await project(readModels.database, log);
    await readModels.outbox.collect(null, evening);
    expect(await readModels.outbox.unsent()).toEqual(before);
  });
});
