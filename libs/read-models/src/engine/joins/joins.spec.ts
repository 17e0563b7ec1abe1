import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UndecodableEvent, type Recorded } from '@app/event-store';
import { dayMadeOff } from '../../testing/calendar-history.js';
import { paidCase } from '../../testing/case-history.js';
import { ruledComplaint } from '../../testing/complaint-history.js';
import { startDocuments, type Documents } from '../../testing/documents.js';
import { streamsOf } from '../../testing/log.js';
import { end, engineOn, project } from '../../testing/projecting.js';
import { recorder } from '../../testing/recorded.js';
import { storedLog } from '../../testing/stored-log.js';
import type { ReadModels } from '../../read-models.js';
import { loadPositions } from '../checkpoints.js';
import { collectionOf, type Join, type LogEntry } from '../projection.js';
import { quarantineOf } from '../quarantine.js';
import { refold } from '../refold.js';
import { storedDocuments } from '../stored-documents.js';
import type { Engine } from '../take-in.js';
import { verify } from '../verify/verification.js';
import { compareWithOlder, versionComparisonsOf } from '../versions/compare-versions.js';
import { takeInJoin } from './take-in-join.js';

let documents: Documents;
beforeAll(async () => {
  documents = await startDocuments();
});
afterAll(() => documents.close());

/** What came of a complaint, of case c1 and of the calendar, in log order. */
const story: Join = {
  name: 'story',
  version: 1,
  streams: ['complaint-', 'case-', 'calendar-'],
  own: 'complaint-',
  joined: () => ['case-c1', 'calendar-kz'],
  make: (events) => ({ told: events.map(({ id }) => id) }),
  indexes: [],
};

const record = recorder();
const [paid, ruled] = [paidCase('c1'), ruledComplaint('k1')];
const log: readonly Recorded[] = [
  ...record('case-c1', paid.slice(0, 2)),
  ...record('complaint-k1', ruled.slice(0, 2)),
  ...record('complaint-k2', ruledComplaint('k2').slice(0, 1)),
  ...record('case-c2', paidCase('c2').slice(0, 2)),
  ...record('case-c1', paid.slice(2, 4)),
  ...record('calendar-kz', [dayMadeOff('2024-04-01')]),
  ...record('complaint-k1', ruled.slice(2, 4)),
  ...record('case-c1', paid.slice(4, 5)),
];
const of = (stream: string): readonly Recorded[] => log.filter((event) => event.stream === stream);
const last = log.at(-1)!;

const keep = ({ database }: ReadModels, entries: readonly LogEntry[], join = story, batch = 3) =>
  project(database, entries, { projections: [join], batch });

const stored = ({ database }: ReadModels) => storedDocuments(database, story);

const told = async (readModels: ReadModels): Promise<readonly unknown[]> =>
  (await stored(readModels)).documents.map((document) => ('told' in document ? document.told : null));

const heldIn = ({ database }: ReadModels) =>
  quarantineOf(database)
    .find({}, { projection: { _id: 1, position: 1, stream: 1, reason: 1 } })
    .sort({ _id: 1 })
    .toArray();

const verified = async ({ database }: ReadModels) => {
  const verifying = { ...engineOn(database, log), log: storedLog(log), signal: new AbortController().signal };
  const [verification] = await verify(verifying, [{ projection: story, sample: null }]);
  return verification!;
};

/** A log that goes on while it is read: `before` is told of each reading of a stream, and may add to it. */
const goingOn = (
  { database }: ReadModels,
  entries: Recorded[],
  before: (stream: string, reading: number) => Promise<void>,
): Engine => {
  let readings = 0;
  return {
    ...engineOn(database, entries),
    lastPosition: async () => end(entries),
    readStream: async (stream, from) => {
      const found = await streamsOf(entries)(stream, from);
      if (stream.startsWith(story.own)) await before(stream, (readings += 1));
      return found;
    },
  };
};

describe('the documents of a join', () => {
  it.each([1, 3, 500])('are made of their streams and of those that these name, in batches of %i', async (batch) => {
    const readModels = await documents.open();
    await keep(readModels, log, story, batch);
    expect(await stored(readModels)).toEqual(refold(story, log));
    const ofBoth = log.filter(({ stream }) => stream !== 'case-c2');
    expect(await told(readModels)).toEqual(
      ['complaint-k2', 'complaint-k1'].map((other) =>
        ofBoth.filter(({ stream }) => stream !== other).map(({ id }) => id),
      ),
    );
    expect(await loadPositions(readModels.database, [story])).toEqual([last.position]);
    expect(await verified(readModels)).toMatchObject({ sound: true, certificate: { complete: true } });
  });

  it('stay as they are where a batch is repeated, and nothing is read for what they include', async () => {
    const readModels = await documents.open();
    await keep(readModels, log);
    const before = await stored(readModels);
    let reads = 0;
    const engine = goingOn(readModels, [...log], async () => void (reads += 1));
    await takeInJoin(engine, story, [...of('case-c1'), ...of('calendar-kz'), ...of('complaint-k1').slice(1)]);
    expect([await stored(readModels), reads]).toEqual([before, 0]);
    await takeInJoin(engine, story, log);
    expect(await stored(readModels)).toEqual(before);
  });

  it('are made anew by a correction of the calendar, all of them', async () => {
    const readModels = await documents.open();
    const correction = of('calendar-kz')[0]!;
    await keep(readModels, log.slice(0, log.indexOf(correction)));
    await keep(readModels, log.slice(0, log.indexOf(correction) + 1));
    expect((await stored(readModels)).documents.map(({ position }) => position)).toEqual([
      correction.position,
      correction.position,
    ]);
  });
});

describe('a document of a join that begins while another process takes in a stream that it joins', () => {
  /** The last event of the case comes when the complaint has been read and is not written yet: nobody finds a document of it. */
  const meanwhile = async (readModels: ReadModels, dies: boolean) => {
    const entries = log.slice(0, -1);
    const other = engineOn(readModels.database, log);
    return {
      entries,
      engine: goingOn(readModels, entries, async (stream, reading) => {
        if (stream !== 'complaint-k1') return;
        if (dies && reading > 1) throw new Error('killed');
        if (entries.includes(last)) return;
        entries.push(last);
        await takeInJoin(other, story, [last]);
      }),
    };
  };

  it('has the events that the other process has passed by', async () => {
    const readModels = await documents.open();
    const { engine } = await meanwhile(readModels, false);
    await takeInJoin(engine, story, of('complaint-k1'));
    expect((await told(readModels))[0]).toContain(last.id);
  });

  it('has them after a kill between its first writing and the checkpoint, too', async () => {
    const readModels = await documents.open();
    const { engine } = await meanwhile(readModels, true);
    await expect(takeInJoin(engine, story, of('complaint-k1'))).rejects.toThrow('killed');
    expect((await told(readModels))[0]).not.toContain(last.id);
    await takeInJoin(engineOn(readModels.database, log), story, of('complaint-k1'));
    expect((await told(readModels))[0]).toContain(last.id);
  });

  it('is the same where two processes take it in at once', async () => {
    const readModels = await documents.open();
    await Promise.all([keep(readModels, log, story, 2), keep(readModels, log, story, 3)]);
    await keep(readModels, log);
    expect(await stored(readModels)).toEqual(refold(story, log));
  });
});

describe('an event that a join cannot take in', () => {
  const poison = of('case-c1')[2]!;
  const failing: Join = {
    ...story,
    make: (events) => {
      if (events.some(({ stream }) => stream === 'complaint-k1') && events.includes(poison)) throw new Error('poison');
      return story.make(events);
    },
  };
  const [k1, k2] = ['k1', 'k2'].map((id) => `${collectionOf(story)}/${id}`);

  it('holds back its own document, before the event, and it is tried again at the next start', async () => {
    const readModels = await documents.open();
    await keep(readModels, log, failing);
    expect((await told(readModels))[0]).toEqual(
      [...of('case-c1').slice(0, 2), ...of('complaint-k1').slice(0, 2)].map(({ id }) => id),
    );
    expect(await heldIn(readModels)).toEqual([
      { _id: k1, position: poison.position, stream: 'case-c1', reason: 'Error: poison' },
    ]);
    expect((await verified(readModels)).certificate).toMatchObject({ complete: false, missingEvents: 6 });
    await keep(readModels, log);
    expect([await stored(readModels), await heldIn(readModels)]).toEqual([refold(story, log), []]);
    expect((await verified(readModels)).sound).toBe(true);
  });

  it('does the same where it cannot be read, in each document that it belongs to, until it can', async () => {
    const readModels = await documents.open();
    const unreadable = new UndecodableEvent(poison, 'of a later version');
    const sick = log.map((event): LogEntry => (event === poison ? unreadable : event));
    await keep(readModels, sick);
    expect((await heldIn(readModels)).map(({ _id, position }) => [_id, position])).toEqual([
      [k1, poison.position],
      [k2, poison.position],
    ]);
    await keep(readModels, log);
    expect([await stored(readModels), await heldIn(readModels)]).toEqual([refold(story, log), []]);
  });

  it('holds back what cannot be written', async () => {
    const readModels = await documents.open();
    const swollen: Join = {
      ...story,
      make: (events) => ({ ...story.make(events), text: 'x'.repeat(events.includes(last) ? 17 * 1024 * 1024 : 1) }),
    };
    await keep(readModels, log.slice(0, -1), swollen);
    await keep(readModels, log, swollen);
    expect((await heldIn(readModels)).map(({ _id, position }) => [_id, position])).toEqual([
      [k1, last.position],
      [k2, last.position],
    ]);
    expect((await told(readModels)).flat()).not.toContain(last.id);
  });
});

describe('a new version of a join', () => {
  const next: Join = {
    ...story,
    version: 2,
    make: (events) => ({ ...story.make(events), events: events.length }),
  };

  it('fills itself, and says how it differs from the one before, as far as that one had come', async () => {
    const readModels = await documents.open();
    const { database } = readModels;
    await keep(readModels, log.slice(0, -1));
    await keep(readModels, log, next);
    const comparing = { ...engineOn(database, log), log: storedLog(log), signal: new AbortController().signal };
    await compareWithOlder(comparing, next);
    expect(await versionComparisonsOf(database).findOne({ _id: collectionOf(next) })).toMatchObject({
      older: collectionOf(story),
      compared: 2,
      differingDocuments: 2,
      newDocuments: 0,
      goneDocuments: 0,
      paths: [{ path: '/events', documents: 2 }],
    });
  });
});
