import type { Recorded } from '@app/event-store';
import {
  caseFigures,
  collectionOf,
  deadlineBoard,
  Leases,
  projectLog,
  projections,
  refold,
  worklist,
  type Projection,
} from '@app/read-models';
import type { Db } from 'mongodb';
import { caseNumber } from './caseload/caseload.js';
import { streamsOfCase } from './caseload/streams.js';

/** The last moment of the cases that are put in place. */
export const listedUntil = '2026-11-20T06:00:00.000Z';

/** The position that the read models include, and one at which few cases were closed: the events of each are numbered from 1 on. */
export const lastPosition = 1_000;
export const earlyPosition = 6;

/** How many rows the deadline board has, and how many the worklist. */
export type Listed = Readonly<{ rows: number; documents: number }>;

/** So many cases are folded; the rest are the same ones under other ids. */
const mostDistinct = 2_000;
const together = 200;

// The table of projections holds them by what they have in common.
const lists = [deadlineBoard, worklist, caseFigures] as unknown as readonly Projection[];

/** Puts what the lists show of so many cases, and what figures count them for, into their collections: what the folds give, without the log, and checkpoints. */
export const putInPlace = async (database: Db, cases: number): Promise<Listed> => {
  const distinct = Math.min(cases, mostDistinct);
  const pool = Array.from({ length: distinct }, (_, n) => folded(n, distinct));
  const counts = lists.map(() => 0);
  for (let first = 0; first < cases; first += together) {
    const numbers = Array.from({ length: Math.min(together, cases - first) }, (_, index) => first + index);
    const writes = lists.map(async (projection, list) => {
      const copies = numbers.flatMap((n) => copyOf(pool[n % distinct], n, list));
      counts[list] = (counts[list] ?? 0) + copies.length;
      await database.collection<{ _id: string }>(collectionOf(projection)).insertMany(copies, { ordered: false });
    });
    await Promise.all(writes);
  }
  await saveCheckpoints(database);
  const [rows = 0, documents = 0] = counts;
  return { rows, documents };
};

/** One case, and as JSON what each list holds of it. */
type FoldedCase = Readonly<{ caseId: string; lists: readonly string[] }>;

const folded = (n: number, cases: number): FoldedCase => {
  const number = caseNumber({ run: 'lists', cases, from: '2022-01-05', until: listedUntil }, n);
  const stream = `case-${number.caseId}`;
  const own = streamsOfCase(number, listedUntil).find((planned) => planned.stream === stream);
  const events = (own?.deeds ?? []).flatMap(({ events: given, recordedAt }) =>
    given.map((event) => ({ ...event, metadata: { recordedAt } })),
  );
  const recorded = events.map(
    (event, revision) =>
      // Of the metadata, these folds look at nothing else.
      ({ ...event, id: `${stream} ${revision}`, stream, revision, position: 1 + revision }) as Recorded,
  );
  const held = lists.map((projection) => refold(projection, recorded));
  return {
    caseId: number.caseId,
    lists: held.map(({ documents, rows }) => JSON.stringify([...documents, ...rows])),
  };
};

const copyOf = (one: FoldedCase | undefined, n: number, list: number): { _id: string }[] => {
  const json = one?.lists[list];
  if (one === undefined || json === undefined) return [];
  const caseId = `${one.caseId.slice(0, -8)}${String(n).padStart(8, '0')}`;
  // What was written as JSON a moment ago.
  return JSON.parse(json.replaceAll(one.caseId, caseId)) as { _id: string }[];
};

/** The engine's own checkpoints, of a log of which nothing is to come. */
const saveCheckpoints = async (database: Db): Promise<void> => {
  const stop = new AbortController();
  const leases = new Leases({ database, projections, owner: 'bench' });
  await leases.holdWhile(() =>
    projectLog({
      database,
      projections,
      leases,
      follow: async function* () {
        yield { events: [], undecodable: [], position: lastPosition, caughtUp: true };
      },
      readStream: async () => [],
      lastPosition: async () => lastPosition,
      now: () => listedUntil,
      signal: stop.signal,
      onApplied: () => stop.abort(),
    }),
  );
};
