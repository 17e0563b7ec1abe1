import { dateOf, dayNumberOf } from '../calendar/day-number.js';
import { kzCalendar } from '../calendar/working-calendar.js';

const first = dayNumberOf(`${Math.min(...kzCalendar.years)}-01-01`);
const last = dayNumberOf(`${Math.max(...kzCalendar.years)}-12-31`);

/** Every working day of the calendar, in order. */
const workingDays: readonly number[] = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
  (day) => kzCalendar.offReason(day) === null,
);

/** How many working days lie before each day of the calendar. */
const countBefore: readonly number[] = (() => {
  const counts: number[] = [];
  let passed = 0;
  for (let day = first; day <= last; day += 1) {
    counts.push(passed);
    if (workingDays[passed] === day) passed += 1;
  }
  return counts;
})();

/** The number of a date among the working days; of a day off, that of the next working day. Throws `calendar-year-missing`. */
export const workingDayNumber = (date: string): number => {
  const day = dayNumberOf(date);
  // asked for what it throws
  kzCalendar.offReason(day);
  return countBefore[day - first] ?? 0;
};

/** The date of a working day by its number; null past the end of the calendar. */
export const workingDate = (number: number): string | null => {
  const day = workingDays[number];
  return day === undefined ? null : dateOf(day);
};
