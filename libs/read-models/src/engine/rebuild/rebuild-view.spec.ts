import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as after } from 'node:timers/promises';
import type { Recorded } from '@app/event-store';
import { caseView } from '../../case-view/case-view.projection.js';
import { deadlineBoard } from '../../deadline-board/deadline-board.projection.js';
import type { ReadModels } from '../../read-models.js';
import { startDocuments, type Documents } from '../../testing/documents.js';
import { logOfCases } from '../../testing/log.js';
import { end, engineOn, project } from '../../testing/projecting.js';
import { storedLog } from '../../testing/stored-log.js';
import { forgetCheckpoints } from '../checkpoints.js';
import { openCollection } from '../fillings.js';
import { collectionOf, idOf, type Projection } from '../projection.js';
import { refold } from '../refold.js';
import { storedDocuments } from '../stored-documents.js';
import { verify } from '../verify/verification.js';
import { atGeneration, beginNext, generationsOf, liveOf, switchTo } from './generations.js';
import { rebuild } from './rebuild.js';

let documents: Documents;
beforeAll(async () => {
  documents = await startDocuments();
});
afterAll(() => documents.close());

const log = logOfCases(5);
const board: Projection = deadlineBoard;
const asked = { askedAt: '2024-03-04T10:00:00.000Z', eventsPerSecond: null };

const filled = async (events: readonly Recorded[]): Promise<ReadModels> => {
  const readModels = await documents.open();
  await project(readModels.database, events);
  return readModels;
};

/** Rebuilds the board on a log that is not to be read. */
const rebuildBoard = (
  { database }: ReadModels,
  signal = new AbortController().signal,
  job: Parameters<typeof rebuild>[2] = asked,
): Promise<void> =>
  rebuild(
    {
      ...engineOn(database, log),
      log: { ...storedLog(log), lastPosition: async () => end(log) },
      follow: () => {
        throw new Error('a view is filled from the documents');
      },
      signal,
      isCalledOff: async () => true,
    },
    board,
    job,
    () => undefined,
  );

describe('a rebuild of a view', () => {
  it('says in which rows it differs from before, and is right again', async () => {
    const readModels = await filled(log);
    const rows = readModels.database.collection<{ _id: string }>(collectionOf(board));
    const [first, second] = (await rows.find({ caseId: 'c1' }).sort({ _id: 1 }).toArray()).map(idOf);
    await rows.updateOne({ _id: first! }, { $set: { due: '2031-01-01' } });
    await rows.deleteOne({ _id: second! });
    await rebuildBoard(readModels);
    expect((await generationsOf(readModels.database).findOne({}))!.comparison).toEqual({
      compared: 5,
      differingDocuments: 1,
      differing: [{ documentId: 'c1', paths: expect.arrayContaining([`${first}/due`, `${second}/`]) }],
    });
    expect(await storedDocuments(readModels.database, atGeneration(board, 2))).toEqual(refold(board, log));
  });

  it('goes on with the log from where the documents were', async () => {
    const readModels = await filled(log.slice(0, 60));
    await rebuildBoard(readModels);
    await project(readModels.database, log);
    const [live] = await liveOf(readModels.database, [board]);
    expect(live?.generation).toBe(2);
    expect(await storedDocuments(readModels.database, live!)).toEqual(refold(board, log));
  });

  it('takes over no sooner than the documents have come as far as the rows that are read', async () => {
    const readModels = await filled(log);
    const { database } = readModels;
    // A new version of the fold has come half the way.
    await database.collection(collectionOf(caseView)).drop();
    await forgetCheckpoints(database, caseView);
    await project(database, log.slice(0, 60), { projections: [caseView] });
    const rebuilding = rebuildBoard(readModels);
    while ((await openCollection(database, atGeneration(board, 2)).countDocuments()) === 0) await after(20);
    await after(500);
    expect(await liveOf(database, [board])).toMatchObject([{ generation: 1 }]);
    await project(database, log, { projections: [caseView] });
    await rebuilding;
    expect(await liveOf(database, [board])).toMatchObject([{ generation: 2 }]);
    expect(await storedDocuments(database, atGeneration(board, 2))).toEqual(refold(board, log));
  }, 30_000);

  it('begins anew from the documents that are read, where these are built anew meanwhile', async () => {
    const readModels = await filled(log.slice(0, 60));
    const { database } = readModels;
    const cases = database.collection<{ _id: string }>(collectionOf(caseView));
    await cases.updateOne({ _id: 'c1' }, { $set: { officeId: 'elsewhere' } });
    const rebuilding = rebuildBoard(readModels, undefined, { ...asked, eventsPerSecond: 30 });
    const fillings = await beginNext(database, caseView as Projection, 'of the documents');
    await project(database, log.slice(0, 60), { projections: [fillings.next] });
    const comparison = { compared: 0, differingDocuments: 0, differing: [] };
    await switchTo(database, fillings, { at: '2024-03-04T12:00:00.000Z', documents: 5, comparison });
    await project(database, log);
    await rebuilding;
    await project(database, log);
    const [live] = await liveOf(database, [board]);
    expect(live?.generation).toBe(3);
    expect(await storedDocuments(database, live!)).toEqual(refold(board, log));
    const left = (await database.listCollections().toArray()).map(({ name }) => name);
    expect(left).not.toContain(collectionOf(atGeneration(board, 2)));
  }, 30_000);

  it('is refused where documents are lost that it would show: it never takes the place of a fuller one', async () => {
    const readModels = await filled(log);
    const engine = { ...engineOn(readModels.database, log), log: storedLog(log), signal: new AbortController().signal };
    await verify(engine, [{ projection: caseView, sample: null }]);
    await readModels.database.collection<{ _id: string }>(collectionOf(caseView)).deleteOne({ _id: 'c1' });
    await expect(rebuildBoard(readModels)).rejects.toThrow(`${collectionOf(caseView)} has 4 of 5 documents`);
    expect(await liveOf(readModels.database, [board])).toMatchObject([{ generation: 1 }]);
    expect(await storedDocuments(readModels.database, board)).toEqual(refold(board, log));
  });

  it('that is called off leaves the live one as it was, and nothing behind', async () => {
    const readModels = await filled(log);
    const stop = new AbortController();
    readModels.database.client.on('commandStarted', ({ commandName }) => {
      if (commandName === 'bulkWrite') stop.abort();
    });
    await rebuildBoard(readModels, stop.signal);
    expect(await liveOf(readModels.database, [board])).toMatchObject([{ generation: 1 }]);
    const left = (await readModels.database.listCollections().toArray()).map(({ name }) => name);
    expect(left.filter((name) => name.endsWith('-g2'))).toEqual([]);
  });
});
