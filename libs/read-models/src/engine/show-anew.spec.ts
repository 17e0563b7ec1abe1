import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recorded } from '@app/event-store';
import type { Db } from 'mongodb';
import { caseView } from '../case-view/case-view.projection.js';
import { deadlineBoard } from '../deadline-board/deadline-board.projection.js';
import { projections } from '../projections.js';
import type { ReadModels } from '../read-models.js';
import { dayMadeOff } from '../testing/calendar-history.js';
import { paidCase } from '../testing/case-history.js';
import { startDocuments, type Documents } from '../testing/documents.js';
import { engineOn, expectFreshFold, project } from '../testing/projecting.js';
import { recorder } from '../testing/recorded.js';
import { CalendarKnowledge } from './calendar-knowledge.js';
import { streamsOf } from '../testing/log.js';
import { KnownRows } from './known-rows.js';
import { idOf, collectionOf, foldOf, isJoin, type Fold, type Projection, type View } from './projection.js';
import { quarantineOf } from './quarantine.js';
import { retryHeldBack } from './retry.js';
import { familiesOf, type Family } from './share.js';
import { showAnew } from './show-anew.js';
import { takeIn } from './take-in.js';

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

/** Cases and the views of them, bound to the corrections of a log. */
const bound = async (given: readonly Projection[], log: readonly Recorded[]): Promise<Family> => {
  const calendar = new CalendarKnowledge(streamsOf(log));
  await calendar.learn();
  return familiesOf(given.map(calendar.bind))[0]!;
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
    // Died when the rows were written, and the documents were not.
    const cases = database.collection<{ _id: string }>(collectionOf(caseView));
    const before = await cases.find().toArray();
    await showAnew(engineOn(database, log), await bound(projections, log), {
      known: 1,
      again: false,
      rows: new KnownRows(),
    });
    for (const { _id, ...rest } of before) await cases.replaceOne({ _id }, rest);
    expect(await stampsIn(database, caseView)).toEqual([0, 0]);
    await project(database, log);
    expect(new Set(await stampsIn(database, deadlineBoard))).toEqual(new Set([1]));
    await expectFreshFold(database, log);
  }, 30_000);

  it('is never taken back by a process that knows less', async () => {
    const { database } = await documents.open();
    const log = logWith('2024-03-27', '2024-03-28');
    await project(database, log);
    const knowingLess = await bound(projections, logWith('2024-03-27'));
    await showAnew(engineOn(database, log), knowingLess, { known: 1, again: false, rows: new KnownRows() });
    await expectFreshFold(database, log);
  }, 30_000);
});

describe('a case that cannot be shown by a corrected calendar', () => {
  const after = logWith('2024-03-27');
  const last = after.findLast(({ stream }) => stream === 'case-c1')!;

  const failFor = (document: object, corrections: number): void => {
    if ('caseId' in document && document.caseId === 'c1' && corrections > 0) throw new RangeError('no such day');
  };
  /** Cannot count with any correction where c1 is concerned. */
  const failingCases: Fold = {
    ...(caseView as Fold),
    derive: (document, calendars) => {
      failFor(document, calendars.changes.length);
      return (caseView as Fold).derive?.(document, calendars);
    },
  };
  /** The same in its rows alone. */
  const failingBoard: View = {
    ...(deadlineBoard as View),
    rows: (document, duties) => {
      failFor(document, 'calendar' in document ? Number(document.calendar) : 0);
      return (deadlineBoard as View).rows(document, duties);
    },
  };
  const withFailing = (failing: Projection): readonly Projection[] =>
    projections.map((one) => (one.name === failing.name ? failing : one));
  const broken = withFailing(failingCases);
  /** What is kept of the fold that fails: its documents, and every view of them. */
  const ofCases = projections.filter((one) => !isJoin(one) && foldOf(one).name === caseView.name);
  const held = (projection: Projection) => ({
    _id: `${collectionOf(projection)}/c1`,
    projection: collectionOf(projection),
    documentId: 'c1',
    stream: 'case-c1',
    revision: last.revision,
    position: last.position,
    eventId: last.id,
    eventType: last.type,
    reason: 'cannot be shown by the calendar as it was corrected: RangeError: no such day',
    triedAt: expect.any(String),
  });
  const byId = (one: { _id: string }, other: { _id: string }): number => (idOf(one) < idOf(other) ? -1 : 1);
  const heldIn = (database: Db) => quarantineOf(database).find().sort({ _id: 1 }).toArray();

  it('stays as it was, and is told as held back; the others are shown', async () => {
    const readModels = await documents.open();
    const { database } = readModels;
    await project(database, logWith());
    await project(database, after, { projections: broken });
    expect(await heldIn(database)).toEqual(ofCases.map(held).toSorted(byId));
    expect(await stampsIn(database, caseView)).toEqual([0, 1]);
    const reports = await readModels.projectionReports(new Date().toISOString());
    expect(reports.flatMap(({ heldBack }) => heldBack.map(({ caseId }) => caseId))).toEqual(ofCases.map(() => 'c1'));
  }, 30_000);

  it('in one view stays as it was there alone, and comes right with the next correction', async () => {
    const { database } = await documents.open();
    await project(database, logWith());
    await project(database, after, { projections: withFailing(failingBoard) });
    expect(await heldIn(database)).toEqual([held(deadlineBoard)]);
    expect(await stampsIn(database, caseView)).toEqual([1, 1]);
    const corrected = logWith('2024-03-27', '2024-03-28');
    await project(database, corrected);
    expect(await heldIn(database)).toEqual([]);
    await expectFreshFold(database, corrected);
  }, 30_000);

  it('in one view is told no more once its next event shows it, also by a process that came after', async () => {
    const { database } = await documents.open();
    await project(database, logWith());
    const onlyNow: View = {
      ...failingBoard,
      rows: (document, duties) =>
        document.revision > last.revision
          ? (deadlineBoard as View).rows(document, duties)
          : failingBoard.rows(document, duties),
    };
    const failingNow = withFailing(onlyNow);
    await project(database, after, { projections: failingNow });
    const rows = new KnownRows();
    const family = await bound(failingNow, after);
    await retryHeldBack(engineOn(database, after), [family.fold, ...family.views], () => true, rows);
    expect(await heldIn(database)).toEqual([held(deadlineBoard)]);
    const [next] = recorder()('case-c1', paidCase('c1').slice(decided.length, decided.length + 1));
    const position = after.at(-1)!.position + 1;
    const entry = { ...next!, id: 'case-c1@next', revision: last.revision + 1, position };
    await takeIn(engineOn(database, after), [{ family, id: 'c1', entries: [entry], views: family.views }], rows);
    expect(await heldIn(database)).toEqual([]);
  }, 30_000);

  it('is held back where its next event comes, too, and keeps no other from being taken in', async () => {
    const { database } = await documents.open();
    await project(database, after, { projections: broken, batch: 3 });
    expect((await heldIn(database)).map(({ projection }) => projection)).toEqual(ofCases.map(collectionOf).toSorted());
    expect(await stampsIn(database, caseView)).toEqual([1]);
  }, 30_000);

  it('is shown, and held back no more, at the next start after the fold is mended', async () => {
    const { database } = await documents.open();
    await project(database, logWith());
    await project(database, after, { projections: broken });
    await project(database, after);
    expect(await heldIn(database)).toEqual([]);
    await expectFreshFold(database, after);
  }, 30_000);

  it('is shown when somebody asks that it be tried again', async () => {
    const readModels = await documents.open();
    await project(readModels.database, logWith());
    await project(readModels.database, after, { projections: broken });
    const retried = await readModels.retryHeldBack('case-c1', engineOn(readModels.database, after));
    expect(retried.map(({ reason }) => reason)).toEqual(ofCases.map(() => null));
    expect(await heldIn(readModels.database)).toEqual([]);
    await expectFreshFold(readModels.database, after);
  }, 30_000);

  it('is tried again when another correction comes, and stays held back where it fails again', async () => {
    const { database } = await documents.open();
    await project(database, logWith());
    await project(database, after, { projections: broken });
    const [before] = await heldIn(database);
    const more = logWith('2024-03-27', '2024-03-28');
    await project(database, more, { projections: broken });
    expect(await heldIn(database)).toEqual(ofCases.map(held).toSorted(byId));
    expect((await heldIn(database))[0]?.triedAt).not.toBe(before?.triedAt);
  }, 30_000);

  it('does not keep those behind it from being shown, however many there are', async () => {
    const { database } = await documents.open();
    await project(database, logWith());
    const many = Array.from({ length: 600 }, (_, index) => ({
      _id: `a${String(index).padStart(3, '0')}`,
      caseId: 'c1',
      position: 1,
      revision: 0,
      calendar: 0,
    }));
    await database.collection<(typeof many)[number]>(collectionOf(caseView)).insertMany(many);
    const engine = engineOn(database, after);
    await showAnew(engine, await bound([failingCases], after), { known: 1, again: false, rows: new KnownRows() });
    expect(await database.collection(collectionOf(caseView)).countDocuments({ calendar: 1 })).toBe(1);
    expect(await quarantineOf(database).countDocuments()).toBe(601);
  }, 30_000);
});
