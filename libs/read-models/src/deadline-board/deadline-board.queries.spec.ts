import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeadlineBucket } from '@app/domain';
import type { Recorded } from '@app/event-store';
import type { ReadModels } from '../read-models.js';
import { paidCase, rejectedCase, submitted } from '../testing/case-history.js';
import { startDocuments, type Documents } from '../testing/documents.js';
import { project } from '../testing/projecting.js';
import { recorder } from '../testing/recorded.js';
import type { DeadlineFilter } from './deadline-board.queries.js';

/** Three cases: one just filed, one paid (delivered late), one filed in another office three days later. */
const log = (): readonly Recorded[] => {
  const record = recorder();
  return [
    ...record('case-c1', [submitted('c1')]),
    ...record('case-c2', paidCase('c2')),
    ...record('case-c3', [
      submitted('c3', { officeId: 'astana-esil', acceptedOn: '2024-03-07', channel: 'PORTAL', medium: 'ELECTRONIC' }),
    ]),
    ...record('case-c4', rejectedCase('c4')),
  ];
};

let documents: Documents;
let readModels: ReadModels;

beforeAll(async () => {
  documents = await startDocuments();
  readModels = await documents.open();
  await project(readModels.database, log());
});
afterAll(() => documents.close());

/** In the evening of 7 March 2024 in Almaty; soon is the next thirty days. */
const instants = { asOf: '2024-03-07T20:00:00+05:00', soonUntil: '2024-04-05T00:00:00+05:00' };

const board = async (bucket: DeadlineBucket, filter: DeadlineFilter = {}): Promise<readonly string[]> =>
  (await readModels.deadlines.page({ ...instants, ...filter, bucket })).items.map(
    ({ caseId, rule, due }) => `${caseId} ${rule} ${due}`,
  );

describe('the deadline board', () => {
  it('tells open, due soon and overdue as of an instant, kept and late by what was done', async () => {
    expect(await board('OVERDUE')).toEqual(['c1 R-18 2024-03-04']);
    expect(await board('OPEN')).toEqual(['c3 R-15 2024-03-07', 'c1 R-27 2024-04-03', 'c3 R-27 2024-04-08']);
    expect(await board('DUE_SOON')).toEqual(['c3 R-15 2024-03-07', 'c1 R-27 2024-04-03']);
    expect(await board('KEPT')).toEqual([
      'c4 R-15 2024-03-04',
      'c2 R-15 2024-03-05',
      'c4 R-33 2024-03-06',
      'c2 R-28 2024-03-28',
      'c2 R-27 2024-04-03',
      'c2 R-36 2024-04-25',
    ]);
    expect(await board('LATE')).toEqual(['c2 R-18 2024-03-04']);
  });

  it('has a duty overdue only when its last day is over in its own zone', async () => {
    const overdueAt = async (asOf: string): Promise<number> =>
      (await readModels.deadlines.counts({ asOf, soonUntil: asOf })).OVERDUE;
    expect(await overdueAt('2024-03-04T23:59:59.999+05:00')).toBe(0);
    expect(await overdueAt('2024-03-05T00:00:00+05:00')).toBe(1);
  });

  it('counts each bucket', async () => {
    expect(await readModels.deadlines.counts(instants)).toEqual({
      OPEN: 3,
      DUE_SOON: 2,
      OVERDUE: 1,
      KEPT: 6,
      LATE: 1,
      MISSED: 0,
      PENDING: 0,
    });
    expect(await readModels.deadlines.counts({ ...instants, officeId: 'astana-esil' })).toEqual({
      OPEN: 2,
      DUE_SOON: 1,
      OVERDUE: 0,
      KEPT: 0,
      LATE: 0,
      MISSED: 0,
      PENDING: 0,
    });
  });

  it('says with recent counts as of when they are, and which position they include', async () => {
    const filter = { ...instants, officeId: 'astana-esil' };
    expect(await readModels.deadlines.recentCounts(filter, null)).toEqual({
      counts: { OPEN: 2, DUE_SOON: 1, OVERDUE: 0, KEPT: 0, LATE: 0, MISSED: 0, PENDING: 0 },
      asOf: instants.asOf,
      position: log().at(-1)?.position,
    });
    expect((await readModels.deadlines.recentCounts(instants, null)).counts.OPEN).toBe(3);
  });

  it('narrows by office, rule and debtor', async () => {
    expect(await board('OPEN', { officeId: 'astana-esil' })).toEqual(['c3 R-15 2024-03-07', 'c3 R-27 2024-04-08']);
    expect(await board('OPEN', { rule: 'R-27' })).toEqual(['c1 R-27 2024-04-03', 'c3 R-27 2024-04-08']);
    expect(await board('OPEN', { rule: 'R-27', officeId: 'astana-esil' })).toEqual(['c3 R-27 2024-04-08']);
    expect(await board('OPEN', { paragraph: '6(1)' })).toEqual(['c1 R-27 2024-04-03', 'c3 R-27 2024-04-08']);
    expect(await board('OPEN', { paragraph: '6' })).toEqual(await board('OPEN', { paragraph: '6(1)' }));
    expect(await board('OPEN', { paragraph: '4' })).toEqual(['c3 R-15 2024-03-07']);
    expect(await board('OPEN', { paragraph: '99' })).toEqual([]);
    expect(await board('OVERDUE', { debtor: 'STATE_CORPORATION' })).toEqual(['c1 R-18 2024-03-04']);
  });

  it('gives a bucket page by page', async () => {
    const first = await readModels.deadlines.page({ ...instants, bucket: 'OPEN', limit: 2 });
    const second = await readModels.deadlines.page({ ...instants, bucket: 'OPEN', limit: 2, cursor: first.nextCursor });
    expect([first, second].map(({ items }) => items.map(({ caseId, rule }) => `${caseId} ${rule}`))).toEqual([
      ['c3 R-15', 'c1 R-27'],
      ['c3 R-27'],
    ]);
    expect(second.nextCursor).toBeNull();
    expect(second.position).toBe(log().at(-1)?.position);
  });

  it('shows a row as it is known, and nothing of how it is stored', async () => {
    const { items } = await readModels.deadlines.page({ ...instants, bucket: 'OVERDUE', limit: 1 });
    expect(items).toEqual([
      {
        caseId: 'c1',
        registrationNumber: null,
        officeId: 'almaty-bostandyk',
        stage: 'DOCUMENTS',
        rule: 'R-18',
        instance: null,
        paragraph: '4',
        duty: 'deliver the documents to the provider',
        debtor: 'STATE_CORPORATION',
        creditor: 'PROVIDER',
        triggeredOn: '2024-03-04',
        nominalDue: '2024-03-04',
        due: '2024-03-04',
        dueAt: '2024-03-04T18:59:59.999Z',
        pending: null,
        movedFrom: null,
        missed: false,
        outcome: 'OPEN',
        dischargedOn: null,
        dwellingHeldBy: null,
      },
    ]);
  });
});
