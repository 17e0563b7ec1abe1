import { Temporal } from 'temporal-polyfill/implementation';
import type { LocalDate } from '../case/case.types.js';

/** Days since 1970-01-01. Plain integers, so that counting days costs nothing; Temporal stands at the edges. */
export type DayNumber = number;

export const millisPerDay = 86_400_000;
const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a date that exists, `YYYY-MM-DD`. */
export const isDate = (text: string): boolean => {
  const millis = isoDate.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // Read back, as the parser takes 30 February for 2 March.
  return new Date(millis).getUTCDate() === Number(text.slice(8));
};

/** The day number of `YYYY-MM-DD`; throws a RangeError where there is no such date. */
export const dayNumberOf = (date: LocalDate): DayNumber => {
  if (!isDate(date)) throw new RangeError(`not a date: ${date}`);
  return Date.parse(`${date}T00:00:00Z`) / millisPerDay;
};

/** The date of a day number. */
export const dateOf = (day: DayNumber): LocalDate => new Date(day * millisPerDay).toISOString().slice(0, 10);

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (day: DayNumber): number => (((day + 4) % 7) + 7) % 7;

/** A date in words, e.g. `Friday 7 March 2025`. */
export const inWords = (date: LocalDate): string => {
  const { year, month, day, dayOfWeek } = Temporal.PlainDate.from(date);
  return `${weekdays[dayOfWeek % 7]} ${day} ${months[month - 1]} ${year}`;
};

export const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
