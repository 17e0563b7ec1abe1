import { calendarDecider, type CalendarChange, type CalendarEvent } from '@app/domain';
import type { Recorded } from '@app/event-store';
import { positionsAfter } from '../engine/calendars-in-log.js';
import type { Fold } from '../engine/projection.js';

/** The changes of one calendar, in the order in which they were entered, and the log position of each. */
export type CalendarCorrections = Readonly<{
  changes: readonly CalendarChange[];
  positions: readonly number[];
}>;

/** One document per calendar: what CalendarDayChanged and CalendarYearAdded have changed. */
export const calendarCorrections: Fold<CalendarCorrections> = {
  name: 'calendar-corrections',
  version: 3,
  streams: ['calendar-'],
  idOf: ({ stream }) => stream,
  evolve: (document, recorded: Recorded) => {
    // A calendar's stream holds the calendar's events; the fold passes over types that it does not know.
    const event = recorded as Recorded<CalendarEvent>;
    const { changes } = calendarDecider.evolve(document ?? calendarDecider.initial, event);
    return { changes, positions: positionsAfter(document?.positions ?? [], event) };
  },
  indexes: [],
};
