import type { LocalDate } from '../case/case.types.js';
import { refuse } from '../refusals/refuse.js';
import { type CalendarData, kzCalendarData, type OffDayKind } from './kz-calendar.data.js';
import { type DayNumber, dateOf, dayNumberOf, weekdayOf, weekdays } from './day-number.js';

/** Why a day is not a working day. `name` is the weekday of a plain weekend, else the holiday's. */
export type OffReason = Readonly<{ kind: 'weekend' | OffDayKind; name: string }>;

/**
 * Answers in constant time whether a day is a working day, and why not. Every answer throws outside the years it holds; whoever
 * counts ahead asks first whether it has ended.
 */
export type WorkingCalendar = Readonly<{
  years: readonly number[];
  provisionalYears: readonly number[];
  /** Null for a working day. Throws the refusal `calendar-year-missing` in a year that is not loaded. */
  offReason: (day: DayNumber) => OffReason | null;
  /** A Saturday or Sunday made working by a transfer. */
  isWorkingWeekend: (day: DayNumber) => boolean;
  /** Whether a day lies after the last year that is loaded. */
  hasEndedBy: (day: DayNumber) => boolean;
  /** The day's date; from a table, as derivations list many. */
  dateOf: (day: DayNumber) => LocalDate;
}>;

/** Builds a calendar from its table. */
export const workingCalendar = (data: CalendarData): WorkingCalendar => {
  const first = dayNumberOf(`${data.firstYear}-01-01`);
  const last = dayNumberOf(`${data.lastYear}-12-31`);
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const dates = days.map(dateOf);
  const working = new Set(data.workingWeekends.map(dayNumberOf));
  const listed = new Map(data.off.map(({ date, kind, name }) => [dayNumberOf(date), { kind, name }]));
  const reasons = days.map((day): OffReason | null => listed.get(day) ?? (working.has(day) ? null : weekend(day)));

  return {
    years: Array.from({ length: data.lastYear - data.firstYear + 1 }, (_, index) => data.firstYear + index),
    provisionalYears: data.provisionalYears,
    offReason: (day) => {
      const reason = reasons[day - first];
      if (reason === undefined) throw yearMissing(day);
      return reason;
    },
    isWorkingWeekend: (day) => working.has(day),
    hasEndedBy: (day) => day > last,
    dateOf: (day) => dates[day - first] ?? dateOf(day),
  };
};

const weekendDays: readonly (OffReason | null)[] = weekdays.map((name) =>
  name === 'Saturday' || name === 'Sunday' ? { kind: 'weekend', name } : null,
);

const weekend = (day: DayNumber): OffReason | null => weekendDays[weekdayOf(day)] ?? null;

const yearMissing = (day: DayNumber) =>
  refuse('calendar-year-missing', { year: Number(dateOf(day).slice(0, 4)), date: dateOf(day) });

/** The calendar of Kazakhstan, 2021-2027 (docs/law/rules.md section 4). */
export const kzCalendar: WorkingCalendar = workingCalendar(kzCalendarData);
