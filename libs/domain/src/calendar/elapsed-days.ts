import type { LocalDate } from '../case/case.types.js';
import { dayNumberOf } from './day-number.js';
import type { WorkingCalendar } from './working-calendar.js';

/** Days that passed; the working days are null where the calendar lacks one of the years. */
export type ElapsedDays = Readonly<{ calendarDays: number; workingDays: number | null }>;

/**
 * The days after one day up to another, that one included, as terms are counted: the same day makes none, and neither
 * does an end before the beginning.
 */
export const elapsedDays = (from: LocalDate, until: LocalDate, calendar: WorkingCalendar): ElapsedDays => {
  const calendarDays = Math.max(dayNumberOf(until) - dayNumberOf(from), 0);
  if (calendarDays === 0) return { calendarDays, workingDays: 0 };
  const worked = workedUntil(calendar);
  const [before, after] = [worked.get(dayNumberOf(from)), worked.get(dayNumberOf(until))];
  return { calendarDays, workingDays: before === undefined || after === undefined ? null : after - before };
};

/** For each day of a calendar how many of its days up to it were worked: counted once, as figures ask for many spans. */
const workedUntil = (calendar: WorkingCalendar): ReadonlyMap<number, number> => {
  const known = counted.get(calendar);
  if (known !== undefined) return known;
  const { years } = calendar;
  const first = dayNumberOf(`${years[0]}-01-01`);
  const last = dayNumberOf(`${years.at(-1)}-12-31`);
  const worked = new Map<number, number>();
  let so = 0;
  for (let day = first; day <= last; day += 1) {
    if (calendar.offReason(day) === null) so += 1;
    worked.set(day, so);
  }
  counted.set(calendar, worked);
  return worked;
};

const counted = new WeakMap<WorkingCalendar, ReadonlyMap<number, number>>();
