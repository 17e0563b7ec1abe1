import { dateOf, dayNumberOf, kzCalendar } from '@app/domain';

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

/** The number of a date among the working days; of a day off, that of the next working day. */
export const workingDayNumber = (date: string): number => {
  const count = countBefore[dayNumberOf(date) - first];
  if (count === undefined) throw new RangeError(`the calendar does not hold ${date}`);
  return count;
};

/** The date of a working day by its number; null past the end of the calendar. */
export const workingDate = (number: number): string | null => {
  const day = workingDays[number];
  return day === undefined ? null : dateOf(day);
};

/** A local time in Kazakhstan as an instant: one zone since March 2024, an hour further east before. */
export const instantOf = (date: string, time: string): string =>
  `${date}T${time}${date < '2024-03-01' ? '+06:00' : '+05:00'}`;
