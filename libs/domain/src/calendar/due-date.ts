import type { LocalDate } from '../case/case.types.js';
import { type DayNumber, dayNumberOf } from './day-number.js';
import { kzCalendar, type OffReason, type WorkingCalendar } from './working-calendar.js';

/** In which days the Order counts. */
export const termUnits = ['calendar', 'working'] as const;

/** A length of time as the Order gives it; 0 is the same day. */
export type Term = Readonly<{ n: number; unit: (typeof termUnits)[number] }>;

/** A day between the trigger and the end of a term: counted with its number, or skipped with the reason. */
export type DerivedDay = Readonly<
  | { date: LocalDate; counted: true; number: number; workingWeekend: boolean }
  | { date: LocalDate; counted: false; reason: OffReason }
>;

/** How a due date followed from its trigger, day by day (docs/law/rules.md 3.3). */
export type Derivation = Readonly<{
  /** The trigger day, itself not counted. */
  from: LocalDate;
  term: Term;
  days: readonly DerivedDay[];
  /** The term's own last day. */
  nominalDue: LocalDate;
  /** Non-working days passed over on the way from the nominal to the due date. */
  rolledOver: readonly Readonly<{ date: LocalDate; reason: OffReason }>[];
  /** The enclosing term that ended it earlier, if one did. */
  cappedBy: Readonly<{ rule: string; due: LocalDate }> | null;
  /** The enclosing term that had ended before this one began, and so does not end it. */
  beganAfter: Readonly<{ rule: string; due: LocalDate }> | null;
  due: LocalDate;
  /** Years of the calendar used of which a day may still be moved. */
  provisionalYears: readonly number[];
}>;

type Question = Readonly<{
  from: LocalDate;
  term: Term;
  calendar?: WorkingCalendar;
}>;

/**
 * The due date of a term, with its derivation. The trigger day is not counted; a term of working days counts working
 * days only, working weekends included; a last day that is not a working day rolls to the next one. Throws
 * `calendar-year-missing` in a year without a calendar, a RangeError for an impossible date or length.
 */
export const dueDate = ({ from, term, calendar = kzCalendar }: Question): Derivation => {
  const start = dayNumberOf(from);
  const days = countDays(start, term, calendar);
  const nominal = start + days.length;
  const rolledOver = nonWorkingDaysFrom(nominal, calendar);
  const rolled = calendar.dateOf(nominal + rolledOver.length);

  return {
    from,
    term,
    days,
    nominalDue: calendar.dateOf(nominal),
    rolledOver,
    cappedBy: null,
    beganAfter: null,
    due: rolled,
    provisionalYears: calendar.provisionalYears.filter((year) => isWithin(year, from, rolled)),
  };
};

/**
 * A term inside another one: due no later than that one is (docs/law/rules.md 3.3, 6), unless that one had ended before this one began: then
 * it runs its own time (A7).
 */
export const cappedBy = (
  derivation: Derivation,
  { rule, due }: Readonly<{ rule: string; due: LocalDate }>,
): Derivation => {
  if (due >= derivation.due) return derivation;
  return due < derivation.from
    ? { ...derivation, beganAfter: { rule, due } }
    : { ...derivation, cappedBy: { rule, due }, due };
};

/**
 * How many days of its term are used up by a day, in the unit in which the term counts: 0 on the trigger day and before it, at most the
 * whole term, so that the days over which a last day rolls, and every day after, stand for the last one.
 */
export const usedDays = ({ days }: Pick<Derivation, 'days'>, on: LocalDate): number =>
  days.filter(({ counted, date }) => counted && date <= on).length;

const countDays = (start: DayNumber, { n, unit }: Term, calendar: WorkingCalendar): DerivedDay[] => {
  if (!Number.isSafeInteger(n) || n < 0 || n > longestTerm) throw new RangeError(`not a number of days: ${n}`);
  return unit === 'working' ? workingDays(start, n, calendar) : calendarDays(start, n, calendar);
};

/** A hundred years: no term of the Order comes near, and no calendar either. */
const longestTerm = 36_525;

const calendarDays = (start: DayNumber, n: number, calendar: WorkingCalendar): DerivedDay[] => {
  // Fails before counting, so that an absurd length costs nothing.
  calendar.offReason(start + n);
  return Array.from({ length: n }, (_, index) => counted(start + index + 1, index + 1, calendar));
};

const workingDays = (start: DayNumber, n: number, calendar: WorkingCalendar): DerivedDay[] => {
  const days: DerivedDay[] = [];
  for (let day = start + 1, number = 0; number < n; day += 1) {
    const reason = calendar.offReason(day);
    if (reason === null) days.push(counted(day, (number += 1), calendar));
    else days.push({ date: calendar.dateOf(day), counted: false, reason });
  }
  return days;
};

const counted = (day: DayNumber, number: number, calendar: WorkingCalendar): DerivedDay => ({
  date: calendar.dateOf(day),
  counted: true,
  number,
  workingWeekend: calendar.isWorkingWeekend(day),
});

const nonWorkingDaysFrom = (first: DayNumber, calendar: WorkingCalendar): { date: LocalDate; reason: OffReason }[] => {
  const days: { date: LocalDate; reason: OffReason }[] = [];
  for (let day = first, reason = calendar.offReason(day); reason !== null; reason = calendar.offReason(day)) {
    days.push({ date: calendar.dateOf(day), reason });
    day += 1;
  }
  return days;
};

const isWithin = (year: number, from: LocalDate, to: LocalDate): boolean =>
  year >= Number(from.slice(0, 4)) && year <= Number(to.slice(0, 4));
