import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseView } from '../../case-view/case-view.projection.js';
import { deadlineBoard } from '../../deadline-board/deadline-board.projection.js';
import { projections } from '../../projections.js';
import { startDocuments, type Documents } from '../../testing/documents.js';
import { logOfCases } from '../../testing/log.js';
import { end, engineOn, expectFreshFold, project } from '../../testing/projecting.js';
import { loadPositions } from '../checkpoints.js';
import { idOf, collectionOf, type Projection, type View } from '../projection.js';
import { quarantineOf } from '../quarantine.js';
import { refold } from '../refold.js';
import { storedDocuments } from '../stored-documents.js';
import { fillViews } from './fill-views.js';

let documents: Documents;
beforeAll(async () => {
  documents = await startDocuments();
});
afterAll(() => documents.close());

const log = logOfCases(5);
const half = log.slice(0, 60);
const others = projections.filter((projection) => projection !== deadlineBoard);
const board: Projection = deadlineBoard;

describe('a new view of documents that are there', () => {
  it('is filled from them, without the log, and then goes on with it', async () => {
    const { database } = await documents.open();
    await project(database, half, { projections: others });
    const signal = new AbortController().signal;
    const filled: string[] = [];
    const engine = { ...engineOn(database, half), views: [deadlineBoard as View], signal };
    await fillViews({ ...engine, onFilled: ({ name }) => filled.push(name) });
    expect(filled).toEqual([deadlineBoard.name]);
    expect(await storedDocuments(database, board)).toEqual(refold(board, half));
    expect(await loadPositions(database, [board])).toEqual([end(half)]);
    await project(database, log);
    await expectFreshFold(database, log);
  });

  it('waits for the log where the documents themselves have not begun', async () => {
    const { database } = await documents.open();
    await fillViews({
      ...engineOn(database, half),
      views: [deadlineBoard as View],
      signal: new AbortController().signal,
    });
    expect(await loadPositions(database, [board])).toEqual([null]);
    await project(database, log);
    await expectFreshFold(database, log);
  });

  it('comes to an end though documents change as fast as they are shown', async () => {
    const { database } = await documents.open();
    const many = logOfCases(60);
    await project(database, many, { projections: others });
    const cases = database.collection(collectionOf(caseView));
    let passes = 0;
    // Who projects goes on meanwhile: each time that all are shown, all have changed.
    database.client.on('commandStarted', ({ commandName, command }) => {
      if (commandName !== 'find' || command['find'] !== collectionOf(caseView)) return;
      passes += 1;
      if (passes < 10) void cases.updateMany({}, { $inc: { position: 1_000_000 } });
    });
    const signal = new AbortController().signal;
    await fillViews({ ...engineOn(database, many), views: [deadlineBoard as View], signal });
    expect(passes).toBeLessThan(10);
    expect(await loadPositions(database, [board])).toEqual([end(many)]);
  });

  it('names the cases that it cannot show', async () => {
    const { database } = await documents.open();
    await project(database, half, { projections: others });
    const failing: View = {
      ...deadlineBoard,
      rows: (document, duties) => {
        if (idOf(document) === 'c1') throw new TypeError('cannot be shown');
        return (deadlineBoard as View).rows(document, duties);
      },
    };
    await fillViews({ ...engineOn(database, half), views: [failing], signal: new AbortController().signal });
    const held = await quarantineOf(database).find().toArray();
    expect(held.map(({ _id, reason }) => [_id, reason])).toEqual([
      [`${collectionOf(board)}/c1`, 'TypeError: cannot be shown'],
    ]);
    await project(database, log);
    await expectFreshFold(database, log);
    expect(await quarantineOf(database).countDocuments()).toBe(0);
  });
});
