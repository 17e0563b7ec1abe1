import { calendarsOf, calendarStream, uncorrected } from '@app/domain';
import type { Db } from 'mongodb';
import type { CalendarsInLog } from '../engine/calendars-in-log.js';
import { collectionOf, type Stored } from '../engine/projection.js';
import { calendarCorrections, type CalendarCorrections } from './calendar-corrections.projection.js';

/** Reads the calendar with the corrections that the read models include; the same object until one comes. */
export const calendarReader = (database: Db): (() => Promise<CalendarsInLog>) => {
  const documents = database.collection<Stored<CalendarCorrections>>(collectionOf(calendarCorrections));
  let known: CalendarsInLog = uncorrected;
  return async () => {
    const { corrections, positions } = (await documents.findOne({ _id: calendarStream })) ?? nothing;
    if (corrections.length !== known.corrections.length) known = { ...calendarsOf(corrections), positions };
    return known;
  };
};

const nothing: CalendarCorrections = { corrections: [], positions: [] };
