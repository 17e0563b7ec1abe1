import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LogBatch, Recorded } from '@app/event-store';
import { projections } from '../../projections.js';
import type { ReadModels } from '../../read-models.js';
import { startDocuments, type Documents } from '../../testing/documents.js';
import { logOfCases, readerOf, streamsOf } from '../../testing/log.js';
import { end, project } from '../../testing/projecting.js';
import { storedLog } from '../../testing/stored-log.js';
import { loadPositions } from '../checkpoints.js';
import { partitionsOf } from '../partitions/partition.js';
import { collectionOf, type Projection } from '../projection.js';
import { refold } from '../refold.js';
import { storedDocuments } from '../stored-documents.js';
import { atGeneration, beginNext, dropPrevious, giveUpNext, generationsOf, liveOf, switchTo } from './generations.js';
import { rebuild, type Rebuilding } from './rebuild.js';

let documents: Documents;

beforeAll(async () => {
  documents = await startDocuments();
});
afterAll(() => documents.close());

const named = (name: string): Projection => projections.find((projection) => projection.name === name)!;
const board = named('deadline-board');
const cases = named('case-view');
const timeline = named('timeline');
const log = logOfCases(5);
const asked = { askedAt: '2024-03-04T10:00:00.000Z', eventsPerSecond: null };

type Loose = Readonly<{ _id: string }> & Record<string, unknown>;
const loose = ({ database }: ReadModels, collection: string) => database.collection<Loose>(collection);

const filled = async (events: readonly Recorded[] = log): Promise<ReadModels> => {
  const readModels = await documents.open();
  await project(readModels.database, events);
  return readModels;
};

/** Rebuilding on a log; what is not the usual is said. */
const on = ({ database }: ReadModels, changes: Partial<Rebuilding> = {}, of = log): Rebuilding => ({
  database,
  readStream: streamsOf(of),
  lastPosition: async () => end(of),
  now: () => '2024-03-04T12:00:00.000Z',
  log: { ...storedLog(of), lastPosition: async () => end(of) },
  follow: (prefixes, after, signal) =>
    readerOf(
      of.filter(({ stream }) => prefixes.some((prefix) => stream.startsWith(prefix))),
      7,
    )(after, signal),
  signal: new AbortController().signal,
  isCalledOff: async () => false,
  ...changes,
});

/** Follows like the usual, and does something before the nth batch. */
const beforeBatch = (nth: number, act: () => unknown): Rebuilding['follow'] =>
  async function* (prefixes, after, signal): AsyncGenerator<LogBatch> {
    let batches = 0;
    const ofPrefixes = log.filter(({ stream }) => prefixes.some((prefix) => stream.startsWith(prefix)));
    for await (const batch of readerOf(ofPrefixes, 7)(after, signal)) {
      batches += 1;
      if (batches === nth) await act();
      if (signal.aborted) return;
      yield batch;
    }
  };

const collectionsOf = async ({ database }: ReadModels): Promise<readonly string[]> =>
  (await database.listCollections().toArray()).map(({ name }) => name).toSorted();

const checkpointNamesIn = async ({ database }: ReadModels): Promise<readonly string[]> =>
  (await partitionsOf(database).find().toArray()).flatMap(({ checkpoints }) => Object.keys(checkpoints));

describe('a rebuild', () => {
  it.each([
    ['of a fold', cases],
    ['of a view', board],
  ])(
    '%s fills the next generation, reads it from then on, and keeps the one before until it is dropped',
    async (_, of) => {
      const readModels = await filled();
      const { database } = readModels;
      const shares: number[] = [];
      await rebuild(on(readModels), of, asked, (share) => shares.push(share));
      const [live] = await liveOf(database, [of]);
      expect(live).toMatchObject({ name: of.name, version: of.version, generation: 2 });
      expect(collectionOf(live!)).toBe(`${collectionOf(of)}-g2`);
      expect(await storedDocuments(database, live!)).toEqual(refold(of, log));
      expect(await storedDocuments(database, of)).toEqual(refold(of, log));
      expect(await loadPositions(database, [live!])).toEqual([end(log)]);
      expect(shares).toEqual(shares.toSorted((one, other) => one - other));
      expect(shares.length).toBeGreaterThan(0);

      await dropPrevious(database, [of], '2024-03-04T12:00:00.000Z');
      expect(await collectionsOf(readModels)).toContain(collectionOf(of));
      await dropPrevious(database, [of], '2024-03-04T12:00:00.001Z');
      const left = await collectionsOf(readModels);
      expect(left).not.toContain(collectionOf(of));
      expect(await checkpointNamesIn(readModels)).not.toContain(collectionOf(of));
      expect(await storedDocuments(database, live!)).toEqual(refold(of, log));
    },
  );

  it('says which documents differ from before, and where', async () => {
    const readModels = await filled();
    const stored = loose(readModels, collectionOf(timeline));
    await stored.updateOne({ _id: 'c2' }, { $set: { officeId: 'elsewhere' } });
    await stored.deleteOne({ _id: 'c3' });
    await rebuild(on(readModels), timeline, asked, () => undefined);
    expect((await generationsOf(readModels.database).findOne({}))?.comparison).toEqual({
      compared: 5,
      differingDocuments: 2,
      differing: [
        { documentId: 'c2', paths: ['/officeId'] },
        { documentId: 'c3', paths: ['/'] },
      ],
    });
    expect(
      (await readModels.projectionReports('2024-03-04T12:00:00Z')).find(({ name }) => name === 'timeline'),
    ).toMatchObject({
      comparison: { differingDocuments: 2 },
    });
  });

  it('goes on from where it was interrupted', async () => {
    const readModels = await filled();
    const stop = new AbortController();
    await rebuild(
      on(readModels, { signal: stop.signal, follow: beforeBatch(4, () => stop.abort()) }),
      cases,
      asked,
      () => undefined,
    );
    expect(await liveOf(readModels.database, [cases])).toEqual([atGeneration(cases, 1)]);
    const [begun] = await loadPositions(readModels.database, [atGeneration(cases, 2)]);
    const froms: unknown[] = [];
    const usual = on(readModels);
    await rebuild(
      { ...usual, follow: (prefixes, after, signal) => (froms.push(after), usual.follow(prefixes, after, signal)) },
      cases,
      asked,
      () => undefined,
    );
    expect(froms).toEqual([begun]);
    expect(begun).toBeGreaterThan(0);
    expect(await storedDocuments(readModels.database, atGeneration(cases, 2))).toEqual(refold(cases, log));
  });

  it('begins anew where another job left something', async () => {
    const readModels = await filled();
    const stop = new AbortController();
    const interrupted = on(readModels, { signal: stop.signal, follow: beforeBatch(4, () => stop.abort()) });
    await rebuild(interrupted, timeline, asked, () => undefined);
    await loose(readModels, collectionOf(atGeneration(timeline, 2))).updateMany({}, { $set: { left: 'over' } });
    await rebuild(on(readModels), timeline, { ...asked, askedAt: 'later' }, () => undefined);
    expect(await liveOf(readModels.database, [timeline])).toEqual([atGeneration(timeline, 3)]);
    expect(await storedDocuments(readModels.database, atGeneration(timeline, 3))).toEqual(refold(timeline, log));
    expect(await collectionsOf(readModels)).not.toContain(collectionOf(atGeneration(timeline, 2)));
  });

  it('begins anew also where the process of a job that was called off still has a batch in hand', async () => {
    const readModels = await filled();
    const { database } = readModels;
    const stop = new AbortController();
    const askedAnew = { ...asked, askedAt: 'later' };
    const follow = beforeBatch(5, () => beginNext(database, timeline, askedAnew.askedAt));
    let batches = 0;
    const afterFive = (): void => {
      batches += 1;
      if (batches === 5) stop.abort();
    };
    await rebuild(on(readModels, { signal: stop.signal, follow }), timeline, asked, afterFive);
    await rebuild(on(readModels), timeline, askedAnew, () => undefined);
    const [live] = await liveOf(database, [timeline]);
    expect(live?.generation).toBeGreaterThan(1);
    expect(await storedDocuments(database, live!)).toEqual(refold(timeline, log));
  });

  it('that is called off leaves nothing behind', async () => {
    const readModels = await filled();
    const before = await collectionsOf(readModels);
    const stop = new AbortController();
    const off = { signal: stop.signal, isCalledOff: async () => true, follow: beforeBatch(3, () => stop.abort()) };
    await rebuild(on(readModels, off), cases, asked, () => undefined);
    expect((await collectionsOf(readModels)).filter((name) => name !== 'generations')).toEqual(before);
    expect((await checkpointNamesIn(readModels)).filter((name) => name.endsWith('-g2'))).toEqual([]);
    expect(await generationsOf(readModels.database).findOne({})).toMatchObject({ live: 1, building: null });
  });

  it('that is called off when it has taken over stays', async () => {
    const readModels = await filled();
    const stop = new AbortController();
    readModels.database.client.on('commandStarted', ({ command }) => {
      if (command['update'] === 'generations' && command['updates'][0].u.$set?.live === 2) stop.abort();
    });
    const late = on(readModels, { signal: stop.signal, isCalledOff: async () => true });
    await rebuild(late, timeline, asked, () => undefined);
    expect(stop.signal.aborted).toBe(true);
    expect(await liveOf(readModels.database, [timeline])).toEqual([atGeneration(timeline, 2)]);
    expect(await storedDocuments(readModels.database, atGeneration(timeline, 2))).toEqual(refold(timeline, log));
  });

  it('that was given up is not read, though somebody should still have it in hand', async () => {
    const readModels = await filled(log.slice(0, 10));
    const { database } = readModels;
    const fillings = await beginNext(database, timeline, asked.askedAt);
    await giveUpNext(database, fillings);
    const comparison = { compared: 0, differingDocuments: 0, differing: [] };
    expect(await switchTo(database, fillings, { at: 'later', documents: 0, comparison })).toBe(false);
    expect(await liveOf(database, [timeline])).toEqual([atGeneration(timeline, 1)]);
  });

  it('does not take over before it has what the live one has', async () => {
    const readModels = await filled();
    const half = log.slice(0, 40);
    const stop = new AbortController();
    const early = on(readModels, { signal: stop.signal });
    const follow: Rebuilding['follow'] = async function* (prefixes, after, signal) {
      for await (const batch of readerOf(
        half.filter(({ stream }) => prefixes.some((prefix) => stream.startsWith(prefix))),
        50,
      )(after, signal)) {
        yield batch;
        stop.abort();
      }
    };
    await rebuild({ ...early, follow }, timeline, asked, () => undefined);
    expect(await liveOf(readModels.database, [timeline])).toEqual([atGeneration(timeline, 1)]);
  });

  it('is no faster than it may be', async () => {
    const readModels = await filled(log.slice(0, 30));
    const of = log.slice(0, 30);
    const started = performance.now();
    await rebuild(on(readModels, {}, of), timeline, { ...asked, eventsPerSecond: 40 }, () => undefined);
    const events = of.filter(({ stream }) => stream.startsWith('case-')).length;
    expect(performance.now() - started).toBeGreaterThan((events / 40) * 950);
  });
});

describe('a switch', () => {
  it('is made once', async () => {
    const readModels = await filled(log.slice(0, 10));
    await rebuild(on(readModels, {}, log.slice(0, 10)), timeline, asked, () => undefined);
    const comparison = { compared: 0, differingDocuments: 0, differing: [] };
    const late = { live: atGeneration(timeline, 1), next: atGeneration(timeline, 2), askedAt: asked.askedAt };
    expect(await switchTo(readModels.database, late, { at: 'later', documents: 0, comparison })).toBe(false);
    expect(await generationsOf(readModels.database).findOne({})).toMatchObject({ live: 2, previous: 1 });
  });

  it('is followed by who projects: the new one is kept up with the log, and queries read it', async () => {
    const half = log.slice(0, 60);
    const readModels = await filled(half);
    await rebuild(on(readModels, {}, half), timeline, asked, () => undefined);
    await project(readModels.database, log);
    const [live] = await liveOf(readModels.database, [timeline]);
    expect(await storedDocuments(readModels.database, live!)).toEqual(refold(timeline, log));
    await loose(readModels, collectionOf(timeline)).deleteMany({});
    for (let found = null; found === null;) found = await readModels.timeline.ofCase('c1');
    expect(await readModels.position()).toBe(end(log));
  });
});
