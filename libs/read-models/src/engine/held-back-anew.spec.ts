import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Db } from 'mongodb';
import { caseView } from '../case-view/case-view.projection.js';
import { deadlineBoard } from '../deadline-board/deadline-board.projection.js';
import { projections } from '../projections.js';
import { startDocuments, type Documents } from '../testing/documents.js';
import { logOfCases } from '../testing/log.js';
import { end, engineOn, project } from '../testing/projecting.js';
import { storedLog } from '../testing/stored-log.js';
import { readerOf } from '../testing/log.js';
import { collectionOf, idOf, type Fold, type Projection, type View } from './projection.js';
import { quarantineOf } from './quarantine.js';
import { liveOf } from './rebuild/generations.js';
import { rebuild } from './rebuild/rebuild.js';
import { refold } from './refold.js';
import { retryHeldBack } from './retry.js';
import { storedDocuments } from './stored-documents.js';

let documents: Documents;
beforeAll(async () => {
  documents = await startDocuments();
}, 30_000);
afterAll(() => documents.close());

const log = logOfCases(4);
const half = log.slice(0, 40);
const cases: Fold = caseView;
const board: View = deadlineBoard;
const ofCases = log.filter(({ stream }) => stream.startsWith('case-'));

const withOther = (other: Projection): readonly Projection[] =>
  projections.map((one) => (one.name === other.name ? other : one));
/** A board that cannot show c1. */
const failingBoard: View = {
  ...board,
  rows: (document, duties) => {
    if (idOf(document) === 'c1') throw new TypeError('cannot be shown');
    return board.rows(document, duties);
  },
};
/** Cases of which c1 cannot be folded from its third event on. */
const failingCases: Fold = {
  ...cases,
  evolve: (document, event) => {
    if (event.stream === 'case-c1' && event.revision >= 3) throw new TypeError('cannot be folded');
    return cases.evolve(document, event);
  },
};

const rebuildOf = (database: Db, projection: Projection, askedAt: string): Promise<void> =>
  rebuild(
    {
      ...engineOn(database, log),
      log: { ...storedLog(log), lastPosition: async () => end(log) },
      follow: (_, after, signal) => readerOf(ofCases, 7)(after, signal),
      signal: new AbortController().signal,
      isCalledOff: async () => false,
    },
    projection,
    { askedAt, eventsPerSecond: null },
    () => undefined,
  );

const expectWhole = async (database: Db): Promise<void> => {
  for (const live of await liveOf(database, projections))
    expect([collectionOf(live), await storedDocuments(database, live)]).toEqual([
      collectionOf(live),
      refold(live, log),
    ]);
  const names = (await liveOf(database, projections)).map(collectionOf);
  expect(await quarantineOf(database).countDocuments({ projection: { $in: names } })).toBe(0);
};

describe('a case that is held back while its documents or lists are built anew', () => {
  it('in a view alone, comes right once the view is mended, whatever was built anew', async () => {
    for (const rebuilt of [cases, failingBoard]) {
      const { database } = await documents.open();
      await project(database, half, { projections: withOther(failingBoard) });
      await project(database, log, { projections: withOther(failingBoard) });
      await rebuildOf(database, rebuilt, 'now');
      await project(database, log, { projections: withOther(failingBoard) });
      const [read] = await liveOf(database, [board]);
      expect(await quarantineOf(database).countDocuments({ projection: collectionOf(read!) })).toBe(1);
      await project(database, log);
      await expectWhole(database);
    }
  }, 60_000);

  it('in the documents, comes right in every view once they are built anew by a mended fold', async () => {
    const { database } = await documents.open();
    await project(database, log, { projections: withOther(failingCases) });
    await rebuildOf(database, cases, 'now');
    await project(database, log);
    await expectWhole(database);
  }, 60_000);

  it('in the documents, and let go between a rebuild of a view and the next start, comes right in it', async () => {
    const { database } = await documents.open();
    await project(database, log, { projections: withOther(failingCases) });
    const before = await liveOf(database, projections);
    await rebuildOf(database, board, 'now');
    await retryHeldBack(engineOn(database, log), before, () => true);
    await project(database, log);
    await expectWhole(database);
  }, 60_000);
});
