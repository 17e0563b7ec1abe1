import { calendarDecider, type CalendarCorrection, type CalendarEvent } from '@app/domain';
import type { Recorded } from '@app/event-store';
import { positionsAfter } from '../engine/calendars-in-log.js';
import type { Fold } from '../engine/projection.js';

/** The corrections of one calendar, in the order in which they were entered, and the log position of each. */
export type CalendarCorrections = Readonly<{
  corrections: readonly CalendarCorrection[];
  positions: readonly number[];
}>;

/** One document per calendar: what CalendarDayChanged has changed. */
export const calendarCorrections: Fold<CalendarCorrections> = {
  name: 'calendar-corrections',
  version: 2,
  streams: ['calendar-'],
  idOf: ({ stream }) => stream,
  evolve: (document, recorded: Recorded) => {
    // A calendar's stream holds the calendar's events; the fold passes over types that it does not know.
    const event = recorded as Recorded<CalendarEvent>;
    const { corrections } = calendarDecider.evolve(document ?? calendarDecider.initial, event);
    return { corrections, positions: positionsAfter(document?.positions ?? [], event) };
  },
  indexes: [],
};
