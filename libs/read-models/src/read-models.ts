import { caseQueries, type CaseQueries } from './case-view/case-view.queries.js';
import { openDatabase } from './database.js';
import { deadlineQueries, type DeadlineQueries } from './deadline-board/deadline-board.queries.js';
import { claimQueries, type ClaimQueries } from './dwelling-claims/dwelling-claims.queries.js';
import { createIndexes } from './engine/indexes.js';
import { positionReader } from './queries/positions.js';
import { projectionStates, type ProjectionState } from './queries/projection-states.js';
import { positionWaiter, type PositionWait } from './queries/wait-for-position.js';
import { projections } from './projections.js';
import { timelineQueries, type TimelineQueries } from './timeline/timeline.queries.js';
import { worklistQueries, type WorklistQueries } from './worklist/worklist.queries.js';
import type { Db } from 'mongodb';

/**
 * What the read side answers. Every query may throw the driver's errors where MongoDB is away (`isReadModelsUnavailable` tells them);
 * pages throw `InvalidCursor` for a cursor that this query did not give.
 */
export type ReadModels = Readonly<{
  cases: CaseQueries;
  worklist: WorklistQueries;
  timeline: TimelineQueries;
  deadlines: DeadlineQueries;
  claims: ClaimQueries;
  /** Where each projection stands; `now` is ISO 8601. */
  projectionStates: (now: string) => Promise<readonly ProjectionState[]>;
  /** The position that every projection includes; null before the first event. */
  position: () => Promise<number | null>;
  /** Waits, at most so many milliseconds, until every projection includes a position. */
  waitForPosition: PositionWait;
  /** Answers where MongoDB does; throws where it does not. */
  ping: () => Promise<void>;
  close: () => Promise<void>;
  /** For the projector only: the database that its engine writes. */
  database: Db;
}>;

/**
 * Connects to the database named in the address's path (`shanyraq` where it names none) and sees to the declared indexes.
 * Throws where MongoDB cannot be reached within five seconds.
 */
export const connectReadModels = async (mongoUrl: string): Promise<ReadModels> => {
  const { client, database } = await openDatabase(mongoUrl);
  await createIndexes(database, projections);
  const position = positionReader(database, projections);
  return {
    cases: caseQueries(database),
    worklist: worklistQueries(database, position),
    timeline: timelineQueries(database, position),
    deadlines: deadlineQueries(database, position),
    claims: claimQueries(database),
    projectionStates: (now) => projectionStates(database, projections, now),
    position,
    waitForPosition: positionWaiter(position),
    ping: async () => {
      await database.command({ ping: 1 });
    },
    close: () => client.close(),
    database,
  };
};
