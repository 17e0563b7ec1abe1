import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Recorded } from '@app/event-store';
import type { Db } from 'mongodb';
import type { Engine } from '../engine/take-in.js';
import { CalendarKnowledge } from '../engine/calendar-knowledge.js';
import { moveEverywhere } from '../engine/checkpoints.js';
import { Leases, type LeaseOptions } from '../engine/partitions/leases.js';
import type { Checkpoint } from '../engine/partitions/partition.js';
import { projectLog, type ProjectLogOptions } from '../engine/project-log.js';
import { placeOf, type LogEntry } from '../engine/projection.js';
import { refold } from '../engine/refold.js';
import { storedDocuments } from '../engine/stored-documents.js';
import type { Verifying } from '../engine/verify/verification.js';
import { projections } from '../projections.js';
import { readerOf, streamsOf } from './log.js';
import { storedLog } from './stored-log.js';

/** The engine on a database, with the streams of a log. */
export const engineOn = (database: Db, log: readonly LogEntry[]): Engine => ({
  database,
  readStream: streamsOf(log),
  lastPosition: async () => (log.length === 0 ? null : end(log)),
  now: () => new Date().toISOString(),
});

/** What a verification works with, on a database and a log. */
export const verifyingOn = (database: Db, log: readonly Recorded[]): Verifying => ({
  ...engineOn(database, log),
  log: storedLog(log),
  signal: new AbortController().signal,
});

/** What to do otherwise than usual; `batch` is the size of the batches, 50 where absent. */
export type Run = Partial<ProjectLogOptions> & Readonly<{ batch?: number }>;

/** The leases of a process of its own, that looks often. */
export const leasesOn = (database: Db, options: Partial<LeaseOptions> = {}): Leases =>
  new Leases({ database, projections, owner: randomUUID(), everyMs: 20, ...options });

/** Says of every projection that it has come so far. */
export const standAt = async (database: Db, reached: Checkpoint): Promise<void> => {
  for (const projection of projections) await moveEverywhere(database, projection, reached);
};

/** Projects a log until its end is in the documents. */
export const project = async (
  database: Db,
  log: readonly LogEntry[],
  { batch = 50, ...options }: Run = {},
): Promise<void> => {
  const stop = new AbortController();
  const leases = leasesOn(database, options.projections && { projections: options.projections });
  await leases.holdWhile(() =>
    projectLog({
      ...engineOn(database, log),
      projections,
      leases,
      follow: readerOf(log, batch),
      signal: stop.signal,
      onApplied: ({ caughtUp }) => {
        if (caughtUp) stop.abort();
      },
      onTrouble: (error) => {
        throw error;
      },
      ...options,
    }),
  );
};

/** The documents of every projection are what a fresh fold of the log gives. */
export const expectFreshFold = async (database: Db, log: readonly Recorded[]): Promise<void> => {
  const calendar = new CalendarKnowledge(streamsOf(log));
  await calendar.learn();
  for (const projection of projections.map(calendar.bind))
    expect([projection.name, await storedDocuments(database, projection)]).toEqual([
      projection.name,
      refold(projection, log),
    ]);
};

/** Where a log ends. */
export const end = (log: readonly LogEntry[]): number => placeOf(log.at(-1)!).position;
