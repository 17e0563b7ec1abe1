import type { Decider } from '../decider.js';
import { refuse } from '../refusals/refuse.js';
import { type CalendarCorrection, correctedCalendar } from './calendars.js';
import { dayNumberOf } from './day-number.js';
import { kzCalendar } from './working-calendar.js';
import { isAfter } from './zones.js';

/** The stream that holds the corrections to the calendar of Kazakhstan. */
export const calendarStream = 'calendar-kz';

/** One day of the calendar was corrected. */
export type CalendarEvent = Readonly<{ type: 'CalendarDayChanged'; data: CalendarCorrection }>;

/** Corrects one day of the calendar. */
export type ChangeCalendarDay = Readonly<{ type: 'ChangeCalendarDay' } & Omit<CalendarCorrection, 'from'>>;

/** Every correction so far, in the order in which they were entered. */
type CalendarState = Readonly<{ corrections: readonly CalendarCorrection[] }>;

/**
 * Who corrects a day says by which act, since when that is known, and changes something. Throws
 * `calendar-year-missing`, `calendar-day-unchanged`, `calendar-source-missing` and `calendar-known-in-future`.
 */
export const calendarDecider = {
  initial: { corrections: [] } as CalendarState,
  decide: ({ type: _type, ...change }: ChangeCalendarDay, { corrections }: CalendarState): readonly CalendarEvent[] => {
    const { date, to, source, knownFrom, enteredAt } = change;
    if (source.trim() === '') throw refuse('calendar-source-missing', { date });
    if (isAfter(knownFrom, enteredAt)) throw refuse('calendar-known-in-future', { knownFrom, enteredAt });
    const reason = correctedCalendar(kzCalendar, corrections).offReason(dayNumberOf(date));
    const from = reason === null ? 'WORKING' : 'OFF';
    if (from === to) throw refuse('calendar-day-unchanged', { date, is: from });
    return [{ type: 'CalendarDayChanged', data: { ...change, from } }];
  },
  evolve: (state: CalendarState, event: CalendarEvent): CalendarState =>
    event.type === 'CalendarDayChanged' ? { corrections: [...state.corrections, event.data] } : state,
} satisfies Decider<ChangeCalendarDay, CalendarState, CalendarEvent>;
