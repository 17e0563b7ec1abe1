import { calendarCorrections } from './calendar-corrections/calendar-corrections.projection.js';
import { caseView } from './case-view/case-view.projection.js';
import { deadlineBoard } from './deadline-board/deadline-board.projection.js';
import { complaintFigures } from './complaints/complaint-figures.projection.js';
import { complaints } from './complaints/complaints.projection.js';
import { dwellingClaims } from './dwelling-claims/dwelling-claims.projection.js';
import { caseFigures } from './figures/case-figures.projection.js';
import type { Projection } from './engine/projection.js';
import { stageRecords } from './stage-records/stage-records.projection.js';
import { timeline } from './timeline/timeline.projection.js';
import { worklist } from './worklist/worklist.projection.js';

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
];
