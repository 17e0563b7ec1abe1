import { calendarsOf, calendarStream, uncorrected } from '@app/domain';
import type { CalendarsInLog } from '../engine/calendars-in-log.js';
import type { Stored } from '../engine/projection.js';
import type { LiveFillings } from '../engine/rebuild/live-fillings.js';
import { calendarCorrections, type CalendarCorrections } from './calendar-corrections.projection.js';

/** Reads the calendar with the changes that the read models include; the same object until one comes. */
export const calendarReader = (live: LiveFillings): (() => Promise<CalendarsInLog>) => {
  let known: CalendarsInLog = uncorrected;
  return async () => {
    const documents = live.collection<Stored<CalendarCorrections>>(calendarCorrections);
    const { changes, positions } = (await documents.findOne({ _id: calendarStream })) ?? nothing;
    if (changes.length !== known.changes.length) known = { ...calendarsOf(changes), positions };
    return known;
  };
};

const nothing: CalendarCorrections = { changes: [], positions: [] };
