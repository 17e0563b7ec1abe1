import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UndecodableEvent } from '@app/event-store';
import type { Db } from 'mongodb';
import { projections } from '../projections.js';
import { startDocuments, type Documents } from '../testing/documents.js';
import { logOfCases } from '../testing/log.js';
import { engineOn, expectFreshFold, project } from '../testing/projecting.js';
import { caseView } from '../case-view/case-view.projection.js';
import { KnownRows } from './known-rows.js';
import { idOf, collectionOf, foldOf, isJoin, placeOf, type Fold, type LogEntry, type View } from './projection.js';
import { deadlineBoard } from '../deadline-board/deadline-board.projection.js';
import { quarantineOf } from './quarantine.js';
import { grouped, refold } from './refold.js';
import { familiesOf } from './share.js';
import { storedDocuments } from './stored-documents.js';
import { takeIn } from './take-in.js';

let documents: Documents;

beforeAll(async () => {
  documents = await startDocuments();
});
afterAll(() => documents.close());

const key = collectionOf(caseView);
/** The case view, and the views of it. */
const family = projections.filter((one) => !isJoin(one) && foldOf(one).name === caseView.name);
const others = projections.filter((projection) => !family.includes(projection));

/** Takes entries into cases, and nothing else. */
const takeIntoCases = (database: Db, log: readonly LogEntry[], entries: readonly LogEntry[]) =>
  takeIn(
    engineOn(database, log),
    familiesOf(family).flatMap((one) =>
      [...grouped(one.fold, entries)].map(([id, own]) => ({ family: one, id, entries: own, views: one.views })),
    ),
    new KnownRows(),
  );
const ofCases = projections.filter((one) => !isJoin(one) && one.streams.includes('case-'));

describe('an event that cannot be folded', () => {
  const log = logOfCases(4);
  const poison = log.find(({ stream, revision }) => stream === 'case-c1' && revision === 3)!;
  const upToPoison = log.filter(({ stream, revision }) => stream !== 'case-c1' || revision < 3);

  /** The case view cannot fold the poison. */
  const failingCaseView: Fold = {
    ...caseView,
    evolve: (document, event) => {
      if (event.id === poison.id) throw new TypeError('cannot be folded');
      return (caseView as Fold).evolve(document, event);
    },
  };
  const failing = projections.map((projection) => (projection === caseView ? failingCaseView : projection));

  it('holds its own document back where it stands, by name, in every view of it, and nothing else', async () => {
    const { database } = await documents.open();
    await project(database, log, { projections: failing, batch: 11 });
    for (const projection of family)
      expect(await storedDocuments(database, projection)).toEqual(refold(projection, upToPoison));
    for (const projection of others)
      expect(await storedDocuments(database, projection)).toEqual(refold(projection, log));
    expect(await quarantineOf(database).find().sort({ _id: 1 }).toArray()).toEqual(
      family
        .map(collectionOf)
        .toSorted()
        .map((collection) => ({
          _id: `${collection}/c1`,
          projection: collection,
          documentId: 'c1',
          stream: 'case-c1',
          revision: 3,
          position: poison.position,
          eventId: poison.id,
          eventType: poison.type,
          reason: 'TypeError: cannot be folded',
          triedAt: expect.any(String),
        })),
    );
  });

  it('of a view holds the case back in that view alone, and is right again with the next event once it is mended', async () => {
    const { database } = await documents.open();
    const broken: View = {
      ...deadlineBoard,
      rows: (document, duties) => {
        if (idOf(document) === 'c1' && document.revision >= 3) throw new TypeError('cannot be shown');
        return (deadlineBoard as View).rows(document, duties);
      },
    };
    const withBroken = projections.map((projection) => (projection === deadlineBoard ? broken : projection));
    const half = log.slice(0, log.findIndex(({ id }) => id === 'case-c1@5') + 1);
    await project(database, half, { projections: withBroken, batch: 3 });
    const held = await quarantineOf(database).find().toArray();
    expect(held.map(({ _id, revision, reason }) => [_id, revision, reason])).toEqual([
      [`${collectionOf(deadlineBoard)}/c1`, 5, 'TypeError: cannot be shown'],
    ]);
    for (const projection of projections.filter((one) => one !== deadlineBoard))
      expect(await storedDocuments(database, projection)).toEqual(refold(projection, half));
    await project(database, log);
    await expectFreshFold(database, log);
    expect(await quarantineOf(database).countDocuments()).toBe(0);
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
    await takeIntoCases(database, log, log.slice(middle));
    for (const projection of family)
      expect(await storedDocuments(database, projection)).toEqual(refold(projection, log));
    expect(await quarantineOf(database).countDocuments()).toBe(0);
  });

  it('stays named until all that it held back is written', async () => {
    const { database } = await documents.open();
    const middle = log.indexOf(poison) + 1;
    await project(database, log.slice(0, middle), { projections: failing });
    const writes: string[] = [];
    database.client.on('commandStarted', ({ commandName, command }) => {
      if (/^(insert|update|delete|bulkWrite)$/.test(commandName)) writes.push(String(command[commandName]));
    });
    await takeIntoCases(database, log, log.slice(middle));
    // Documents, rows, and then their names.
    expect(writes).toEqual(['1', '1', ...family.map(() => 'quarantine')]);
  });

  it('is named in the state of the projections', async () => {
    const readModels = await documents.open();
    await project(readModels.database, log, { projections: failing });
    expect(
      (await readModels.projectionStates(new Date().toISOString())).map(({ name, quarantined }) => [name, quarantined]),
    ).toEqual(projections.map(({ name }) => [name, family.some((one) => one.name === name) ? 1 : 0]));
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
  /** The case view, of which one document grows beyond what a server takes. */
  const { derive: _derive, show: _show, ...asFolded } = caseView as Fold;
  const swollen: Fold = {
    ...asFolded,
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
    await project(database, log, { projections: [caseView] });
    const stored = await storedDocuments(database, caseView);
    const [document] = refold(
      caseView,
      log.filter((event) => event.stream === 'case-c2'),
    ).documents;
    expect(stored.documents[2]).toEqual(document);
    expect(await quarantineOf(database).countDocuments()).toBe(0);
  });
});
