import { calendarDecider, type CalendarCorrection, type CalendarEvent } from '@app/domain';
import type { Recorded } from '@app/event-store';
import type { Projection } from '../engine/projection.js';

/** The corrections of one calendar, in the order in which they were entered. */
export type CalendarCorrections = Readonly<{ corrections: readonly CalendarCorrection[] }>;

/** One document per calendar: what CalendarDayChanged has changed. */
export const calendarCorrections: Projection<CalendarCorrections> = {
  name: 'calendar-corrections',
  version: 1,
  streams: ['calendar-'],
  idOf: ({ stream }) => stream,
  evolve: (document, recorded: Recorded) => {
    // A calendar's stream holds the calendar's events; the fold passes over types that it does not know.
    const event = recorded as Recorded<CalendarEvent>;
    const { corrections } = calendarDecider.evolve(document ?? calendarDecider.initial, event);
    return { corrections };
  },
  indexes: [],
};
