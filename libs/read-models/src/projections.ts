import { accessQueries } from './access/access.queries.js';
import { accessRecords } from './access/access-records.projection.js';
import { accessStreams } from './access/access-streams.projection.js';
import { heldQueries } from './persons/held-of-person.queries.js';
import { calendarCorrections } from './calendar-corrections/calendar-corrections.projection.js';
import { calendarReader } from './calendar-corrections/calendar-corrections.queries.js';
import { caseView } from './case-view/case-view.projection.js';
import { caseQueries } from './case-view/case-view.queries.js';
import { complaintFigures, exactComplaints } from './complaints/complaint-figures.projection.js';
import { complaintFigureQueries } from './complaints/complaint-figures.queries.js';
import { complaints } from './complaints/complaints.projection.js';
import { complaintQueries } from './complaints/complaints.queries.js';
import { deadlineBoard } from './deadline-board/deadline-board.projection.js';
import { deadlineQueries } from './deadline-board/deadline-board.queries.js';
import { dwellingClaims } from './dwelling-claims/dwelling-claims.projection.js';
import { claimQueries } from './dwelling-claims/dwelling-claims.queries.js';
import type { Projection } from './engine/projection.js';
import type { LiveFillings } from './engine/rebuild/live-fillings.js';
import { caseFigures, exactCases } from './figures/case-figures.projection.js';
import { caseFigureQueries } from './figures/case-figures.queries.js';
import { exactReader } from './figures/exact-reader.js';
import { forecastQueries } from './forecast/forecast.queries.js';
import { pastCaseQueries } from './forecast/past-cases.queries.js';
import { paragraphCounts } from './paragraphs/paragraph-counts.queries.js';
import { erasableQueries } from './persons/erasable.queries.js';
import { positionReader } from './queries/positions.js';
import { stageRecordPages } from './stage-records/stage-record-pages.js';
import { stageRecords } from './stage-records/stage-records.projection.js';
import { timeline } from './timeline/timeline.projection.js';
import { timelineQueries } from './timeline/timeline.queries.js';
import { trails } from './trails/trails.projection.js';
import { trailQueries } from './trails/trails.queries.js';
import { worklist } from './worklist/worklist.projection.js';
import { worklistQueries } from './worklist/worklist.queries.js';

/** Every projection of the log. */
export const projections: readonly Projection[] = [
  caseView,
  worklist,
  timeline,
  deadlineBoard,
  dwellingClaims,
  stageRecords,
  complaints,
  calendarCorrections,
  caseFigures,
  complaintFigures,
  trails,
  accessStreams,
  accessRecords,
];

/** What is asked of the projections that are live. */
export type ProjectionQueries = Readonly<ReturnType<typeof projectionQueries>>;

export const projectionQueries = (live: LiveFillings) => {
  const position = positionReader(live);
  const calendars = calendarReader(live);
  return {
    /** The position that every projection includes; null before the first event. */
    position,
    /** The calendar with the corrections that the read models include. */
    calendars,
    cases: caseQueries(live, calendars),
    complaints: complaintQueries(live, position, calendars),
    complaintFigures: complaintFigureQueries(exactReader(live, exactComplaints, calendars)),
    caseFigures: caseFigureQueries(exactReader(live, exactCases, calendars)),
    worklist: worklistQueries(live, position),
    timeline: timelineQueries(live, position),
    deadlines: deadlineQueries(live, position),
    forecast: forecastQueries(live, { position, calendars }),
    pastCases: pastCaseQueries(live, position),
    paragraphCounts: paragraphCounts(live, position),
    erasable: erasableQueries(live),
    claims: claimQueries(live),
    stageRecords: stageRecordPages(live),
    trails: trailQueries(live),
    access: accessQueries(live, position),
    held: heldQueries(live),
  };
};
