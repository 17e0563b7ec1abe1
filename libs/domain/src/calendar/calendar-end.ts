import { Temporal } from 'temporal-polyfill/implementation';
import type { InstantString, LocalDate } from '../case/case.types.js';
import { dayNumberOf, inWords } from './day-number.js';
import { kzCalendarData } from './kz-calendar.data.js';
import type { WorkingCalendar } from './working-calendar.js';
import { localDateOf } from './zones.js';

/** How far the calendar goes: its last day, how many days are left (negative once they are over), and from six months before on a warning. */
export type CalendarEnd = Readonly<{ lastDay: LocalDate; daysLeft: number; warning: string | null }>;

const monthsAhead = 6;

/** How far a calendar goes, seen from a moment: dates that need the year after it are pending. */
export const calendarEnd = ({ years }: WorkingCalendar, now: InstantString): CalendarEnd => {
  const year = years.at(-1) ?? 0;
  const lastDay = `${year}-12-31`;
  const today = localDateOf(now, kzCalendarData.zone);
  const warnFrom = Temporal.PlainDate.from(lastDay).subtract({ months: monthsAhead }).toString();
  const told =
    `The calendar ends on ${inWords(lastDay)}: dates that need ${year + 1} are pending until that year is added ` +
    `(POST /api/v1/admin/calendar/years/${year + 1}).`;
  return {
    lastDay,
    daysLeft: dayNumberOf(lastDay) - dayNumberOf(today),
    warning: today < warnFrom ? null : told,
  };
};
