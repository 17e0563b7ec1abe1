import type { JobKind } from '@app/domain';
import type { EventStore } from '@app/event-store';
import { CalendarKnowledge } from './engine/calendar-knowledge.js';
import { loadCheckpoints } from './engine/checkpoints.js';
import { askFor, callOff, jobIdOf, jobsOf, type Ask, type Job } from './engine/jobs/job.js';
import { dropPrevious } from './engine/rebuild/generations.js';
import type { LiveFillings } from './engine/rebuild/live-fillings.js';
import { remake } from './engine/remake/remake.js';
import { retryHeldBack, type Retried } from './engine/retry.js';
import type { Engine } from './engine/take-in.js';
import { checkDocuments, countDocuments, type DocumentCount } from './engine/verify/missing-documents.js';
import { dropOlder } from './engine/versions/older.js';
import { countBehind, type Behind } from './queries/behind.js';
import { partitionStates, type PartitionState } from './queries/partition-states.js';
import { projectionReports, type ProjectionReport } from './queries/projection-reports.js';
import { projectionStates, type ProjectionState } from './queries/projection-states.js';

/** How projections stand, and what can be done for them. */
export type ProjectionAdministration = Readonly<{
  /** Where each projection stands; `now` is ISO 8601. */
  projectionStates: (now: string) => Promise<readonly ProjectionState[]>;
  /** The same with all that is known of whether each can be trusted: verification, what is held back, what was asked for. */
  projectionReports: (now: string) => Promise<readonly ProjectionReport[]>;
  /** Which process takes each partition of the log in, and how far that has come; `now` is ISO 8601. */
  partitionStates: (now: string) => Promise<readonly PartitionState[]>;
  /** The number of documents of each live projection, now and at the last count. */
  documentCounts: () => Promise<readonly DocumentCount[]>;
  /** Throws `DocumentsLost` where a live projection has fewer documents than were counted in it. */
  checkDocuments: () => Promise<void>;
  /** What of the log each projection does not include yet, by its name; reads no further than 10,000 events of the log. */
  behind: (log: Pick<EventStore, 'follow'>, signal: AbortSignal) => Promise<ReadonlyMap<string, Behind>>;
  /** Whether there is a projection of this name. */
  isProjection: (name: string) => boolean;
  /** Asks the projectors for a job; where one of the kind waits or runs already, answers that one. */
  askFor: (ask: Ask) => Promise<Job>;
  /** Calls a job off; answers it as it is now, null where nobody asked for it. */
  callOff: (kind: JobKind, projection: string, now: string) => Promise<Job | null>;
  /** The last job of a kind that was asked for; null where none was. */
  jobOf: (kind: JobKind, projection: string) => Promise<Job | null>;
  /** Tries what is held back of a stream once more, in every projection; empty where nothing is. */
  retryHeldBack: (stream: string, reading: Omit<Engine, 'database'>) => Promise<readonly Retried[]>;
  /** Makes anew what is shown of some streams, in every filling of this version: after an erasure nothing stays of what was shown. */
  remake: (streams: readonly string[], reading: Omit<Engine, 'database'>) => Promise<void>;
  /** Drops what was read until a rebuild switched before a moment (ISO 8601); answers the collections that are gone. */
  dropPrevious: (before: string) => Promise<readonly string[]>;
  /** Drops what earlier versions of a projection have left; answers the collections that are gone. */
  dropOlder: (name: string) => Promise<readonly string[]>;
}>;

/** The administration of the projections as they are live. */
export const projectionAdministration = (live: LiveFillings): ProjectionAdministration => {
  const { database } = live;
  return {
    projectionStates: (now) => projectionStates(database, live.projections(), now),
    projectionReports: (now) => projectionReports(live, now),
    documentCounts: () => countDocuments(database, live.projections()),
    checkDocuments: () => checkDocuments(database, live.projections()),
    partitionStates: (now) => partitionStates(database, live.projections(), now),
    behind: async (log, signal) => {
      const projections = live.projections();
      const checkpoints = await loadCheckpoints(database, projections);
      const reached = projections.map((projection, index) => ({ projection, checkpoints: checkpoints[index] ?? [] }));
      return countBehind({ log, signal }, reached);
    },
    isProjection: (wanted) => live.projections().some(({ name }) => name === wanted),
    askFor: (ask) => askFor(database, ask),
    callOff: (kind, projection, now) => callOff(database, kind, projection, now),
    jobOf: (kind, projection) => jobsOf(database).findOne({ _id: jobIdOf(kind, projection) }),
    retryHeldBack: async (stream, reading) => {
      const calendar = new CalendarKnowledge(reading.readStream);
      await calendar.learn();
      const shown = live.projections().map((projection) => calendar.bind(projection));
      return retryHeldBack({ ...reading, database }, shown, (held) => held.stream === stream);
    },
    remake: async (streams, reading) => {
      const calendar = new CalendarKnowledge(reading.readStream);
      await calendar.learn();
      const shown = live.projections().map((projection) => calendar.bind(projection));
      await remake({ ...reading, database }, shown, streams);
    },
    dropPrevious: (before) => dropPrevious(database, live.projections(), before),
    dropOlder: async (name) => {
      const projection = live.projections().find((one) => one.name === name);
      return projection ? dropOlder(database, projection) : [];
    },
  };
};
