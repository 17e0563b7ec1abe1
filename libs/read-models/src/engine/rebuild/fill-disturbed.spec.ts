import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recorded } from '@app/event-store';
import type { Db } from 'mongodb';
import { caseView } from '../../case-view/case-view.projection.js';
import { deadlineBoard } from '../../deadline-board/deadline-board.projection.js';
import { projections } from '../../projections.js';
import { dayMadeOff } from '../../testing/calendar-history.js';
import { startDocuments, type Documents } from '../../testing/documents.js';
import { logOfCases } from '../../testing/log.js';
import { end, engineOn, expectFreshFold, project } from '../../testing/projecting.js';
import { recordedAt } from '../../testing/recorded.js';
import { storedLog } from '../../testing/stored-log.js';
import { collectionOf, type Fold, type Projection, type View } from '../projection.js';
import { quarantineOf } from '../quarantine.js';
import { retryHeldBack } from '../retry.js';
import { refold } from '../refold.js';
import { storedDocuments } from '../stored-documents.js';
import { byTheCalendar } from '../calendar-knowledge.js';
import { fillView } from './fill-view.js';
import { fillViews } from './fill-views.js';
import { liveOf } from './generations.js';
import { rebuild } from './rebuild.js';

let documents: Documents;
beforeAll(async () => {
  documents = await startDocuments();
}, 30_000);
afterAll(() => documents.close());

const log = logOfCases(5);
const corrected: readonly Recorded[] = [...log, recordedAt('calendar-kz', 0, end(log) + 1, dayMadeOff('2024-03-27'))];
const others = projections.filter((projection) => projection !== deadlineBoard);
const signal = new AbortController().signal;

/** Does something once, when the documents of cases have been read the first time to be shown. */
const onceRead = (database: Db, deed: () => Promise<void>): (() => Promise<void>) => {
  let done: Promise<void> | null = null;
  database.client.on('commandSucceeded', ({ commandName, reply }) => {
    const { cursor } = reply as { cursor?: { ns: string } };
    if (commandName === 'find' && cursor?.ns.endsWith(`.${collectionOf(caseView)}`)) done ??= deed();
  });
  return async () => {
    await done;
  };
};

/** The rows of the board that is read are what a fresh fold of a log gives. */
const expectBoard = async (database: Db, events: readonly Recorded[]): Promise<void> => {
  const [live] = await liveOf(database, [deadlineBoard as Projection]);
  const fresh = refold(await byTheCalendar(engineOn(database, events).readStream, deadlineBoard as Projection), events);
  expect(await storedDocuments(database, live!)).toEqual(fresh);
};

describe('a correction of the calendar that comes while a view is filled', () => {
  it('is in the rows of a new view', async () => {
    const { database } = await documents.open();
    await project(database, log, { projections: others });
    const disturbed = onceRead(database, () => project(database, corrected, { projections: others }));
    await fillViews({ ...engineOn(database, log), views: [deadlineBoard as View], signal });
    await disturbed();
    await project(database, corrected);
    await expectFreshFold(database, corrected);
  }, 30_000);

  it('is in the rows of a view that is built anew', async () => {
    const { database } = await documents.open();
    await project(database, log);
    const disturbed = onceRead(database, () => project(database, corrected));
    await rebuild(
      {
        ...engineOn(database, log),
        log: { ...storedLog(log), lastPosition: async () => end(log) },
        follow: () => {
          throw new Error('a view is filled from the documents');
        },
        signal,
        isCalledOff: async () => true,
      },
      deadlineBoard as Projection,
      { askedAt: '2024-03-04T10:00:00.000Z', eventsPerSecond: null },
      () => undefined,
    );
    await disturbed();
    await project(database, corrected);
    await expectBoard(database, corrected);
  }, 30_000);
});

describe('a case that is let go while a view is filled', () => {
  it('is shown in it as far as it has come', async () => {
    const { database } = await documents.open();
    const cases: Fold = caseView;
    const failing: Fold = {
      ...cases,
      evolve: (document, event) => {
        if (event.stream === 'case-c1' && event.revision === 5) throw new TypeError('cannot be folded');
        return cases.evolve(document, event);
      },
    };
    const broken = others.map((one) => (one === (caseView as Projection) ? failing : one));
    await project(database, log, { projections: broken });
    expect(await quarantineOf(database).countDocuments({ documentId: 'c1' })).toBeGreaterThan(0);
    const disturbed = onceRead(database, async () => {
      await retryHeldBack(engineOn(database, log), others, () => true);
    });
    // slow enough for the case to be let go between its being read and the end
    await fillView(engineOn(database, log), deadlineBoard as View, { signal, eventsPerSecond: 50 });
    await disturbed();
    await project(database, log);
    await expectFreshFold(database, log);
    expect(await quarantineOf(database).countDocuments()).toBe(0);
  }, 30_000);
});
