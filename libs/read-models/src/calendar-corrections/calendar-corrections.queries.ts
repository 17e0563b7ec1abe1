import { calendarsOf, calendarStream, uncorrected, type Calendars } from '@app/domain';
import type { Db } from 'mongodb';
import { collectionOf, type Stored } from '../engine/projection.js';
import { calendarCorrections, type CalendarCorrections } from './calendar-corrections.projection.js';

/** Reads the calendar with the corrections that the read models include; the same object until one comes. */
export const calendarReader = (database: Db): (() => Promise<Calendars>) => {
  const documents = database.collection<Stored<CalendarCorrections>>(collectionOf(calendarCorrections));
  let known = uncorrected;
  return async () => {
    const corrections = (await documents.findOne({ _id: calendarStream }))?.corrections ?? [];
    if (corrections.length !== known.corrections.length) known = calendarsOf(corrections);
    return known;
  };
};
