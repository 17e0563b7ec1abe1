import { calendarsOf, type CalendarEvent, type Calendars } from '@app/domain';
import type { Recorded } from '@app/event-store';

/** The calendar with its changes, and where in the log each of them stands (the same order; absent where there are none). */
export type CalendarsInLog = Calendars & Readonly<{ positions?: readonly number[] }>;

/** The positions of a calendar's changes with one event more. */
export const positionsAfter = (
  positions: readonly number[],
  { type, position }: Pick<Recorded<CalendarEvent>, 'type' | 'position'>,
): readonly number[] => (changing.has(type) ? [...positions, position] : positions);

const changing: ReadonlySet<string> = new Set<CalendarEvent['type']>(['CalendarDayChanged', 'CalendarYearAdded']);

/** How many changes stand in the log up to a position. */
export const changesUntil = ({ positions = [] }: CalendarsInLog, position: number): number =>
  positions.filter((one) => one <= position).length;

/** The calendar with only the first so many changes; the same object whenever it is asked for. */
export const withFirst = (calendars: CalendarsInLog, count: number): CalendarsInLog => {
  if (count === calendars.changes.length) return calendars;
  const made = earlier.get(calendars) ?? new Map<number, CalendarsInLog>();
  earlier.set(calendars, made);
  const found = made.get(count) ?? {
    ...calendarsOf(calendars.changes.slice(0, count)),
    positions: (calendars.positions ?? []).slice(0, count),
  };
  made.set(count, found);
  return found;
};

const earlier = new WeakMap<CalendarsInLog, Map<number, CalendarsInLog>>();
