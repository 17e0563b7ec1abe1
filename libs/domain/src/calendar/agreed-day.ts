import type { LocalDate } from '../case/case.types.js';
import { dayNumberOf } from './day-number.js';
import { type Derivation, nonWorkingDaysFrom } from './due-date.js';
import type { WorkingCalendar } from './working-calendar.js';

type Question = Readonly<{
  /** The day of the agreement. */
  from: LocalDate;
  /** The day that it sets. */
  on: LocalDate;
  calendar: WorkingCalendar;
}>;

/**
 * The due date of what is to be done on an agreed day, with its derivation: not before the agreement itself, and on the next working day
 * where that day is none. Pending where the calendar ends before that day is found.
 */
export const agreedDay = ({ from, on, calendar }: Question): Derivation => {
  const first = dayNumberOf(on < from ? from : on);
  const rolledOver = nonWorkingDaysFrom(first, calendar);
  const end = first + rolledOver.length;
  const date = calendar.dateOf(end);
  const isPending = calendar.hasEndedBy(end);
  return {
    from,
    term: null,
    days: [],
    nominalDue: on,
    rolledOver,
    cappedBy: null,
    beganAfter: null,
    due: isPending ? null : date,
    // No day before it tells when it is: the year that is missing is its own.
    pending: isPending ? { missingYear: yearOf(date), notBefore: date } : null,
    provisionalYears: calendar.provisionalYears.filter((year) => [yearOf(on), yearOf(date)].includes(year)),
  };
};

const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));
