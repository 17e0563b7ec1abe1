import type { Decider } from '../decider.js';
import { assertNoIin } from '../identity/assert-no-iin.js';
import { refuse } from '../refusals/refuse.js';
import type { AddedYear } from './added-years.js';
import { type CalendarChange, type CalendarCorrection, calendarsOf } from './calendars.js';
import { dayNumberOf, isDate, weekdayOf } from './day-number.js';
import { isAfter } from './zones.js';

/** The stream that holds what changed the calendar of Kazakhstan. */
export const calendarStream = 'calendar-kz';

/** One day of the calendar was corrected, or a year added to it. */
export type CalendarEvent =
  | Readonly<{ type: 'CalendarDayChanged'; data: CalendarCorrection }>
  | Readonly<{ type: 'CalendarYearAdded'; data: AddedYear }>;

/** Corrects one day of the calendar. */
export type ChangeCalendarDay = Readonly<{ type: 'ChangeCalendarDay' } & Omit<CalendarCorrection, 'from'>>;

/** Adds the year that follows the last one of the calendar. */
export type AddCalendarYear = Readonly<{ type: 'AddCalendarYear' } & AddedYear>;

/** Every change so far, in the order in which they were entered. */
type CalendarState = Readonly<{ changes: readonly CalendarChange[] }>;

/**
 * Who changes the calendar says by which act and since when that is known, and changes something. Throws `calendar-year-missing`,
 * `calendar-day-unchanged`, `calendar-source-missing`, `iin-in-clear` and `calendar-known-in-future`; of a year `calendar-year-known`,
 * `calendar-year-not-next`, `calendar-year-empty`, `calendar-day-of-another-year`, `calendar-day-repeated` and `calendar-weekend-expected`.
 */
export const calendarDecider = {
  initial: { changes: [] } as CalendarState,
  decide: (command: ChangeCalendarDay | AddCalendarYear, state: CalendarState): readonly CalendarEvent[] => {
    assertActNamed(command);
    assertPublic(command);
    return command.type === 'ChangeCalendarDay' ? changeDay(command, state) : addYear(command, state);
  },
  evolve: ({ changes }: CalendarState, { type, data }: CalendarEvent): CalendarState =>
    changing.has(type) ? { changes: [...changes, data] } : { changes },
} satisfies Decider<ChangeCalendarDay | AddCalendarYear, CalendarState, CalendarEvent>;

const changing: ReadonlySet<string> = new Set<CalendarEvent['type']>(['CalendarDayChanged', 'CalendarYearAdded']);

const assertActNamed = (command: ChangeCalendarDay | AddCalendarYear): void => {
  const { source, knownFrom, enteredAt } = command;
  if (source.trim() === '')
    throw refuse('calendar-source-missing', 'date' in command ? { date: command.date } : { year: command.year });
  if (isAfter(knownFrom, enteredAt)) throw refuse('calendar-known-in-future', { knownFrom, enteredAt });
};

/** A calendar is published: its acts and the names of its days stand in clear. */
const assertPublic = (command: ChangeCalendarDay | AddCalendarYear): void => {
  assertNoIin('source', command.source);
  const names = command.type === 'ChangeCalendarDay' ? [command.name] : command.off.map(({ name }) => name);
  for (const name of names) assertNoIin('name', name);
};

const changeDay = ({ type: _type, ...change }: ChangeCalendarDay, { changes }: CalendarState): CalendarEvent[] => {
  const { date, to } = change;
  const reason = calendarsOf(changes).current.offReason(dayNumberOf(date));
  const from = reason === null ? 'WORKING' : 'OFF';
  if (from === to) throw refuse('calendar-day-unchanged', { date, is: from });
  return [{ type: 'CalendarDayChanged', data: { ...change, from } }];
};

const addYear = ({ type: _type, ...added }: AddCalendarYear, { changes }: CalendarState): CalendarEvent[] => {
  const { year } = added;
  const { years } = calendarsOf(changes).current;
  const next = (years.at(-1) ?? 0) + 1;
  if (years.includes(year)) throw refuse('calendar-year-known', { year });
  if (year !== next) throw refuse('calendar-year-not-next', { year, next });
  assertDays(added);
  return [{ type: 'CalendarYearAdded', data: added }];
};

/** The days are of that year, each told once, and a year has days off. */
const assertDays = ({ year, off, workingWeekends }: AddedYear): void => {
  if (off.length === 0) throw refuse('calendar-year-empty', { year });
  const dates = [...off.map(({ date }) => date), ...workingWeekends];
  for (const [index, date] of dates.entries()) {
    if (!isDate(date) || !date.startsWith(`${year}-`)) throw refuse('calendar-day-of-another-year', { year, date });
    if (dates.indexOf(date) !== index) throw refuse('calendar-day-repeated', { date });
  }
  const weekday = workingWeekends.find((date) => weekdayOf(dayNumberOf(date)) % 6 !== 0);
  if (weekday !== undefined) throw refuse('calendar-weekend-expected', { date: weekday });
};
