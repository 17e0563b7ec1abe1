import type { CalendarCorrection } from './calendar-day.js';
import { dayNumberOf, weekdayOf } from './day-number.js';
import type { OffReason, WorkingCalendar } from './working-calendar.js';

/**
 * A calendar with corrections, the last one of a day in force; the reason of a day made off names the correction and
 * its source. The base itself where there are none.
 */
export const correctedCalendar = (
  base: WorkingCalendar,
  corrections: readonly CalendarCorrection[],
): WorkingCalendar => {
  if (corrections.length === 0) return base;
  const reasons = new Map(corrections.map((correction) => [dayNumberOf(correction.date), reasonOf(correction)]));
  return {
    ...base,
    offReason: (day) => {
      const reason = reasons.get(day);
      return reason === undefined ? base.offReason(day) : reason;
    },
    isWorkingWeekend: (day) => {
      const reason = reasons.get(day);
      return reason === undefined ? base.isWorkingWeekend(day) : reason === null && weekdayOf(day) % 6 === 0;
    },
  };
};

const reasonOf = ({ to, name, source }: CalendarCorrection): OffReason | null =>
  to === 'WORKING' ? null : { kind: 'transfer_off', name: `${name} (${source})` };
