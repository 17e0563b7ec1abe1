import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UndecodableEvent } from '@app/event-store';
import { projections } from '../projections.js';
import { startDocuments, type Documents } from '../testing/documents.js';
import { logOfCases } from '../testing/log.js';
import { engineOn, expectFreshFold, project } from '../testing/projecting.js';
import { applyEvents } from './apply-events.js';
import { placeOf, type Projection } from './projection.js';
import { quarantineOf } from './quarantine.js';
import { refold } from './refold.js';
import { storedDocuments } from './stored-documents.js';

let documents: Documents;

beforeAll(async () => {
  documents = await startDocuments();
});
afterAll(() => documents.close());

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
        _id: 'case-view-v1/c1',
        projection: 'case-view-v1',
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

  it('is named in the state of the projections', async () => {
    const readModels = await documents.open();
    await project(readModels.database, log, { projections: failing });
    expect(
      (await readModels.projectionStates(new Date().toISOString())).map(({ name, quarantined }) => [name, quarantined]),
    ).toEqual([
      ['case-view', 1],
      ['worklist', 0],
      ['timeline', 0],
      ['deadline-board', 0],
      ['dwelling-claims', 0],
    ]);
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
    ).toEqual([
      ['case-view-v1/c1', 3],
      ['deadline-board-v1/c1', 3],
      ['timeline-v1/c1', 3],
      ['worklist-v1/c1', 3],
    ]);
  });
});
