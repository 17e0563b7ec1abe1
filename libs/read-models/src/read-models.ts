import { calendarReader } from './calendar-corrections/calendar-corrections.queries.js';
import { caseQueries, type CaseQueries } from './case-view/case-view.queries.js';
import { exactComplaints } from './complaints/complaint-figures.projection.js';
import { complaintFigureQueries, type ComplaintFigureQueries } from './complaints/complaint-figures.queries.js';
import { complaintQueries, type ComplaintQueries } from './complaints/complaints.queries.js';
import { buildIndexes, openDatabase, type OpenDatabase } from './database.js';
import { deadlineQueries, type DeadlineQueries } from './deadline-board/deadline-board.queries.js';
import { claimQueries, type ClaimQueries } from './dwelling-claims/dwelling-claims.queries.js';
import { createIndexes } from './engine/indexes.js';
import { createPartitions } from './engine/partitions/partition.js';
import { forecastQueries, type ForecastQueries } from './forecast/forecast.queries.js';
import { pastCaseQueries, type PastCaseQueries } from './forecast/past-cases.queries.js';
import { liveFillings, type LiveFillings } from './engine/rebuild/live-fillings.js';
import { projectionAdministration, type ProjectionAdministration } from './projection-administration.js';
import { exactCases } from './figures/case-figures.projection.js';
import { caseFigureQueries, type CaseFigureQueries } from './figures/case-figures.queries.js';
import { exactReader } from './figures/exact-reader.js';
import { paragraphCounts, type ParagraphCounts } from './paragraphs/paragraph-counts.queries.js';
import { positionReader } from './queries/positions.js';
import { positionWaiter, type PositionWait } from './queries/wait-for-position.js';
import { projections } from './projections.js';
import { openOutbox, type Outbox } from './stage-records/outbox.js';
import { stageRecordPages, type StageRecordPages } from './stage-records/stage-record-pages.js';
import { timelineQueries, type TimelineQueries } from './timeline/timeline.queries.js';
import { createTrailIndexes } from './trails/stored-trails.js';
import { trailQueries, type TrailQueries } from './trails/trails.queries.js';
import { worklistQueries, type WorklistQueries } from './worklist/worklist.queries.js';
import type { Calendars } from '@app/domain';
import type { OnHung } from '@app/mongo';
import type { Db } from 'mongodb';

/**
 * What the read side answers. Every query may throw the driver's errors where MongoDB is away (`isReadModelsUnavailable` tells them);
 * pages throw `InvalidCursor` for a cursor that this query did not give.
 */
export type ReadModels = ProjectionAdministration &
  Readonly<{
    cases: CaseQueries;
    complaints: ComplaintQueries;
    complaintFigures: ComplaintFigureQueries;
    caseFigures: CaseFigureQueries;
    worklist: WorklistQueries;
    timeline: TimelineQueries;
    deadlines: DeadlineQueries;
    forecast: ForecastQueries;
    pastCases: PastCaseQueries;
    paragraphCounts: ParagraphCounts;
    claims: ClaimQueries;
    trails: TrailQueries;
    /** The calendar with the corrections that the read models include. */
    calendars: () => Promise<Calendars>;
    outbox: Outbox;
    stageRecords: StageRecordPages;
    /** Asks a question again where other fillings were switched to while it was answered: what it reads, and the positions of it, are of the same. */
    steadily: LiveFillings['steadily'];
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
 * Connects to the database named in the address's path (`shanyraq` where it names none) and sees to the declared indexes, for
 * however long building them takes. Throws where MongoDB cannot be reached within five seconds, and `PartitionsDiffer`. `onHung` is told that the client hangs.
 */
export const connectReadModels = async (mongoUrl: string, onHung?: OnHung): Promise<ReadModels> => {
  const open = openDatabase(mongoUrl, onHung);
  try {
    return await readModelsIn(open, mongoUrl);
  } catch (error) {
    await open.close();
    throw error;
  }
};

const readModelsIn = async (open: OpenDatabase, mongoUrl: string): Promise<ReadModels> => {
  const live = await liveFillings(open.database, projections);
  try {
    await buildIndexes(mongoUrl, async (database) => {
      await createIndexes(database, live.projections());
      await createTrailIndexes(database);
    });
    return await readModelsOf(live, open);
  } catch (error) {
    live.close();
    throw error;
  }
};

const readModelsOf = async (live: LiveFillings, { database, close }: OpenDatabase): Promise<ReadModels> => {
  await createPartitions(database);
  const position = positionReader(live);
  const calendars = calendarReader(live);
  return {
    cases: caseQueries(live, calendars),
    complaints: complaintQueries(live, position, calendars),
    complaintFigures: complaintFigureQueries(exactReader(live, exactComplaints, calendars)),
    caseFigures: caseFigureQueries(exactReader(live, exactCases, calendars)),
    calendars,
    worklist: worklistQueries(live, position),
    timeline: timelineQueries(live, position),
    deadlines: deadlineQueries(live, position),
    forecast: forecastQueries(live, { position, calendars }),
    pastCases: pastCaseQueries(live, position),
    paragraphCounts: paragraphCounts(live, position),
    claims: claimQueries(live),
    trails: trailQueries(database),
    outbox: await openOutbox(live),
    stageRecords: stageRecordPages(live),
    ...projectionAdministration(live),
    steadily: live.steadily,
    position,
    waitForPosition: positionWaiter(position),
    ping: async () => {
      await database.command({ ping: 1 });
    },
    close: async () => {
      live.close();
      await close();
    },
    database,
  };
};
