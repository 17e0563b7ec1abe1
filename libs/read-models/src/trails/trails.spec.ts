import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UndecodableEvent, type Recorded } from '@app/event-store';
import type { Db } from 'mongodb';
import type { LogEntry } from '../engine/projection.js';
import { dayMadeOff } from '../testing/calendar-history.js';
import { paidCase } from '../testing/case-history.js';
import { ruledComplaint, settledComplaint } from '../testing/complaint-history.js';
import { startDocuments, type Documents } from '../testing/documents.js';
import { end, engineOn } from '../testing/projecting.js';
import { readerOf, streamsOf } from '../testing/log.js';
import { recorder } from '../testing/recorded.js';
import { storedLog } from '../testing/stored-log.js';
import { keepTrails, type KeepTrailsOptions } from './keep-trails.js';
import { rebuildTrails } from './rebuild-trails.js';
import { loadMark, trailsOf, type StoredTrail } from './stored-trails.js';
import { readHistories, trailDocument } from './trail-document.js';
import { trailQueries } from './trails.queries.js';
import { verifyTrails } from './verify-trails.js';

let documents: Documents;
beforeAll(async () => {
  documents = await startDocuments();
});
afterAll(() => documents.close());

const record = recorder();
const [paid, other] = [paidCase('c1'), paidCase('c2')];
/** Two complaints about one case, one of them decided while the case goes on; a case about which nobody complains. */
const log: readonly Recorded[] = [
  ...record('case-c1', paid.slice(0, 6)),
  ...record('case-c2', other.slice(0, 3)),
  ...record('complaint-k1', ruledComplaint('k1').slice(0, 3)),
  ...record('case-c1', paid.slice(6, 8)),
  ...record('complaint-k1', ruledComplaint('k1').slice(3, 7)),
  ...record('complaint-k2', settledComplaint('k2').slice(0, 1)),
  ...record('case-c1', paid.slice(8, 10)),
  ...record('calendar-kz', [dayMadeOff('2024-04-01')]),
  ...record('case-c2', other.slice(3)),
  ...record('complaint-k1', ruledComplaint('k1').slice(7)),
  ...record('case-c1', paid.slice(10)),
];
const decidedAt = log.find(({ type }) => type === 'ComplaintDecided')!.position;

type Run = Partial<KeepTrailsOptions> & Readonly<{ batch?: number }>;

/** Keeps trails until the end of the log is in them. */
const keep = async (database: Db, entries: readonly LogEntry[], { batch = 5, ...run }: Run = {}): Promise<void> => {
  const stop = new AbortController();
  await keepTrails({
    ...engineOn(database, entries),
    follow: readerOf(entries, batch),
    signal: stop.signal,
    onReached: ({ caughtUp }) => caughtUp && stop.abort(),
    onTrouble: (error) => {
      throw error;
    },
    ...run,
  });
};

const stored = (database: Db): Promise<readonly StoredTrail[]> => trailsOf(database).find().sort({ _id: 1 }).toArray();

/** What the trails of a log ought to be, made at its end. */
const made = (entries: readonly LogEntry[], ids = ['k1', 'k2']): Promise<readonly unknown[]> =>
  Promise.all(
    ids.map(async (id) => trailDocument(id, await readHistories(streamsOf(entries), id), end(entries)).document),
  );

const fresh = async (): Promise<Db> => (await documents.open()).database;
const filled = async (): Promise<Db> => {
  const database = await fresh();
  await keep(database, log);
  return database;
};

const verified = (database: Db, sample: number | null = null) => {
  const signal = new AbortController().signal;
  return verifyTrails({ ...engineOn(database, log), log: storedLog(log), signal }, sample);
};

const rebuilt = async (database: Db) => {
  const rebuilding = { ...engineOn(database, log), log: storedLog(log), signal: new AbortController().signal };
  await rebuildTrails(rebuilding, { eventsPerSecond: null }, () => undefined);
  return (await loadMark(database))?.comparison;
};

describe('the trails that a projector keeps', () => {
  it.each([1, 500])('are what the log gives, read in batches of %i', async (batch) => {
    const database = await fresh();
    await keep(database, log, { batch });
    expect(await stored(database)).toEqual(await made(log));
    expect((await loadMark(database))?.position).toBe(end(log));
  });

  it('hold the complaint as it was decided, whatever comes later', async () => {
    const until = log.filter(({ position }) => position <= decidedAt);
    const database = await fresh();
    await keep(database, until);
    const [before] = await stored(database);
    await keep(database, log);
    const [after] = await stored(database);
    expect(after!.decided).toEqual(before!.decided);
    expect([after!.decided?.complaint.row?.status, after!.trail.complaint.row?.status]).toEqual(['DECIDED', 'RULED']);
    expect(after!.decided?.madeFrom.calendarCorrections).toBe(0);
    expect(after!.trail.madeFrom.calendarCorrections).toBe(1);
  });

  it('are whole after a process that ended in the middle of a batch, and with two that do the same', async () => {
    const database = await fresh();
    let reads = 0;
    const dying = keep(database, log, {
      batch: 500,
      readStream: async (stream, from) => {
        if (stream === 'complaint-k2') {
          // The other trail of the batch is written by then.
          while ((await stored(database)).length === 0) reads += 1;
          throw new Error('killed');
        }
        return streamsOf(log)(stream, from);
      },
    });
    await expect(dying).rejects.toThrow('killed');
    expect([(await stored(database)).map(({ _id }) => _id), await loadMark(database), reads > 0]).toEqual([
      ['k1'],
      null,
      true,
    ]);
    await Promise.all([keep(database, log, { batch: 3 }), keep(database, log, { batch: 4 })]);
    expect(await stored(database)).toEqual(await made(log));
  });

  it('never go back where a slower process writes what it made of an earlier place', async () => {
    const database = await filled();
    const until = log.filter(({ position }) => position <= decidedAt);
    await keep(database, until, { follow: readerOf(until, 5) });
    expect(await stored(database)).toEqual(await made(log));
    expect((await loadMark(database))?.position).toBe(end(log));
  });

  it('end before an event that cannot be read, say so, and go on once it can', async () => {
    const database = await fresh();
    const poison = log.find(({ stream, position }) => stream === 'case-c1' && position > decidedAt)!;
    const sick = log.map((event): LogEntry =>
      event === poison ? new UndecodableEvent(event, 'of another version') : event,
    );
    await keep(database, sick);
    const { of } = trailQueries(database);
    const held = await of('k1');
    expect([held.heldBackAt, held.position]).toEqual([poison.position, poison.position - 1]);
    expect(held.document?.decided).not.toBeNull();
    await keep(database, log);
    const { document, ...told } = await of('k1');
    expect(told).toEqual({ heldBackAt: null, position: end(log) });
    expect([document]).toEqual(await made(log, ['k1']));
  });

  it('are of complaints alone', async () => {
    const { of } = trailQueries(await filled());
    expect(await of('k3')).toEqual({ document: null, heldBackAt: null, position: end(log) });
    expect((await of('k2')).document).toMatchObject({ caseId: 'c1', officeId: 'almaty-bostandyk' });
  });
});

describe('verifying trails', () => {
  it('counts every event of a case once for each complaint about it, and finds each trail as the log gives it', async () => {
    const ofCase = log.filter(({ stream }) => stream === 'case-c1').length;
    const ofComplaints = log.filter(({ stream }) => stream.startsWith('complaint-')).length;
    const { certificate, contents, sound } = await verified(await filled());
    expect(certificate).toMatchObject({
      position: end(log),
      log: { count: 2 * ofCase + ofComplaints },
      applied: certificate.log,
      complete: true,
    });
    expect([contents, sound]).toEqual([{ checked: 2, of: 2, differingDocuments: 0, differing: [] }, true]);
  });

  it('names a trail that is not what the log gives, and one that is not there; a rebuild names them and sets them right', async () => {
    const database = await filled();
    await trailsOf(database).updateOne({ _id: 'k1' }, { $set: { 'decided.contestedAt': '2020-01-01T00:00:00.000Z' } });
    await trailsOf(database).deleteOne({ _id: 'k2' });
    const { certificate, contents, sound } = await verified(database);
    expect([certificate.missingEvents, certificate.complete, sound]).toEqual([1, false, false]);
    expect(contents.differing).toEqual([{ documentId: 'k1', paths: ['/decided/contestedAt'] }]);

    expect(await rebuilt(database)).toEqual({
      compared: 2,
      differingDocuments: 2,
      differing: [
        { documentId: 'k1', paths: ['/decided/contestedAt'] },
        { documentId: 'k2', paths: ['/'] },
      ],
    });
    expect(await stored(database)).toEqual(await made(log));
    expect((await verified(database, 1)).sound).toBe(true);
  });

  it('takes away the trail of a complaint that the log does not have', async () => {
    const database = await filled();
    const [trail] = await stored(database);
    await trailsOf(database).insertOne({ ...trail!, _id: 'k9', complaintId: 'k9' });
    expect((await verified(database)).certificate).toMatchObject({ differing: ['k9'], complete: false });
    expect((await rebuilt(database))?.differing).toEqual([{ documentId: 'k9', paths: ['/'] }]);
    expect(await stored(database)).toEqual(await made(log));
  });
});
