import type { InstantString, LocalDate } from '../case/case.types.js';
import { type CalendarData, kzCalendarData } from './kz-calendar.data.js';
import { type DayNumber, dayNumberOf } from './day-number.js';
import { type WorkingCalendar, workingCalendar } from './working-calendar.js';

/** A year that was added to the calendar: every day of it that is not what its weekday says, and the act that says so (docs/law/rules.md 4.3). */
export type AddedYear = Readonly<{
  year: number;
  off: CalendarData['off'];
  /** Saturdays and Sundays made working by a transfer. */
  workingWeekends: readonly LocalDate[];
  /** Whether a day of it may still be moved by the authorities. */
  provisional: boolean;
  /** The act that it rests on. */
  source: string;
  /** From when it was known. */
  knownFrom: InstantString;
  /** From when on terms are counted with it. */
  enteredAt: InstantString;
}>;

/** A calendar with years added to it; what was added stands over a table that has the year too. The calendar itself where there are none. */
export const withYears = (calendar: WorkingCalendar, added: readonly AddedYear[]): WorkingCalendar =>
  added.reduce(withYear, calendar);

const withYear = (
  calendar: WorkingCalendar,
  { year, off, workingWeekends, provisional }: AddedYear,
): WorkingCalendar => {
  const { zone } = kzCalendarData;
  const provisionalYears = provisional ? [year] : [];
  const own = workingCalendar({ zone, firstYear: year, lastYear: year, provisionalYears, workingWeekends, off });
  const isOfYear = (day: DayNumber): boolean => day >= first && !own.hasEndedBy(day);
  const first = dayNumberOf(`${year}-01-01`);
  return {
    years: calendar.years.includes(year) ? calendar.years : [...calendar.years, year],
    provisionalYears: [...calendar.provisionalYears.filter((one) => one !== year), ...provisionalYears],
    offReason: (day) => (isOfYear(day) ? own : calendar).offReason(day),
    isWorkingWeekend: (day) => (isOfYear(day) ? own : calendar).isWorkingWeekend(day),
    hasEndedBy: (day) => own.hasEndedBy(day) && calendar.hasEndedBy(day),
    dateOf: calendar.dateOf,
  };
};
