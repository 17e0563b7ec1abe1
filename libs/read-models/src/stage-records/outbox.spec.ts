import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadPositions, moveEverywhere } from '../engine/checkpoints.js';
import { openCollection } from '../engine/fillings.js';
import { createPartitions, partitionsOf } from '../engine/partitions/partition.js';
import { collectionOf, type Projection } from '../engine/projection.js';
import { quarantineOf, type Quarantined } from '../engine/quarantine.js';
import { atGeneration } from '../engine/rebuild/generations.js';
import type { LiveFillings } from '../engine/rebuild/live-fillings.js';
import type { ReadModels } from '../read-models.js';
import { paidCase, rejectedCase } from '../testing/case-history.js';
import { macOfSpecs, startDocuments, type Documents } from '../testing/documents.js';
import { project, standAt } from '../testing/projecting.js';
import { recorder } from '../testing/recorded.js';
import { openOutbox } from './outbox.js';
import { stageRecords, type StageRecord } from './stage-records.projection.js';

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
    await readModels.outbox.collect(morning);
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
    expect(await readModels.outbox.unsent()).toEqual({
      waiting: 8,
      dead: 0,
      forged: 0,
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
    const [one, two, three] = await readModels.outbox.due(morning);
    await readModels.outbox.sent(one!, morning);
    await readModels.outbox.failed(two!, 'answered 503', evening);
    await readModels.outbox.dead(three!, 'answered 422', morning);
    expect(await due(morning)).toHaveLength(5);
    expect(await due(evening)).toHaveLength(6);
    expect(await readModels.outbox.deadLetters()).toMatchObject([{ lastError: 'answered 422', attempts: 1 }]);
    expect(await readModels.outbox.revive(one!.record.id, evening)).toBe(false);
    expect(await readModels.outbox.revive(three!.record.id, evening)).toBe(true);
    expect(await due(evening)).toHaveLength(7);
  });

  it('sends nothing again after a rebuild of the records', async () => {
    const before = await readModels.outbox.unsent();
    await readModels.database.collection(collectionOf(stageRecords)).deleteMany({});
    await readModels.database.collection(`${collectionOf(stageRecords)}-folds`).deleteMany({});
    await partitionsOf(readModels.database).deleteMany({});
    await project(readModels.database, log);
    await readModels.outbox.collect(evening);
    expect(await readModels.outbox.unsent()).toEqual(before);
  });

  it('passes nothing over that is written after something later in the log', async () => {
    const other = await documents.open();
    await project(other.database, log);
    const records = other.database.collection<StageRecord & { _id: string }>(collectionOf(stageRecords));
    const first = await records.findOne({}, { sort: { logPosition: 1 } });
    const { _id, logPosition } = first!;
    await records.deleteOne({ _id });
    await partitionsOf(other.database).deleteMany({});
    await createPartitions(other.database);
    await standAt(other.database, { position: logPosition - 1, caughtUp: false });
    await other.outbox.collect(morning);
    await records.insertOne(first!);
    await partitionsOf(other.database).deleteMany({});
    await project(other.database, log);
    await other.outbox.collect(evening);
    expect((await other.outbox.unsent()).waiting).toBe(8);
  });

  it('passes nothing over that the filling which a rebuild switches to meanwhile has, and the one before has not', async () => {
    const { database } = await documents.open();
    await project(
      database,
      log.filter(({ stream }) => stream === 'case-c1'),
    );
    const [filling, next] = [1, 2].map((generation) => atGeneration(stageRecords as Projection, generation));
    await moveEverywhere(database, next!, { position: log.at(-1)!.position, caughtUp: true });
    let read = filling!;
    // only what the outbox asks
    const live = {
      database,
      of: () => read,
      collection: () => openCollection(database, read),
    } as unknown as LiveFillings;
    const outbox = await openOutbox(live, macOfSpecs);
    const collecting = outbox.collect(morning);
    read = next!;
    await collecting;
    const [reached] = await loadPositions(database, [filling!]);
    expect(await database.collection('outbox').findOne({})).toMatchObject({ position: reached });
  });

  it('passes nothing over that a case held back gives once it is released', async () => {
    const other = await documents.open();
    const [first, ...later] = log.filter(({ stream }) => stream === 'case-c1');
    const held: Quarantined = {
      _id: 'stage-records-v1/c1',
      projection: collectionOf(stageRecords),
      documentId: 'c1',
      stream: 'case-c1',
      revision: later[0]!.revision,
      position: later[0]!.position,
      eventId: later[0]!.id,
      eventType: later[0]!.type,
      reason: 'it cannot be folded',
      triedAt: morning,
    };
    await project(other.database, [first!, ...log.filter(({ stream }) => stream === 'case-c2')]);
    await quarantineOf(other.database).insertOne(held);
    await other.outbox.collect(morning);
    expect((await other.outbox.unsent()).waiting).toBe(4);

    await quarantineOf(other.database).deleteMany({});
    await other.database.dropCollection(`${collectionOf(stageRecords)}-folds`);
    await partitionsOf(other.database).deleteMany({});
    await project(other.database, log);
    await other.outbox.collect(evening);
    expect((await other.outbox.unsent()).waiting).toBe(8);
  });
});
