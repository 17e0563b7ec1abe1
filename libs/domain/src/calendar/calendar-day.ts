import type { InstantString, LocalDate } from '../case/case.types.js';

/** The stream that holds the corrections to the calendar of Kazakhstan. */
export const calendarStream = 'calendar-kz';

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

export type CalendarDayChanged = Readonly<{ type: 'CalendarDayChanged'; data: CalendarCorrection }>;
export type CalendarEvent = CalendarDayChanged;

/** Corrects one day of the calendar. */
export type ChangeCalendarDay = Readonly<{ type: 'ChangeCalendarDay' } & Omit<CalendarCorrection, 'from'>>;
export type CalendarCommand = ChangeCalendarDay;
