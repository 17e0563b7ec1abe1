import { dateOf, dayNumberOf, kzCalendar, localDateOf, type LocalDate } from '@app/domain';
import { Temporal } from 'temporal-polyfill/implementation';

/** Working days before the day of an instant in a zone, the nearest first. Throws `calendar-year-missing`. */
export const workingDaysBefore = (at: string, zone: string, count: number): readonly LocalDate[] => {
  const days: LocalDate[] = [];
  for (let day = dayNumberOf(localDateOf(at, zone)) - 1; days.length < count; day -= 1) {
    if (kzCalendar.offReason(day) === null) days.push(dateOf(day));
  }
  return days;
};

/** The same day of the next month, or its last day. */
export const monthAfter = (date: LocalDate): LocalDate => Temporal.PlainDate.from(date).add({ months: 1 }).toString();

/** The instant of a local time, ISO 8601 with the zone's offset. */
export const instantAt = (date: LocalDate, time: string, zone: string): string =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).toString({ timeZoneName: 'never' });
