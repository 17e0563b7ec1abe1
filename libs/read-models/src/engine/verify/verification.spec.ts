import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recorded } from '@app/event-store';
import type { Db } from 'mongodb';
import { projections } from '../../projections.js';
import { startDocuments, type Documents } from '../../testing/documents.js';
import { logOfCases } from '../../testing/log.js';
import { end, project, standAt, verifyingOn } from '../../testing/projecting.js';
import { createPartitions, partitionsOf } from '../partitions/partition.js';
import { collectionOf, isJoin, type Projection } from '../projection.js';
import { withEvent, type Tally } from '../tally.js';
import { verificationsOf, verify, type Verification } from './verification.js';

let documents: Documents;

beforeAll(async () => {
  documents = await startDocuments();
});
afterAll(() => documents.close());

const named = (name: string): Projection => projections.find((projection) => projection.name === name)!;
const caseView = named('case-view');
const board = named('deadline-board');
const log = logOfCases(5);
const ofCases = log.filter(({ stream }) => stream.startsWith('case-'));

const ofC1 = ofCases.filter(({ stream }) => stream === 'case-c1');

/** What a fresh count of events gives. */
const tallyOf = (events: readonly Recorded[]): Tally =>
  events.reduce<Tally>((tally, { id }) => withEvent(tally, id), { count: 0, digest: '0'.repeat(64) });

const verified = async (
  database: Db,
  projection: Projection,
  options: Readonly<{ of?: readonly Recorded[]; sample?: number }> = {},
): Promise<Verification> => {
  const asked = [{ projection, sample: options.sample ?? null }];
  const [found] = await verify(verifyingOn(database, options.of ?? log), asked);
  return found!;
};

const filled = async (): Promise<Db> => {
  const { database } = await documents.open();
  await project(database, log);
  return database;
};

type Loose = Readonly<{ _id: string }> & Record<string, unknown>;
const loose = (database: Db, collection: string) => database.collection<Loose>(collection);

describe('a certificate', () => {
  it.each(projections.map((projection): [string, Projection] => [projection.name, projection]))(
    'of %s counts what the log holds, and the documents are what it gives',
    async (_, projection) => {
      // Nobody complains in this log, so that nothing joins a case
      const prefixes = isJoin(projection) ? [projection.own] : projection.streams;
      const events = log.filter(({ stream }) => prefixes.some((prefix) => stream.startsWith(prefix)));
      const documentCount = new Set(events.map(({ stream }) => stream)).size;
      expect(await verified(await filled(), projection)).toMatchObject({
        _id: collectionOf(projection),
        sound: true,
        certificate: {
          position: end(log),
          log: tallyOf(events),
          applied: tallyOf(events),
          missingEvents: 0,
          missing: [],
          differing: [],
          complete: true,
        },
        contents: { checked: documentCount, of: documentCount, differingDocuments: 0, differing: [] },
      });
    },
  );

  it('is kept, the last one of each projection', async () => {
    const database = await filled();
    await verified(database, caseView, { sample: 1 });
    const last = await verified(database, caseView);
    expect(await verificationsOf(database).find().toArray()).toEqual([last]);
  });

  it('stays whole when batches are repeated', async () => {
    const database = await filled();
    await partitionsOf(database).deleteMany({});
    await project(database, log, { batch: 7 });
    expect((await verified(database, caseView)).certificate).toMatchObject({
      applied: tallyOf(ofCases),
      complete: true,
    });
  });

  it('names the places of events that no document has', async () => {
    const database = await filled();
    await loose(database, collectionOf(caseView)).deleteOne({ _id: 'c1' });
    const lost = ofC1.map(({ position }) => position);
    const { certificate, sound } = await verified(database, caseView);
    expect(certificate).toMatchObject({
      log: tallyOf(ofCases),
      applied: tallyOf(ofCases.filter(({ stream }) => stream !== 'case-c1')),
      missingEvents: lost.length,
      complete: false,
    });
    expect(certificate.missing.map(({ from }) => from)).toEqual(lost);
    expect(sound).toBe(false);
  });

  it('names events that follow each other as one run', async () => {
    const database = await filled();
    await loose(database, collectionOf(caseView)).deleteMany({});
    expect((await verified(database, caseView)).certificate.missing).toEqual([
      { from: ofCases[0]!.position, to: ofCases.at(-1)!.position, events: ofCases.length },
    ]);
  });

  it.each<[string, Tally | null]>([
    ['took an event twice', tallyOf([...ofC1, ofC1[2]!])],
    ['took another event for one of its own', tallyOf([...ofC1.slice(1), log[0]!])],
    ['does not say what it took', null],
  ])('names a document that %s', async (_, tally) => {
    const database = await filled();
    await loose(database, collectionOf(caseView)).updateOne({ _id: 'c1' }, { $set: { tally } });
    const { certificate } = await verified(database, caseView);
    expect([certificate.differing, certificate.complete]).toEqual([['c1'], false]);
  });

  it('does not call missing what the checkpoint has not reached', async () => {
    const { database } = await documents.open();
    const half = log.slice(0, 40);
    await project(database, half);
    expect((await verified(database, caseView)).certificate).toMatchObject({
      position: end(half),
      log: tallyOf(half.filter(({ stream }) => stream.startsWith('case-'))),
      complete: true,
    });
  });

  it('counts what a document has past the checkpoint on both sides', async () => {
    const database = await filled();
    await partitionsOf(database).deleteMany({});
    await createPartitions(database);
    await standAt(database, { position: log[20]!.position, caughtUp: false });
    expect((await verified(database, caseView)).certificate).toMatchObject({
      position: log[20]!.position,
      log: tallyOf(ofCases),
      applied: tallyOf(ofCases),
      complete: true,
    });
  });

  it('of an empty projection is whole', async () => {
    const { database } = await documents.open();
    expect((await verified(database, caseView, { of: [] })).certificate).toEqual({
      position: null,
      log: { count: 0, digest: '0'.repeat(64) },
      applied: { count: 0, digest: '0'.repeat(64) },
      missingEvents: 0,
      missing: [],
      differing: [],
      complete: true,
    });
  });
});

describe('the check of contents', () => {
  it('names the documents that are not what their streams give, and where', async () => {
    const database = await filled();
    await loose(database, collectionOf(caseView)).updateOne(
      { _id: 'c2' },
      { $set: { 'state.status': 'PAID', made: 'up' } },
    );
    const { contents, sound, certificate } = await verified(database, caseView);
    expect(contents).toEqual({
      checked: 5,
      of: 5,
      differingDocuments: 1,
      differing: [{ documentId: 'c2', paths: expect.arrayContaining(['/made', '/state/status']) }],
    });
    expect(contents.differing[0]!.paths.length).toBe(2);
    expect([certificate.complete, sound]).toEqual([true, false]);
  });

  it('names the rows that are not what their document gives, or are not there', async () => {
    const database = await filled();
    const rows = loose(database, collectionOf(board));
    const [first, second] = (await rows.find({ caseId: 'c1' }).sort({ _id: 1 }).toArray()).map(({ _id: id }) => id);
    await rows.updateOne({ _id: first! }, { $set: { due: '2031-01-01' } });
    await rows.deleteOne({ _id: second! });
    const { contents } = await verified(database, board);
    expect(contents.differing.map(({ documentId }) => documentId)).toEqual(['c1']);
    expect(contents.differing[0]!.paths.toSorted()).toEqual([`${first}/due`, `${second}/`].toSorted());
  });

  it.each(['deadline-board', 'stage-records'])('names the rows of %s that no document gives', async (name) => {
    const database = await filled();
    const rows = loose(database, collectionOf(named(name)));
    const [row] = await rows.find({ caseId: 'c3' }).toArray();
    await rows.insertOne({ ...row!, _id: 'c3/R-0' });
    await rows.insertOne({ ...row!, _id: 'c9/R-15', caseId: 'c9' });
    await rows.insertOne({ _id: 'z' });
    const { contents, sound } = await verified(database, named(name));
    expect([sound, contents.differingDocuments, contents.differing]).toEqual([
      false,
      3,
      [
        { documentId: 'c3', paths: ['c3/R-0/'] },
        { documentId: 'c9', paths: ['c9/R-15/'] },
        { documentId: '', paths: ['z/'] },
      ],
    ]);
  });

  it('looks at a sample, where that is asked for', async () => {
    expect((await verified(await filled(), caseView, { sample: 2 })).contents).toMatchObject({ checked: 2, of: 5 });
    expect((await verified(await filled(), caseView, { sample: 9 })).contents).toMatchObject({ checked: 5, of: 5 });
  });
});
