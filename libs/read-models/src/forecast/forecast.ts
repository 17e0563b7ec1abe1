import { forecastGroups, type ForecastGroup, type Term } from '@app/domain';
import type { Alike } from '../deadline-board/track-record.js';
import { pastOf, type PastDuties } from './past-duties.js';

/** An open duty as it is compared: how many days of its term are used up (`usedDays` of the domain), and whether its day is over. */
export type OpenDuty = Alike & Readonly<{ term: Term; usedDays: number; overdue: boolean }>;

/** What a share of past duties rests on. */
export type ForecastNumbers = Readonly<{
  group: ForecastGroup;
  /** Duties of the group of which it is decided whether they were late: kept, done late, or owed past their day. */
  comparable: number;
  /** Those of them that were not done before as many days of their term were used up. */
  stillOpenAtThisPoint: number;
  /** Those of the latter that were late. */
  late: number;
  /** Those of the late that are not done yet. */
  lateAndStillOwed: number;
  /** Duties of the group that nobody came to owe any more: not comparable, and not counted. */
  fallenAway: number;
}>;

/**
 * `PAST_DUTIES`: a share of past duties; `OVERDUE`: late by fact, nothing is forecast; `TOO_FEW`: even the widest group holds fewer than
 * the minimum, so there is no share. `share` is late / still open at this point, 1 for what is overdue.
 */
export type Forecast = Readonly<
  | { basis: 'PAST_DUTIES'; share: number; numbers: ForecastNumbers }
  | { basis: 'OVERDUE'; share: 1; numbers: null }
  | { basis: 'TOO_FEW'; share: null; numbers: ForecastNumbers }
>;

/**
 * The share of comparable past duties that were late from the point on which this one stands: of the narrowest group of which at least
 * `minimum` were still open there.
 */
export const forecastOf = (duty: OpenDuty, past: PastDuties, minimum: number): Forecast => {
  if (duty.overdue) return { basis: 'OVERDUE', share: 1, numbers: null };
  for (const group of forecastGroups) {
    const numbers = numbersIn(group, duty, past);
    const { late, stillOpenAtThisPoint } = numbers;
    if (stillOpenAtThisPoint >= Math.max(minimum, 1))
      return { basis: 'PAST_DUTIES', share: late / stillOpenAtThisPoint, numbers };
  }
  return { basis: 'TOO_FEW', share: null, numbers: numbersIn('RULE', duty, past) };
};

/** What was late was still open at every point of its term. */
const numbersIn = (group: ForecastGroup, duty: OpenDuty, past: PastDuties): ForecastNumbers => {
  const { kept, doneLate, overdue, fallenAway } = pastOf(past, group, duty);
  const late = doneLate + overdue;
  return {
    group,
    comparable: sum(kept) + late,
    stillOpenAtThisPoint: sum(kept.slice(duty.usedDays)) + late,
    late,
    lateAndStillOwed: overdue,
    fallenAway,
  };
};

/** The gaps of a sparse list count nothing. */
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
