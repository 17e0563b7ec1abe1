import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UndecodableEvent } from '@app/event-store';
import { projections } from '../projections.js';
import { trails } from '../trails/stored-trails.js';
import { startDocuments, type Documents } from '../testing/documents.js';
import { logOfCases } from '../testing/log.js';
import { engineOn, expectFreshFold, project } from '../testing/projecting.js';
import { applyEvents } from './apply-events.js';
import { collectionOf, placeOf, type Projection } from './projection.js';
import { quarantineOf } from './quarantine.js';
import { refold } from './refold.js';
import { storedDocuments } from './stored-documents.js';

let documents: Documents;

beforeAll(async () => {
  documents = await startDocuments();
});
afterAll(() => documents.close());

const key = collectionOf(projections[0]!);
const ofCases = projections.filter(({ streams }) => streams.includes('case-'));

describe('an event that cannot be folded', () => {
  const log = logOfCases(4);
  const poison = log.find(({ stream, revision }) => stream === 'case-c1' && revision === 3)!;
  const upToPoison = log.filter(({ stream, revision }) => stream !== 'case-c1' || revision < 3);

  /** Projections of which the first cannot fold the poison. */
  const failing = projections.map((projection, index): Projection =>
    index > 0
      ? projection
      : {
          ...projection,
          evolve: (document, event) => {
            if (event.id === poison.id) throw new TypeError('cannot be folded');
            return projection.evolve(document, event);
          },
        },
  );
  const [caseView] = projections;

  it('holds its own document back where it stands, by name, and nothing else', async () => {
    const { database } = await documents.open();
    await project(database, log, { projections: failing, batch: 11 });
    expect(await storedDocuments(database, caseView!)).toEqual(refold(caseView!, upToPoison));
    for (const projection of projections.slice(1))
      expect(await storedDocuments(database, projection)).toEqual(refold(projection, log));
    expect(await quarantineOf(database).find().toArray()).toEqual([
      {
        _id: `${key}/c1`,
        projection: key,
        documentId: 'c1',
        stream: 'case-c1',
        revision: 3,
        position: poison.position,
        eventId: poison.id,
        eventType: poison.type,
        reason: 'TypeError: cannot be folded',
        triedAt: expect.any(String),
      },
    ]);
  });

  it('is tried again at the next start, and its document released when the fold is mended', async () => {
    const { database } = await documents.open();
    await project(database, log, { projections: failing });
    await project(database, log);
    await expectFreshFold(database, log);
    expect(await quarantineOf(database).countDocuments()).toBe(0);
  });

  it('lets its document catch up with its next event too', async () => {
    const { database } = await documents.open();
    const middle = log.indexOf(poison) + 1;
    await project(database, log.slice(0, middle), { projections: failing });
    await applyEvents(engineOn(database, log), caseView!, log.slice(middle));
    expect(await storedDocuments(database, caseView!)).toEqual(refold(caseView!, log));
    expect(await quarantineOf(database).countDocuments()).toBe(0);
  });

  it('stays named until all that it held back is written', async () => {
    const { database } = await documents.open();
    const middle = log.indexOf(poison) + 1;
    await project(database, log.slice(0, middle), { projections: failing });
    const writes: string[] = [];
    database.client.on('commandStarted', ({ commandName, command }) => {
      if (/^(insert|update|delete)$/.test(commandName)) writes.push(String(command[commandName]));
    });
    await applyEvents(engineOn(database, log), caseView!, log.slice(middle));
    expect(writes.at(-1)).toBe('quarantine');
    expect(new Set(writes.slice(0, -1))).toEqual(new Set([key]));
  });

  it('is named in the state of the projections', async () => {
    const readModels = await documents.open();
    await project(readModels.database, log, { projections: failing });
    expect(
      (await readModels.projectionStates(new Date().toISOString())).map(({ name, quarantined }) => [name, quarantined]),
    ).toEqual([...projections, trails].map(({ name }) => [name, name === 'case-view' ? 1 : 0]));
  });

  it('does the same where it cannot even be read, be it the last of its stream', async () => {
    const { database } = await documents.open();
    const unreadable = new UndecodableEvent(placeOf(poison), 'its seal does not open');
    const entries = [...upToPoison, unreadable].sort((one, other) => placeOf(one).position - placeOf(other).position);
    await project(database, entries, { batch: 11 });
    for (const projection of projections)
      expect(await storedDocuments(database, projection)).toEqual(refold(projection, upToPoison));
    expect(
      (await quarantineOf(database).find().sort({ _id: 1 }).toArray()).map(({ _id, revision }) => [_id, revision]),
    ).toEqual(
      ofCases
        .map((projection) => `${collectionOf(projection)}/c1`)
        .toSorted()
        .map((id) => [id, 3]),
    );
  });
});

describe('a document that cannot be written', () => {
  const log = logOfCases(4);
  const [caseView] = projections;

  /** The case view, of which one document grows beyond what a server takes. */
  const swollen: Projection = {
    ...caseView!,
    show: undefined,
    evolve: (document, event) => ({
      ...document,
      caseId: event.stream,
      text: 'x'.repeat(event.stream === 'case-c2' && event.revision >= 2 ? 17 * 1024 * 1024 : 1),
    }),
  };

  it('is held back as one that cannot be folded is, and the rest goes on', async () => {
    const { database } = await documents.open();
    await project(database, log, { projections: [swollen], batch: 1000 });
    const written = await database
      .collection(key)
      .find({}, { projection: { caseId: 1 } })
      .toArray();
    expect(written.map(({ caseId }) => String(caseId)).sort()).toEqual(['case-c0', 'case-c1', 'case-c3']);
    expect(await quarantineOf(database).find().toArray()).toMatchObject([
      { _id: `${key}/c2`, stream: 'case-c2', reason: expect.stringMatching(/larger|out of range/) },
    ]);
  });

  it('is written at the next start when it has become smaller', async () => {
    const { database } = await documents.open();
    await project(database, log, { projections: [swollen] });
    await project(database, log, { projections: [caseView!] });
    const stored = await storedDocuments(database, caseView!);
    const [document] = refold(
      caseView!,
      log.filter((event) => event.stream === 'case-c2'),
    ).documents;
    expect(stored.documents[2]).toEqual(document);
    expect(await quarantineOf(database).countDocuments()).toBe(0);
  });
});
