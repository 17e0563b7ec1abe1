import type { InstantString, LocalDate } from '../case/case.types.js';
import { type AddedYear, withYears } from './added-years.js';
import { dayNumberOf, weekdayOf } from './day-number.js';
import { kzCalendar, type OffReason, type WorkingCalendar } from './working-calendar.js';
import { millisOf } from './zones.js';

/** What a day is: worked, or not. */
export const dayKinds = ['WORKING', 'OFF'] as const;
export type DayKind = (typeof dayKinds)[number];

/**
 * A day that is not what the loaded table says (docs/law/rules.md 4.4): a dated fact, so that open duties move and say
 * so, and closed ones do not.
 */
export type CalendarCorrection = Readonly<{
  date: LocalDate;
  from: DayKind;
  to: DayKind;
  /** What the day is called, e.g. `Eid al-Adha`, or why it is worked. */
  name: string;
  /** The act or announcement that says so. */
  source: string;
  /** From when it was known that the day changes. */
  knownFrom: InstantString;
  /** From when on terms are counted with it: what was closed by then is not opened again. */
  enteredAt: InstantString;
}>;

/** What changes a calendar: a day of it is corrected, or a year is added. */
export type CalendarChange = CalendarCorrection | AddedYear;

/** Whether a change adds a year. */
export const addsYear = (change: CalendarChange): change is AddedYear => 'year' in change;

/** Those changes that correct a day. */
export const correctionsIn = (changes: readonly CalendarChange[]): readonly CalendarCorrection[] =>
  changes.filter((change): change is CalendarCorrection => !addsYear(change));

/**
 * The calendar as it was known from one correction to the next, up to now. Years are the ground on which corrections stand: a year that is
 * known at all counts from the beginning, as no date was ever told from it before.
 */
export type Calendars = Readonly<{
  /** In the order in which they were entered. */
  changes: readonly CalendarChange[];
  /** With all changes. */
  current: WorkingCalendar;
  /** With all years and the corrections among this number of changes, the first ones; the same object each time. */
  after: (changes: number) => WorkingCalendar;
  /** How many changes were counted with at a moment. */
  countAt: (at: InstantString) => number;
}>;

/** A base calendar with its changes, in the order in which they were entered. */
export const calendarsOf = (changes: readonly CalendarChange[], base: WorkingCalendar = kzCalendar): Calendars => {
  const entered = changes.map(({ enteredAt }) => millisOf(enteredAt));
  const ground = withYears(base, changes.filter(addsYear));
  const made = new Map<number, WorkingCalendar>([[0, ground]]);
  const after = (count: number): WorkingCalendar => {
    const corrections = correctionsIn(changes.slice(0, count));
    const calendar = made.get(corrections.length) ?? correctedCalendar(ground, corrections);
    made.set(corrections.length, calendar);
    return calendar;
  };
  return {
    changes,
    current: after(changes.length),
    after,
    countAt: (at) => {
      const moment = millisOf(at);
      return entered.findLastIndex((millis) => millis <= moment) + 1;
    },
  };
};

/**
 * A calendar with corrections, the last one of a day in force; the reason of a day made off names the correction and
 * its source. The base itself where there are none.
 */
export const correctedCalendar = (
  base: WorkingCalendar,
  corrections: readonly CalendarCorrection[],
): WorkingCalendar => {
  if (corrections.length === 0) return base;
  const reasons = new Map(corrections.map((correction) => [dayNumberOf(correction.date), reasonOf(correction)]));
  return {
    ...base,
    offReason: (day) => {
      const reason = reasons.get(day);
      return reason === undefined ? base.offReason(day) : reason;
    },
    isWorkingWeekend: (day) => {
      const reason = reasons.get(day);
      return reason === undefined ? base.isWorkingWeekend(day) : reason === null && weekdayOf(day) % 6 === 0;
    },
  };
};

const reasonOf = ({ to, name, source }: CalendarCorrection): OffReason | null =>
  to === 'WORKING' ? null : { kind: 'transfer_off', name: `${name} (${source})` };

/** The calendar that nobody has corrected. */
export const uncorrected: Calendars = calendarsOf([]);

/** The calendar as it was known at a moment; as it is known now where that is absent. */
export const calendarsAt = (calendars: Calendars, at: InstantString | undefined): Calendars =>
  at === undefined ? calendars : calendarsOf(calendars.changes.slice(0, calendars.countAt(at)));
