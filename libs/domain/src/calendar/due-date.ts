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

/** That a date cannot be told yet: its term runs into a year of which there is no calendar (docs/law/rules.md 4.3). */
export type Pending = Readonly<{
  missingYear: number;
  /** No due date: the day before which the term cannot end, whatever days that year will have. */
  notBefore: LocalDate;
}>;

/** How a due date followed from its trigger, day by day (docs/law/rules.md 3.3). */
export type Derivation = Readonly<{
  /** The trigger day, itself not counted. */
  from: LocalDate;
  /** Null where the day is agreed, not counted. */
  term: Term | null;
  /** Up to the end of the calendar where it ends before the term does. */
  days: readonly DerivedDay[];
  /** The term's own last day; null where working days are counted that no calendar tells yet. */
  nominalDue: LocalDate | null;
  /** Non-working days passed over on the way from the nominal to the due date. */
  rolledOver: readonly Readonly<{ date: LocalDate; reason: OffReason }>[];
  /** The enclosing term that ended it earlier, if one did. */
  cappedBy: Readonly<{ rule: string; due: LocalDate }> | null;
  /** The enclosing term that had ended before this one began, and so does not end it. */
  beganAfter: Readonly<{ rule: string; due: LocalDate }> | null;
  /** Null while it is pending. */
  due: LocalDate | null;
  /** Why there is no due date yet; null where there is one. */
  pending: Pending | null;
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
 * days only, working weekends included; a last day that is not a working day rolls to the next one. Where the calendar ends before
 * that day is found, the date is pending. Throws `calendar-year-missing` before the first year of the calendar, a RangeError for an
 * impossible date or length.
 */
export const dueDate = ({ from, term, calendar = kzCalendar }: Question): Derivation => {
  const { days, last, uncounted } = countDays(dayNumberOf(from), term, calendar);
  const rolledOver = uncounted > 0 ? [] : nonWorkingDaysFrom(last, calendar);
  const end = last + rolledOver.length;
  const pending = calendar.hasEndedBy(end) ? pendingOn(end, calendar) : null;

  return {
    from,
    term,
    days,
    nominalDue: uncounted > 0 ? null : calendar.dateOf(last),
    rolledOver,
    cappedBy: null,
    beganAfter: null,
    due: pending === null ? calendar.dateOf(end) : null,
    pending,
    provisionalYears: calendar.provisionalYears.filter((year) => isWithin(year, from, calendar.dateOf(end))),
  };
};

/** What keeps a date open that falls on a day after the calendar, or later. */
const pendingOn = (day: DayNumber, calendar: WorkingCalendar): Pending => ({
  missingYear: (calendar.years.at(-1) ?? 0) + 1,
  notBefore: calendar.dateOf(day),
});

/**
 * A term inside another one: due no later than that one is (docs/law/rules.md 3.3, 6), unless that one had ended before this one began: then
 * it runs its own time (A7). Where either is pending, what is known of both may still tell.
 */
export const cappedBy = (
  derivation: Derivation,
  { rule, due, pending = null }: Readonly<{ rule: string; due: LocalDate | null; pending?: Pending | null }>,
): Derivation => {
  if (due === null) return withinPending(derivation, pending);
  // A pending term inside a longer one that is known ends before that does, or with it: which, that year tells.
  if (due >= earliest(derivation)) return derivation;
  return due < derivation.from
    ? { ...derivation, beganAfter: { rule, due } }
    : { ...derivation, cappedBy: { rule, due }, due, pending: null };
};

/** The due date; while it is pending the day before which it cannot lie. */
const earliest = ({ due, pending, from }: Derivation): LocalDate => due ?? pending?.notBefore ?? from;

/** A term that ends by the day before which the other cannot end is not cut by it. */
const withinPending = (derivation: Derivation, other: Pending | null): Derivation => {
  if (other === null || earliest(derivation) <= other.notBefore) return derivation;
  return { ...derivation, due: null, pending: other };
};

/**
 * How many days of its term are used up by a day, in the unit in which the term counts: 0 on the trigger day and before it, at most the
 * whole term, so that the days over which a last day rolls, and every day after, stand for the last one.
 */
export const usedDays = ({ days }: Pick<Derivation, 'days'>, on: LocalDate): number =>
  days.filter(({ counted, date }) => counted && date <= on).length;

/** The days of a term that the calendar tells, its last day or the earliest that this can be, and how many working days no calendar tells. */
type Counting = Readonly<{ days: DerivedDay[]; last: DayNumber; uncounted: number }>;

const countDays = (start: DayNumber, { n, unit }: Term, calendar: WorkingCalendar): Counting => {
  if (!Number.isSafeInteger(n) || n < 0 || n > longestTerm) throw new RangeError(`not a number of days: ${n}`);
  return unit === 'working' ? workingDays(start, n, calendar) : calendarDays(start, n, calendar);
};

/** A hundred years: no term of the Order comes near, and no calendar either. */
const longestTerm = 36_525;

const calendarDays = (start: DayNumber, n: number, calendar: WorkingCalendar): Counting => {
  const days: DerivedDay[] = [];
  for (let number = 1; number <= n && !calendar.hasEndedBy(start + number); number += 1) {
    days.push(counted(start + number, number, calendar));
  }
  return { days, last: start + n, uncounted: 0 };
};

const workingDays = (start: DayNumber, n: number, calendar: WorkingCalendar): Counting => {
  const days: DerivedDay[] = [];
  let number = 0;
  let day = start;
  while (number < n && !calendar.hasEndedBy(day + 1)) {
    day += 1;
    const reason = calendar.offReason(day);
    if (reason === null) days.push(counted(day, (number += 1), calendar));
    else days.push({ date: calendar.dateOf(day), counted: false, reason });
  }
  return { days, last: day + n - number, uncounted: n - number };
};

const counted = (day: DayNumber, number: number, calendar: WorkingCalendar): DerivedDay => ({
  date: calendar.dateOf(day),
  counted: true,
  number,
  workingWeekend: calendar.isWorkingWeekend(day),
});

/** The days off from a day on, before the next working day or the end of the calendar. */
export const nonWorkingDaysFrom = (
  first: DayNumber,
  calendar: WorkingCalendar,
): { date: LocalDate; reason: OffReason }[] => {
  const days: { date: LocalDate; reason: OffReason }[] = [];
  for (let day = first; !calendar.hasEndedBy(day); day += 1) {
    const reason = calendar.offReason(day);
    if (reason === null) break;
    days.push({ date: calendar.dateOf(day), reason });
  }
  return days;
};

const isWithin = (year: number, from: LocalDate, to: LocalDate): boolean =>
  year >= Number(from.slice(0, 4)) && year <= Number(to.slice(0, 4));
