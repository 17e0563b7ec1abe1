import type { CalendarYearDto } from '@app/contracts';
import { dayNumberOf, type Calendars, type WorkingCalendar } from '@app/domain';
import { ProblemError } from '@app/platform';

/** A year of the calendar as it is known now. Throws a problem 404 for a year without a calendar. */
export const calendarYear = ({ current, corrections }: Calendars, text: string): CalendarYearDto => {
  const year = current.years.find((one) => String(one) === text);
  if (year === undefined) {
    const years = `${current.years.at(0)} to ${current.years.at(-1)}`;
    throw new ProblemError('calendar-not-found', `There are calendars for ${years}; no term is counted without one.`);
  }
  const days = daysOf(year);
  return {
    year,
    provisional: current.provisionalYears.includes(year),
    workingDays: days.filter((day) => current.offReason(day) === null).length,
    off: days.flatMap((day) => offDay(current, day)),
    workingWeekends: days.filter(current.isWorkingWeekend).map(current.dateOf),
    corrections: corrections.filter(({ date }) => date.startsWith(`${year}-`)),
  };
};

const daysOf = (year: number): readonly number[] => {
  const first = dayNumberOf(`${year}-01-01`);
  return Array.from({ length: dayNumberOf(`${year}-12-31`) - first + 1 }, (_, index) => first + index);
};

const offDay = (calendar: WorkingCalendar, day: number): CalendarYearDto['off'] => {
  const reason = calendar.offReason(day);
  return reason === null || reason.kind === 'weekend' ? [] : [{ date: calendar.dateOf(day), ...reason }];
};
