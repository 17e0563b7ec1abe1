import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recorded } from '@app/event-store';
import type { Db } from 'mongodb';
import { caseView } from '../case-view/case-view.projection.js';
import { deadlineBoard } from '../deadline-board/deadline-board.projection.js';
import type { ReadModels } from '../read-models.js';
import { dayMadeOff } from '../testing/calendar-history.js';
import { paidCase } from '../testing/case-history.js';
import { startDocuments, type Documents } from '../testing/documents.js';
import { expectFreshFold, project } from '../testing/projecting.js';
import { recorder } from '../testing/recorded.js';
import { CalendarKnowledge } from './calendar-knowledge.js';
import { streamsOf } from '../testing/log.js';
import { collectionOf, type Projection } from './projection.js';
import { showAnew } from './show-anew.js';

let documents: Documents;
beforeAll(async () => {
  documents = await startDocuments();
}, 30_000);
afterAll(() => documents.close());

/** The agreement of c1 is due on 28 March 2024; that of c2 was concluded before. */
const decided = paidCase('c1').slice(
  0,
  paidCase('c1').findIndex(({ type }) => type === 'AgreementOffered'),
);

const logWith = (...days: readonly string[]): readonly Recorded[] => {
  const record = recorder();
  return [
    ...record('case-c1', decided),
    ...record('case-c2', paidCase('c2')),
    ...record(
      'calendar-kz',
      days.map((day, index) => dayMadeOff(day, `2024-03-20T12:00:0${index}+05:00`)),
    ),
  ];
};
/** Of the agreement: when it is and was due by the case, by the board, and by the worklist. */
const dueOf = async ({ cases, deadlines, worklist }: ReadModels, caseId: string, bucket: 'OPEN' | 'KEPT') => {
  const instants = { asOf: '2024-03-20T00:00:00Z', soonUntil: '2024-03-20T00:00:00Z', now: '2024-03-20T00:00:00Z' };
  const view = await cases.byId(caseId);
  const board = await deadlines.page({ ...instants, bucket, rule: 'R-28' });
  const list = await worklist.page({ ...instants, q: caseId });
  return [
    ...view!.duties.filter(({ rule }) => rule === 'R-28').map(({ due, moved }) => [due, moved?.wasDue]),
    ...board.items.filter((item) => item.caseId === caseId).map(({ due, movedFrom }) => [due, movedFrom]),
    list.items.map(({ nextDue }) => nextDue?.due),
  ];
};

/** The projection, bound to the corrections of a log. */
const bound = async (projection: Projection, log: readonly Recorded[]): Promise<Projection> => {
  const calendar = new CalendarKnowledge(streamsOf(log));
  await calendar.learn();
  return calendar.bind(projection);
};

const stampsIn = async (database: Db, projection: Projection): Promise<readonly unknown[]> =>
  (await database.collection(collectionOf(projection)).find().toArray()).map(({ calendar }) => calendar);

describe('a correction of the calendar', () => {
  it('moves the open duties of every case on every list, and says so; those that were closed by then stay', async () => {
    const readModels = await documents.open();
    const before = logWith();
    await project(readModels.database, before);
    expect(await dueOf(readModels, 'c1', 'OPEN')).toEqual([
      ['2024-03-28', undefined],
      ['2024-03-28', null],
      ['2024-03-28'],
    ]);

    const after = logWith('2024-03-27');
    await project(readModels.database, after);
    expect(await dueOf(readModels, 'c1', 'OPEN')).toEqual([
      ['2024-03-29', '2024-03-28'],
      ['2024-03-29', '2024-03-28'],
      ['2024-03-29'],
    ]);
    expect(await dueOf(readModels, 'c2', 'KEPT')).toEqual([
      ['2024-03-28', undefined],
      ['2024-03-28', null],
      [undefined],
    ]);
    await expectFreshFold(readModels.database, after);
  }, 30_000);

  it('is the same whether it comes after the cases, or is known before them', async () => {
    const { database } = await documents.open();
    const log = logWith('2024-03-27', '2024-03-28');
    await project(database, log, { batch: 3 });
    await expectFreshFold(database, log);
    await project(database, log, { batch: 3 });
    await expectFreshFold(database, log);
  }, 30_000);

  it('is found again where a crash left documents as they were', async () => {
    const { database } = await documents.open();
    await project(database, logWith());
    const log = logWith('2024-03-27');
    await showAnew(database, await bound(caseView, log), 1);
    expect(await stampsIn(database, caseView)).toEqual([1, 1]);
    expect(await stampsIn(database, deadlineBoard)).not.toContain(1);
    await project(database, log);
    expect(new Set(await stampsIn(database, deadlineBoard))).toEqual(new Set([1]));
    await expectFreshFold(database, log);
  }, 30_000);

  it('is never taken back by a process that knows less', async () => {
    const { database } = await documents.open();
    const log = logWith('2024-03-27', '2024-03-28');
    await project(database, log);
    await showAnew(database, await bound(deadlineBoard, logWith('2024-03-27')), 1);
    await expectFreshFold(database, log);
  }, 30_000);
});
