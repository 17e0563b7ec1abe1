import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UndecodableEvent } from '@app/event-store';
import { retryHeldBack } from '../engine/retry.js';
import type { LogEntry } from '../engine/projection.js';
import type { ReadModels } from '../read-models.js';
import { startDocuments, type Documents } from '../testing/documents.js';
import { logOfCases } from '../testing/log.js';
import { end, engineOn, project } from '../testing/projecting.js';
import { projections } from '../projections.js';
import type { StageRecord } from './stage-records.projection.js';

let documents: Documents;
beforeAll(async () => {
  documents = await startDocuments();
});
afterAll(() => documents.close());

const log = logOfCases(4);

/** All records, in pages of a size. */
const all = async ({ stageRecords: pages }: ReadModels, limit: number): Promise<readonly StageRecord[]> => {
  const records: StageRecord[] = [];
  for (let after = 0; ;) {
    const page = await pages.after(after, limit);
    records.push(...page.records);
    if (page.end) return records;
    after = page.next;
  }
};

describe('pages of stage records', () => {
  it('give every record in the order of the log, in pages of any size', async () => {
    const readModels = await documents.open();
    await project(readModels.database, log);
    const whole = await readModels.stageRecords.after(0, 1000);
    expect(whole).toMatchObject({ next: end(log), end: true, heldBackAt: null });
    expect(whole.records.map(({ logPosition }) => logPosition)).toEqual(
      whole.records.map(({ logPosition }) => logPosition).toSorted((one, other) => one - other),
    );
    expect(whole.records[0]).toEqual({
      id: 'case-c0@0',
      caseId: 'c0',
      officeId: 'almaty-bostandyk',
      route: 'COMMUNAL',
      from: null,
      stage: 'DOCUMENTS',
      status: 'SUBMITTED',
      effectiveAt: expect.any(String),
      recordedAt: expect.any(String),
      logPosition: log.find(({ id }) => id === 'case-c0@0')?.position,
    });
    expect(await all(readModels, 3)).toEqual(whole.records);
  });

  it('do not pass a case that is held back, and give the same records once it is released', async () => {
    const readModels = await documents.open();
    const poison = log.find(({ id }) => id === 'case-c1@1')!;
    const poisoned: readonly LogEntry[] = log.map((entry) =>
      entry === poison ? new UndecodableEvent(poison, 'poison') : entry,
    );
    await project(readModels.database, poisoned);
    const before = await readModels.stageRecords.after(0, 1000);
    expect(before).toMatchObject({ next: poison.position - 1, end: true, heldBackAt: poison.position });
    expect(before.records.every(({ logPosition }) => logPosition < poison.position)).toBe(true);

    await retryHeldBack(engineOn(readModels.database, log), projections, () => true);
    const rest = await readModels.stageRecords.after(before.next, 1000);
    const fresh = await documents.open();
    await project(fresh.database, log);
    expect([...before.records, ...rest.records]).toEqual((await fresh.stageRecords.after(0, 1000)).records);
  });

  it('say where to go on before anything was projected', async () => {
    const readModels = await documents.open();
    expect(await readModels.stageRecords.after(0, 10)).toEqual({ records: [], next: 0, end: true, heldBackAt: null });
  });
});
