import { kzCalendar, dayNumberOf } from '@app/domain';

/** Throws the refusal of the built-in calendar for a day after its end; no date is made of weekends alone. */
export const assertLoaded = (date: string): void => void kzCalendar.offReason(dayNumberOf(date));
