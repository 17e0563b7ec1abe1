import type { AddedYear } from '../calendar/added-years.js';
import { kzCalendarData } from '../calendar/kz-calendar.data.js';
import { type WorkingCalendar, workingCalendar } from '../calendar/working-calendar.js';

/** The loaded table as it would be if it ended with a year. */
export const calendarUntil = (lastYear: number): WorkingCalendar =>
  workingCalendar({
    ...kzCalendarData,
    lastYear,
    off: kzCalendarData.off.filter(({ date }) => Number(date.slice(0, 4)) <= lastYear),
    workingWeekends: kzCalendarData.workingWeekends.filter((date) => Number(date.slice(0, 4)) <= lastYear),
  });

/** A year of the loaded table, as it is added to one that ends before it. */
export const addedYear = (year: number, moments: Pick<AddedYear, 'knownFrom' | 'enteredAt'>): AddedYear => ({
  year,
  off: kzCalendarData.off.filter(({ date }) => date.startsWith(`${year}-`)),
  workingWeekends: kzCalendarData.workingWeekends.filter((date) => date.startsWith(`${year}-`)),
  provisional: kzCalendarData.provisionalYears.includes(year),
  source: `The table of ${year}`,
  ...moments,
});
