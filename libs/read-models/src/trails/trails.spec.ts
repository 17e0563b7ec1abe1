import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UndecodableEvent, type Recorded } from '@app/event-store';
import { collectionOf, type Joined, type LogEntry } from '../engine/projection.js';
import { dayMadeOff } from '../testing/calendar-history.js';
import { paidCase } from '../testing/case-history.js';
import { ruledComplaint, settledComplaint } from '../testing/complaint-history.js';
import { startDocuments, type Documents } from '../testing/documents.js';
import type { ReadModels } from '../read-models.js';
import { end, engineOn, project, type Run } from '../testing/projecting.js';
import { readerOf, streamsOf } from '../testing/log.js';
import { recorder } from '../testing/recorded.js';
import { storedLog } from '../testing/stored-log.js';
import { loadPositions } from '../engine/checkpoints.js';
import { openCollection } from '../engine/fillings.js';
import { madeUntil } from '../engine/joins/make-joined.js';
import { generationsOf, liveOf } from '../engine/rebuild/generations.js';
import { rebuild, type Rebuilding } from '../engine/rebuild/rebuild.js';
import { verify } from '../engine/verify/verification.js';
import { trails, type TrailDocument } from './trails.projection.js';

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

/** Keeps trails until the end of the log is in them. */
const keep = ({ database }: ReadModels, entries: readonly LogEntry[], { batch = 5, ...run }: Run = {}): Promise<void> =>
  project(database, entries, { projections: [trails], batch, ...run });

type StoredTrail = TrailDocument & Joined;

/** The trails that are read. */
const trailsOf = async ({ database }: ReadModels) => {
  const [live = trails] = await liveOf(database, [trails]);
  return openCollection<StoredTrail>(database, live);
};

const stored = async (readModels: ReadModels): Promise<readonly StoredTrail[]> =>
  (await trailsOf(readModels)).find().sort({ _id: 1 }).toArray();

const positionIn = async ({ database }: ReadModels) => (await loadPositions(database, [trails]))[0];

/** What the trails of a log ought to be, made at its end. */
const made = (entries: readonly LogEntry[], ids = ['k1', 'k2']): readonly unknown[] =>
  ids.map((id) => madeUntil(trails, id, entries, end(entries)).document);

const fresh = (): Promise<ReadModels> => documents.open();
const filled = async (): Promise<ReadModels> => {
  const readModels = await fresh();
  await keep(readModels, log);
  return readModels;
};

const verified = async ({ database }: ReadModels, sample: number | null = null) => {
  const signal = new AbortController().signal;
  const verifying = { ...engineOn(database, log), log: storedLog(log), signal };
  const [verification] = await verify(verifying, [{ projection: trails, sample }]);
  return verification!;
};

const rebuilt = async ({ database }: ReadModels) => {
  const rebuilding: Rebuilding = {
    ...engineOn(database, log),
    log: { ...storedLog(log), lastPosition: async () => end(log) },
    follow: (_, after, signal) => readerOf(log, 7)(after, signal),
    signal: new AbortController().signal,
    isCalledOff: async () => false,
  };
  const job = { askedAt: '2025-06-02T09:00:00.000Z', eventsPerSecond: null };
  await rebuild(rebuilding, trails, job, () => undefined);
  const generation = await generationsOf(database).findOne({ _id: collectionOf(trails) });
  return generation?.comparison;
};

describe('the trails that a projector keeps', () => {
  it.each([1, 500])('are what the log gives, read in batches of %i', async (batch) => {
    const readModels = await fresh();
    await keep(readModels, log, { batch });
    expect(await stored(readModels)).toEqual(made(log));
    expect(await positionIn(readModels)).toBe(end(log));
  });

  it('hold the complaint as it was decided, whatever comes later', async () => {
    const until = log.filter(({ position }) => position <= decidedAt);
    const readModels = await fresh();
    await keep(readModels, until);
    const [before] = await stored(readModels);
    await keep(readModels, log);
    const [after] = await stored(readModels);
    expect(after!.decided).toEqual(before!.decided);
    expect([after!.decided?.complaint.row?.status, after!.trail.complaint.row?.status]).toEqual(['DECIDED', 'RULED']);
    expect(after!.decided?.madeFrom.calendarCorrections).toBe(0);
    expect(after!.trail.madeFrom.calendarCorrections).toBe(1);
  });

  it('are whole after a process that ended in the middle of a batch, and with two that do the same', async () => {
    const readModels = await fresh();
    let reads = 0;
    const dying = keep(readModels, log, {
      batch: 500,
      readStream: async (stream, from) => {
        if (stream === 'complaint-k2') {
          // The other trail of the batch is written by then.
          while ((await stored(readModels)).length === 0) reads += 1;
          throw new Error('killed');
        }
        return streamsOf(log)(stream, from);
      },
    });
    await expect(dying).rejects.toThrow('killed');
    expect([(await stored(readModels)).map(({ _id }) => _id), await positionIn(readModels), reads > 0]).toEqual([
      ['k1'],
      null,
      true,
    ]);
    await Promise.all([keep(readModels, log, { batch: 3 }), keep(readModels, log, { batch: 4 })]);
    expect(await stored(readModels)).toEqual(made(log));
  });

  it('never go back where a slower process writes what it made of an earlier place', async () => {
    const readModels = await filled();
    const until = log.filter(({ position }) => position <= decidedAt);
    await keep(readModels, until, { follow: readerOf(until, 5) });
    expect(await stored(readModels)).toEqual(made(log));
    expect(await positionIn(readModels)).toBe(end(log));
  });

  it('end before an event that cannot be read, say so, and go on once it can', async () => {
    const readModels = await fresh();
    const poison = log.find(({ stream, position }) => stream === 'case-c1' && position > decidedAt)!;
    const sick = log.map((event): LogEntry =>
      event === poison ? new UndecodableEvent(event, 'of another version') : event,
    );
    await keep(readModels, sick);
    const { of } = readModels.trails;
    const held = await of('k1');
    expect([held.heldBackAt, held.position]).toEqual([poison.position, poison.position - 1]);
    expect(held.document?.decided).not.toBeNull();
    await keep(readModels, log);
    const { document, ...told } = await of('k1');
    expect(told).toEqual({ heldBackAt: null, position: end(log) });
    expect([document]).toEqual(made(log, ['k1']));
  });

  it('are of complaints alone', async () => {
    const { of } = (await filled()).trails;
    expect(await of('k3')).toEqual({ document: null, heldBackAt: null, position: end(log) });
    expect((await of('k2')).document).toMatchObject({ caseId: 'c1', officeId: 'almaty-bostandyk' });
  });
});

describe('verifying trails', () => {
  it('counts every event of a case, and every correction, once for each complaint about it, and finds each trail as the log gives it', async () => {
    const ofCase = log.filter(({ stream }) => stream === 'case-c1').length;
    const corrections = log.filter(({ stream }) => stream === 'calendar-kz').length;
    const ofComplaints = log.filter(({ stream }) => stream.startsWith('complaint-')).length;
    const { certificate, contents, sound } = await verified(await filled());
    expect(certificate).toMatchObject({
      position: end(log),
      log: { count: 2 * (ofCase + corrections) + ofComplaints },
      applied: certificate.log,
      complete: true,
    });
    expect([contents, sound]).toEqual([{ checked: 2, of: 2, differingDocuments: 0, differing: [] }, true]);
  });

  it('names a trail that is not what the log gives, and one that is not there; a rebuild names them and sets them right', async () => {
    const readModels = await filled();
    const kept = await trailsOf(readModels);
    await kept.updateOne({ _id: 'k1' }, { $set: { 'decided.contestedAt': '2020-01-01T00:00:00.000Z' } });
    await kept.deleteOne({ _id: 'k2' });
    const { certificate, contents, sound } = await verified(readModels);
    expect([certificate.missingEvents, certificate.complete, sound]).toEqual([1, false, false]);
    expect(contents.differing).toEqual([{ documentId: 'k1', paths: ['/decided/contestedAt'] }]);

    expect(await rebuilt(readModels)).toEqual({
      compared: 2,
      differingDocuments: 2,
      differing: [
        { documentId: 'k1', paths: ['/decided/contestedAt'] },
        { documentId: 'k2', paths: ['/'] },
      ],
    });
    expect(await stored(readModels)).toEqual(made(log));
    expect((await verified(readModels, 1)).sound).toBe(true);
  });

  it('takes away the trail of a complaint that the log does not have', async () => {
    const readModels = await filled();
    const [trail] = await stored(readModels);
    await (await trailsOf(readModels)).insertOne({ ...trail!, _id: 'k9', complaintId: 'k9' });
    expect((await verified(readModels)).certificate).toMatchObject({ differing: ['k9'], complete: false });
    expect((await rebuilt(readModels))?.differing).toEqual([{ documentId: 'k9', paths: ['/'] }]);
    expect(await stored(readModels)).toEqual(made(log));
  });
});
