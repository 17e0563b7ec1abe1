export {
  type CaseTab,
  caseTabs,
  type Consideration,
  considerations,
  type DeadlineBucket,
  deadlineBuckets,
  type FigureKind,
  figureKinds,
  type ForecastGroup,
  forecastGroups,
  type MonthOf,
  monthsOf,
  type Span,
  spans,
  wholeSpans,
} from './monitoring.words.js';
export { type JobKind, jobKinds, type JobState, jobStates, type PlaceKind, placeKinds } from './projection.words.js';
