import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recorded } from '@app/event-store';
import type { ReadModels } from '../../read-models.js';
import { startDocuments, type Documents } from '../../testing/documents.js';
import { logOfCases, streamsOf } from '../../testing/log.js';
import { engineOn, project } from '../../testing/projecting.js';
import { storedLog } from '../../testing/stored-log.js';
import { caseView } from '../../case-view/case-view.projection.js';
import { timeline, type TimelineDocument } from '../../timeline/timeline.projection.js';
import { deadlineBoard } from '../../deadline-board/deadline-board.projection.js';
import { collectionOf, type Fold, type Projection, type View } from '../projection.js';
import { refold } from '../refold.js';
import { compareWithOlder, versionComparisonsOf } from './compare-versions.js';
import { dropOlder, olderFillings } from './older.js';

let documents: Documents;
let readModels: ReadModels;
const log = logOfCases(5);
const whole = log.slice(0, 60);

/** The timeline as the next version folds it: offices by another name, notes, and no words of cases. */
const next: Fold<TimelineDocument> = {
  ...timeline,
  version: timeline.version + 1,
  evolve: (document, event) => {
    const { officeId: _gone, ...folded } = timeline.evolve(document, event);
    const entries = folded.entries.map((entry) => ({ ...entry, ...(entry.revision === 0 && { what: 'Filed' }) }));
    return { ...folded, entries, notes: [] } as unknown as TimelineDocument;
  },
};

/** The board as the next version shows it: debtors by another name, and nothing of the rule R-18. */
const nextBoard: View = {
  ...deadlineBoard,
  version: deadlineBoard.version + 1,
  rows: (document, duties) =>
    (deadlineBoard as View)
      .rows(document, duties)
      .filter(({ id }) => !id.endsWith('/R-18'))
      .map((row) => ({ ...row, debtor: 'SOMEBODY' })),
};

beforeAll(async () => {
  documents = await startDocuments();
  readModels = await documents.open();
  // The older version stopped before the log ended; the newer one has all of it.
  await project(readModels.database, whole, {
    projections: [caseView, timeline, deadlineBoard] as readonly Projection[],
  });
  await project(readModels.database, log, { projections: [caseView, next, nextBoard] as readonly Projection[] });
}, 60_000);
afterAll(() => documents.close());

type Loose = Readonly<{ _id: string }> & Record<string, unknown>;
const loose = (collection: string) => readModels.database.collection<Loose>(collection);
const caseIds = (events: readonly Recorded[]) =>
  new Set(events.flatMap(({ stream }) => (stream.startsWith('case-') ? [stream.slice(5)] : [])));

const compared = async (projection: Projection) => {
  const comparing = { ...engineOn(readModels.database, log), readStream: streamsOf(log), log: storedLog(log) };
  await compareWithOlder({ ...comparing, signal: new AbortController().signal }, projection);
  return versionComparisonsOf(readModels.database).findOne({ _id: collectionOf(projection) });
};

describe('a new version of a projection', () => {
  it('is compared with the one before it as far as that one had come: what differs, is new and is gone', async () => {
    const count = caseIds(whole).size;
    expect(await compared(next as Projection)).toMatchObject({
      older: collectionOf(timeline),
      compared: count,
      differingDocuments: count,
      newDocuments: 0,
      goneDocuments: 0,
      paths: [
        { path: '/entries/[]/what', kind: 'DIFFERS', documents: count },
        { path: '/notes', kind: 'NEW', documents: count },
        { path: '/officeId', kind: 'GONE', documents: count },
      ],
      differing: [...caseIds(whole)].toSorted().map((documentId) => ({
        documentId,
        paths: expect.arrayContaining(['/officeId', '/notes', '/entries/0/what']),
      })),
    });
  });

  it('names documents that only one of the two has', async () => {
    const old = await loose(collectionOf(timeline)).findOne({ _id: 'c1' });
    await loose(collectionOf(timeline)).deleteOne({ _id: 'c1' });
    await loose(collectionOf(timeline)).insertOne({ ...old!, _id: 'never' });
    const found = await compared(next as Projection);
    expect(found).toMatchObject({ newDocuments: 1, goneDocuments: 1 });
    expect(found?.differing).toEqual(
      expect.arrayContaining([
        { documentId: 'c1', paths: ['/'] },
        { documentId: 'never', paths: ['/'] },
      ]),
    );
    await loose(collectionOf(timeline)).deleteOne({ _id: 'never' });
    await loose(collectionOf(timeline)).insertOne(old!);
  });

  it('of a view is compared row by row, as of where the one before it had come', async () => {
    const then = refold(deadlineBoard as Projection, whole).rows;
    const left = then.filter(({ _id: id }) => id.endsWith('/R-18')).length;
    expect(await compared(nextBoard)).toMatchObject({
      older: collectionOf(deadlineBoard),
      compared: then.length,
      differingDocuments: then.length,
      newDocuments: 0,
      goneDocuments: left,
      paths: [{ path: '/debtor', kind: 'DIFFERS', documents: then.length - left }],
    });
    expect(left).toBeGreaterThan(0);
  });

  it('has nothing to say where there is no version before it', async () => {
    expect(await compared(timeline)).toBeNull();
  });

  it('leaves what the one before it filled until somebody says so, and the documents that were kept beside rows', async () => {
    const { database } = readModels;
    const board = nextBoard as Projection;
    await loose(`${collectionOf(deadlineBoard)}-folds`).insertOne({ _id: 'c1' });
    expect(await olderFillings(database, board)).toEqual([
      { name: board.name, version: deadlineBoard.version, generation: 1 },
    ]);
    expect(await dropOlder(database, board)).toEqual([collectionOf(deadlineBoard)]);
    const left = (await database.listCollections().toArray()).map(({ name }) => name);
    expect(left).not.toContain(collectionOf(deadlineBoard));
    expect(left).not.toContain(`${collectionOf(deadlineBoard)}-folds`);
    expect(left).toContain(collectionOf(timeline));
    expect(await dropOlder(database, board)).toEqual([]);
  });
});
