import { dayNumberOf, type WorkingCalendar } from '@app/domain';

/** Throws the refusal of a calendar for a day after its end; no date is made of weekends alone. */
export const assertLoaded = (date: string, calendar: WorkingCalendar): void =>
  void calendar.offReason(dayNumberOf(date));
