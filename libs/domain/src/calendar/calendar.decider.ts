import type { Decider } from '../decider.js';
import { refuse } from '../refusals/refuse.js';
import type { CalendarCommand, CalendarCorrection, CalendarEvent } from './calendar-day.js';
import { correctedCalendar } from './corrected-calendar.js';
import { dayNumberOf } from './day-number.js';
import { kzCalendar } from './working-calendar.js';
import { isAfter } from './zones.js';

/** Every correction so far, in the order in which they were entered. */
export type CalendarState = Readonly<{ corrections: readonly CalendarCorrection[] }>;

/**
 * Who corrects a day says by which act, since when that is known, and changes something. Throws
 * `calendar-year-missing`, `calendar-day-unchanged`, `calendar-source-missing` and `calendar-known-in-future`.
 */
export const calendarDecider: Decider<CalendarCommand, CalendarState, CalendarEvent> = {
  initial: { corrections: [] },
  decide: ({ type: _type, ...change }, { corrections }) => {
    const { date, to, source, knownFrom, enteredAt } = change;
    if (source.trim() === '') throw refuse('calendar-source-missing', { date });
    if (isAfter(knownFrom, enteredAt)) throw refuse('calendar-known-in-future', { knownFrom, enteredAt });
    const reason = correctedCalendar(kzCalendar, corrections).offReason(dayNumberOf(date));
    const from = reason === null ? 'WORKING' : 'OFF';
    if (from === to) throw refuse('calendar-day-unchanged', { date, is: from });
    return [{ type: 'CalendarDayChanged', data: { ...change, from } }];
  },
  evolve: (state, event) =>
    event.type === 'CalendarDayChanged' ? { corrections: [...state.corrections, event.data] } : state,
};
