import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recorded } from '@app/event-store';
import type { Db } from 'mongodb';
import { deadlineBoard } from '../deadline-board/deadline-board.projection.js';
import { projections } from '../projections.js';
import { dayMadeOff } from '../testing/calendar-history.js';
import { paidCase } from '../testing/case-history.js';
import { startDocuments, type Documents } from '../testing/documents.js';
import { engineOn, expectFreshFold, project } from '../testing/projecting.js';
import { recorder } from '../testing/recorded.js';
import { collectionOf, idOf, type Projection, type View } from './projection.js';
import { quarantineOf } from './quarantine.js';

let documents: Documents;
beforeAll(async () => {
  documents = await startDocuments();
}, 30_000);
afterAll(() => documents.close());

const logWith = (...days: readonly string[]): readonly Recorded[] => {
  const record = recorder();
  return [
    ...record('case-c1', paidCase('c1').slice(0, 8)),
    ...record('case-c2', paidCase('c2')),
    ...record(
      'calendar-kz',
      days.map((day, index) => dayMadeOff(day, `2024-03-20T12:00:0${index}+05:00`)),
    ),
  ];
};

const board: View = deadlineBoard;
const boardThat = (rows: View['rows']): readonly Projection[] =>
  projections.map((one) => (one.name === board.name ? { ...board, rows } : one));
const heldIn = async (database: Db) =>
  (await quarantineOf(database).find().toArray()).map(({ _id, reason }) => [_id, reason]);
const calendarOf = (document: object): number => ('calendar' in document ? Number(document.calendar) : 0);

describe('a row that a corrected calendar makes unwritable', () => {
  /** No name of a field holds a zero byte. */
  const unwritable = boardThat((document, duties) => {
    const rows = board.rows(document, duties);
    return idOf(document) === 'c1' && calendarOf(document) > 0
      ? rows.map((row, index) => (index === 1 ? { ...row, 'a\0b': 1 } : row))
      : rows;
  });
  const held = [
    `${collectionOf(board)}/c1`,
    'cannot be shown by the calendar as it was corrected: Error: key a\0b must not contain null bytes',
  ];

  it('holds its case back there, says so, and keeps no other from being shown', async () => {
    const { database } = await documents.open();
    await project(database, logWith());
    const after = logWith('2024-03-27');
    await project(database, after, { projections: unwritable });
    expect(await heldIn(database)).toEqual([held]);
    const rows = database.collection<{ caseId: string; calendar: number }>(collectionOf(board));
    expect(await rows.countDocuments({ caseId: 'c2', calendar: 0 })).toBe(0);
    expect(await rows.countDocuments({ caseId: 'c1', calendar: 0 })).toBe(1);
    await project(database, after);
    expect(await heldIn(database)).toEqual([]);
    await expectFreshFold(database, after);
  }, 30_000);

  it('is tried again by the next correction alone, and not while there is nothing to do', async () => {
    const { database } = await documents.open();
    await project(database, logWith());
    await project(database, logWith('2024-03-27'), { projections: unwritable });
    const [before] = await quarantineOf(database).find().toArray();
    const after = logWith('2024-03-27', '2024-03-28');
    await project(database, after, { projections: unwritable });
    const [again] = await quarantineOf(database).find().toArray();
    expect(await heldIn(database)).toEqual([held]);
    expect(again?.triedAt).not.toBe(before?.triedAt);
    await project(database, after);
    expect(await heldIn(database)).toEqual([]);
    await expectFreshFold(database, after);
  }, 30_000);
});

describe('a case that a view holds back for a reason of its own', () => {
  const failing = boardThat((document, duties) => {
    if (idOf(document) === 'c1') throw new TypeError('cannot be shown');
    return board.rows(document, duties);
  });

  it('is not said to fail by the calendar when it is tried again', async () => {
    const readModels = await documents.open();
    const log = logWith();
    const own = [[`${collectionOf(board)}/c1`, 'TypeError: cannot be shown']];
    await project(readModels.database, log, { projections: failing });
    expect(await heldIn(readModels.database)).toEqual(own);
    await project(readModels.database, log, { projections: failing });
    expect(await heldIn(readModels.database)).toEqual(own);
    const { readStream, now, lastPosition } = engineOn(readModels.database, log);
    expect(await readModels.retryHeldBack('case-c1', { readStream, now, lastPosition })).toEqual([
      { projection: board.name, documentId: 'c1', reason: null },
    ]);
    await expectFreshFold(readModels.database, log);
  }, 30_000);
});
