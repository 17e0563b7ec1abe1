import { openStages } from '../case/case.words.js';

/** The words in which cases, complaints and their duties are counted, each set once; they are contract. */

/**
 * `OPEN`: owed and not yet due; `DUE_SOON`: those of them due soon; `OVERDUE`: owed and past due; `KEPT`: done in time;
 * `LATE`: done after it was due; `PENDING`: done or owed, while no calendar tells its day; `MISSED`: recorded as missed, done late since or not; what is found to have been kept is not among them.
 */
/** How whoever works with cases looks at them. */
export const caseTabs = ['OPEN', 'OVERDUE', 'DUE_SOON', 'MINE', 'WAITING', 'CLOSED'] as const;
export type CaseTab = (typeof caseTabs)[number];

export const deadlineBuckets = ['OPEN', 'DUE_SOON', 'OVERDUE', 'KEPT', 'LATE', 'MISSED', 'PENDING'] as const;
export type DeadlineBucket = (typeof deadlineBuckets)[number];

/** How the term of a complaint's consideration stands; PENDING: it ended while no calendar tells its day. */
export const considerations = ['NOT_BEGUN', 'RUNNING', 'OVERDUE', 'KEPT', 'LATE', 'SETTLED', 'PENDING'] as const;
export type Consideration = (typeof considerations)[number];

/**
 * What is counted, each time in cases. KEPT and LATE: those that kept all their obligations so far, or were late with one, or owe
 * one past its day as of a day;
 * LYING: in a stage now; MEASURED: of which a span of days has ended; OVERDUE: that owe something past its day as of a day.
 */
export const figureKinds = [
  'RECEIVED',
  'DECIDED',
  'PRIVATIZED',
  'REFUSED',
  'REJECTED',
  'WITHDRAWN',
  'CONCLUDED',
  'CLOSED',
  'OPEN',
  'OVERDUE',
  'KEPT',
  'LATE',
  'LYING',
  'MEASURED',
] as const;
export type FigureKind = (typeof figureKinds)[number];

/** Which of a case's two days makes its month: of acceptance, or of the commission's decision or the rejection. */
export const monthsOf = ['RECEIPT', 'DECISION'] as const;
export type MonthOf = (typeof monthsOf)[number];

/** The spans of a whole case. */
export const wholeSpans = ['TO_DECISION', 'WHOLE'] as const;

/** What is measured in days: each stage that ended, from acceptance to the signed decision, and to the end. */
export const spans = [...openStages, ...wholeSpans] as const;
export type Span = (typeof spans)[number];

/** Whose past a duty is compared with in a forecast, the narrowest first. */
export const forecastGroups = [
  'RULE_OFFICE_ROUTE_FORM',
  'RULE_OFFICE_ROUTE',
  'RULE_OFFICE',
  'RULE_ROUTE',
  'RULE',
] as const;
export type ForecastGroup = (typeof forecastGroups)[number];
