import { dateOf, dayNumberOf } from '../calendar/day-number.js';
import { kzCalendar } from '../calendar/working-calendar.js';
import { localMillisOf, millisOf } from '../calendar/zones.js';

const first = dayNumberOf(`${Math.min(...kzCalendar.years)}-01-01`);
const last = dayNumberOf(`${Math.max(...kzCalendar.years)}-12-31`);

/** Every working day of the calendar, in order, and for each day of it how many of them lie before. */
const workingDays: number[] = [];
const countBefore: number[] = [];
for (let day = first; day <= last; day += 1) {
  countBefore.push(workingDays.length);
  if (kzCalendar.offReason(day) === null) workingDays.push(day);
}

/** The number of a date among the working days; of a day off, that of the next working day. Throws `calendar-year-missing`. */
export const workingDayNumber = (date: string): number => {
  const day = dayNumberOf(date);
  // asked for what it throws
  kzCalendar.offReason(day);
  return countBefore[day - first] ?? 0;
};

/** The date of a working day by its number; null past the end of the calendar. */
export const workingDate = (number: number): string | null => {
  const day = workingDays[number];
  return day === undefined ? null : dateOf(day);
};

/** A date, or the last day of the built-in calendar where it lies beyond: sample cases happen on days that it tells. */
export const withinCalendar = (date: string): string => {
  const end = dateOf(last);
  return date < end ? date : end;
};

/** The Monday on which the sample cases are filed. */
const sampleFiledOn = '2025-03-03';
const sampleDay = dayNumberOf(sampleFiledOn);
const sampleNumber = workingDayNumber(sampleFiledOn);

/**
 * When a case is filed, by whose clock, and where it rests: what lies `restsFrom` working days after filing or more comes
 * `restsFor` working days later.
 */
export type Timing = Readonly<{ filedOn: string; zone: string; restsFrom?: number; restsFor?: number }>;

/** How many working days after filing a date of the sample lies. */
export const workingDaysIn = (sampleDate: string): number => workingDayNumber(sampleDate) - sampleNumber;

/** A date of the sample in the time of a case: before filing by days, from filing on by working days. Null past the end of the calendar. */
export const dateFor = (
  sampleDate: string,
  { filedOn, restsFrom = Number.POSITIVE_INFINITY, restsFor = 0 }: Timing,
): string | null => {
  if (sampleDate < sampleFiledOn) return dateOf(dayNumberOf(sampleDate) + dayNumberOf(filedOn) - sampleDay);
  const days = workingDaysIn(sampleDate);
  return workingDate(workingDayNumber(filedOn) + days + (days >= restsFrom ? restsFor : 0));
};

/** Past the end of the calendar, where days that were agreed may lie, every day counts as a working day: in their order, and after it. */
const dateBeyond = (sampleDate: string, { filedOn }: Timing): string =>
  dateOf(last + 1 + workingDayNumber(filedOn) + workingDaysIn(sampleDate) - workingDays.length);

/** A value of the sample with every date and instant in it in the time of a case. */
export const dated = <T>(value: T, timing: Timing): T =>
  // Every date is replaced by one of its own shape.
  datedValue(value, timing) as T;

const datedValue = (value: unknown, timing: Timing): unknown => {
  if (typeof value === 'string') return dateLike.test(value) ? datedText(value, timing) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => datedValue(item, timing));
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, datedValue(member, timing)]));
};

const dateLike = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}\+\d{2}:\d{2})?$/;

const datedText = (text: string, timing: Timing): string => {
  const sampleDate = text.slice(0, 10);
  const date = dateFor(sampleDate, timing) ?? dateBeyond(sampleDate, timing);
  return text.length === 10 ? date : instantOf(date, text.slice(11, 19), timing.zone);
};

/** A local time of a zone as an instant; the clocks of Kazakhstan are whole hours ahead. */
const instantOf = (date: string, time: string, zone: string): string => {
  const noon = millisOf(`${date}T12:00:00+05:00`);
  return `${date}T${time}+0${(localMillisOf(noon, zone) - noon) / 3_600_000}:00`;
};
