import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recorded } from '@app/event-store';
import type { Db, Document } from 'mongodb';
import { caseView } from '../case-view/case-view.projection.js';
import { deadlineBoard } from '../deadline-board/deadline-board.projection.js';
import { projections } from '../projections.js';
import type { ReadModels } from '../read-models.js';
import { startDocuments, type Documents } from '../testing/documents.js';
import { logOfCases, readerOf } from '../testing/log.js';
import { end, engineOn, expectFreshFold, leasesOn, project, standAt } from '../testing/projecting.js';
import { applyBatch } from './apply-batch.js';
import { leastOf, loadCheckpoints } from './checkpoints.js';
import { createPartitions, partitions, partitionsOf } from './partitions/partition.js';
import { collectionOf, isView } from './projection.js';
import { projectLog } from './project-log.js';
import { shareOf, type Begun } from './share.js';

let documents: Documents;

beforeAll(async () => {
  documents = await startDocuments();
});
afterAll(() => documents.close());

/** Not begun in any partition. */
const fromNowhere = (begun: Begun): Begun => ({ ...begun, from: new Map(partitions.map((one) => [one, null])) });

/** Takes events into all projections, and moves no checkpoint. */
const takeInAll = async (database: Db, events: readonly Recorded[], log: readonly Recorded[]): Promise<void> => {
  const share = await shareOf(database, leasesOn(database).held, projections);
  const all = { ...share, begun: share.begun.map(fromNowhere), save: async () => undefined };
  const batch = { events, undecodable: [], position: end(events), caughtUp: false };
  await applyBatch(engineOn(database, log), all, batch, null);
};

describe('projecting a log', () => {
  it.each([1, 7, 1000])('leaves what a fresh fold of the log gives, in batches of %i', async (batch) => {
    const { database } = await documents.open();
    const log = logOfCases(3);
    await project(database, log, { batch });
    await expectFreshFold(database, log);
  });

  it('moves every checkpoint to the end of the log, and says that it has caught up', async () => {
    const { database } = await documents.open();
    const log = logOfCases(2);
    await project(database, log);
    const reached = { position: end(log), asOf: expect.any(String), caughtUp: true };
    for (const checkpoints of await loadCheckpoints(database, projections))
      expect(checkpoints).toEqual(partitions.map(() => reached));
  });

  it('changes nothing when it is all done again from the beginning', async () => {
    const { database } = await documents.open();
    const log = logOfCases(5);
    await project(database, log);
    await partitionsOf(database).deleteMany({});
    await project(database, log, { batch: 13 });
    await expectFreshFold(database, log);
  });

  it('goes on from a checkpoint that is out of date', async () => {
    const { database } = await documents.open();
    const log = logOfCases(5);
    await project(database, log.slice(0, 60));
    await partitionsOf(database).deleteMany({});
    await createPartitions(database);
    await standAt(database, { position: log[20]!.position, caughtUp: false });
    await project(database, log);
    await expectFreshFold(database, log);
  });

  it('repeats a batch that was written when the process died before its checkpoint', async () => {
    const { database } = await documents.open();
    const log = logOfCases(5);
    await project(database, log.slice(0, 30));
    await takeInAll(database, log.slice(30, 55), log);
    await project(database, log, { batch: 10 });
    await expectFreshFold(database, log);
  });

  it.each([collectionOf(deadlineBoard), collectionOf(caseView)])(
    'makes up for what a crash kept from being written to %s',
    async (lost) => {
      const { database } = await documents.open();
      const log = logOfCases(2);
      await project(database, log);
      await partitionsOf(database).deleteMany({});
      await database.collection(lost).deleteMany({});
      await project(database, log, { batch: 3 });
      await expectFreshFold(database, log);
    },
  );

  it('is right when two processes do it at once', async () => {
    const { database } = await documents.open();
    const log = logOfCases(8);
    await Promise.all([project(database, log, { batch: 9 }), project(database, log, { batch: 14 })]);
    await expectFreshFold(database, log);
  });

  it('gives a projection that is added later the whole log', async () => {
    const { database } = await documents.open();
    const log = logOfCases(3);
    await project(database, log, { projections: projections.slice(0, 2) });
    await project(database, log);
    await expectFreshFold(database, log);
  });

  it('finds what a document lacks that is older than its checkpoint', async () => {
    const { database } = await documents.open();
    const log = logOfCases(3);
    await project(database, log.slice(0, 30));
    await database.collection(collectionOf(caseView)).deleteOne({ caseId: 'c1' });
    await project(database, log);
    await expectFreshFold(database, log);
  });

  it('never moves a checkpoint back', async () => {
    const { database } = await documents.open();
    await standAt(database, { position: 200, asOf: 'later', caughtUp: true });
    await standAt(database, { position: 100, asOf: 'earlier', caughtUp: false });
    for (const checkpoints of await loadCheckpoints(database, projections))
      expect(leastOf(checkpoints)).toEqual({ position: 200, asOf: 'later', caughtUp: false });
  });
});

/** Whether a command moves checkpoints. */
const isMoving = (commandName: string, command: Document): boolean =>
  commandName === 'update' &&
  command['update'] === 'partitions' &&
  Object.keys(command['updates'][0].u.$set ?? {}).some((path) => path.startsWith('checkpoints.'));

/** Whether a command is about documents and rows: leases and generations are looked at beside them. */
const isOfProjections = (commandName: string, command: Document): boolean =>
  commandName !== 'hello' && !['partitions', 'generations'].includes(command[commandName]);

describe('a batch', () => {
  it('moves the checkpoints when every document is written, and not before', async () => {
    const { database } = await documents.open();
    const log = logOfCases(3);
    const unanswered = new Set<number>();
    const openAtCheckpoint: number[] = [];
    database.client.on('commandStarted', ({ commandName, command, requestId }) => {
      if (isMoving(commandName, command)) openAtCheckpoint.push(unanswered.size);
      else if (isOfProjections(commandName, command)) unanswered.add(requestId);
    });
    database.client.on('commandSucceeded', ({ requestId }) => unanswered.delete(requestId));
    await project(database, log, { batch: 20 });
    expect(openAtCheckpoint).toEqual(Array.from({ length: Math.ceil(log.length / 20) }, () => 0));
  });

  it('costs a collection of documents one query, and all together one write of documents and one of rows', async () => {
    const { database } = await documents.open();
    const log = logOfCases(8);
    const commands: string[] = [];
    database.client.on('commandStarted', ({ commandName, command }) => {
      if (isOfProjections(commandName, command)) commands.push(`${commandName} ${String(command[commandName])}`);
    });
    await takeInAll(database, log, log);
    const read = projections.filter(
      (one) => !isView(one) && one.streams.some((prefix) => log.some(({ stream }) => stream.startsWith(prefix))),
    );
    expect(commands.toSorted()).toEqual([
      'bulkWrite 1',
      'bulkWrite 1',
      ...read.map((projection) => `find ${collectionOf(projection)}`).toSorted(),
    ]);
  });
});

describe('when the document store goes away', () => {
  it('tries again until it is back, says so, and loses nothing', async () => {
    const readModels: ReadModels = await documents.open();
    const log = logOfCases(16);
    const troubles: number[] = [];
    let batches = 0;
    let killed: Promise<void> | null = null;
    const stop = new AbortController();
    const leases = leasesOn(readModels.database);
    await leases.holdWhile(() =>
      projectLog({
        ...engineOn(readModels.database, log),
        projections,
        leases,
        follow: readerOf(log, 5),
        signal: stop.signal,
        onApplied: ({ caughtUp }) => {
          batches += 1;
          if (batches === 10) killed = documents.kill();
          if (caughtUp) stop.abort();
        },
        onTrouble: (_, retryInMs) => {
          troubles.push(retryInMs);
          if (troubles.length === 1) void killed?.then(() => documents.restart());
        },
      }),
    );
    expect(troubles[0]).toBe(100);
    await expectFreshFold(readModels.database, log);
  }, 60_000);
});
