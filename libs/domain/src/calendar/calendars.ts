import type { InstantString } from '../case/case.types.js';
import type { CalendarCorrection } from './calendar-day.js';
import { correctedCalendar } from './corrected-calendar.js';
import { kzCalendar, type WorkingCalendar } from './working-calendar.js';
import { millisOf } from './zones.js';

/** The calendar as it was known from one correction to the next, up to now. */
export type Calendars = Readonly<{
  /** In the order in which they were entered. */
  corrections: readonly CalendarCorrection[];
  /** With all corrections. */
  current: WorkingCalendar;
  /** With the first so many corrections; the same object whenever it is asked for. */
  after: (corrections: number) => WorkingCalendar;
  /** How many corrections were counted with at a moment. */
  countAt: (at: InstantString) => number;
}>;

/** A base calendar with its corrections, in the order in which they were entered. */
export const calendarsOf = (
  corrections: readonly CalendarCorrection[],
  base: WorkingCalendar = kzCalendar,
): Calendars => {
  const entered = corrections.map(({ enteredAt }) => millisOf(enteredAt));
  const made = new Map<number, WorkingCalendar>([[0, base]]);
  const after = (count: number): WorkingCalendar => {
    const calendar = made.get(count) ?? correctedCalendar(base, corrections.slice(0, count));
    made.set(count, calendar);
    return calendar;
  };
  return {
    corrections,
    current: after(corrections.length),
    after,
    countAt: (at) => {
      const moment = millisOf(at);
      return entered.findLastIndex((millis) => millis <= moment) + 1;
    },
  };
};

/** The calendar that nobody has corrected. */
export const uncorrected: Calendars = calendarsOf([]);

/** The calendar that terms were counted with at a moment (docs/law/rules.md 3.3, 5). */
export const calendarAsKnown = (corrections: readonly CalendarCorrection[], at: InstantString): WorkingCalendar => {
  const calendars = calendarsOf(corrections);
  return calendars.after(calendars.countAt(at));
};
