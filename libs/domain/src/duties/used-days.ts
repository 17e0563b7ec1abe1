import type { Derivation } from '../calendar/due-date.js';
import type { LocalDate } from '../case/case.types.js';

/**
 * How many days of its term are used up by a day, in the unit in which the term counts: 0 on the trigger day and before it, at most the
 * whole term, so that the days over which a last day rolls, and every day after, stand for the last one.
 */
export const usedDays = ({ days }: Pick<Derivation, 'days'>, on: LocalDate): number =>
  days.filter(({ counted, date }) => counted && date <= on).length;
