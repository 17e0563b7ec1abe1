import { addDays, weekdayOf } from '../i18n/dates.js';
import type { WhyDto } from '../shared/types.js';

type Derivation = WhyDto['derivation'];

/** A day of a term, as it is drawn. */
export type StripDay = Readonly<{
  date: string;
  is: 'start' | 'counted' | 'skipped';
  /** It is the last day in time. */
  due: boolean;
  number: number | null;
  reason: Readonly<{ kind: string; name: string }> | null;
}>;

/** A week from Monday on: its first and last day, and a place for each of its seven days. */
export type StripWeek = Readonly<{ monday: string; sunday: string; days: readonly (StripDay | null)[] }>;

/** The days of a term by weeks, from the day that it starts on to the day that it is due. */
export const stripOf = (derivation: Derivation): readonly StripWeek[] => {
  const days = daysOf(derivation);
  const mondays = [...new Set(days.map(({ date }) => addDays(date, -weekdayOf(date))))];
  return mondays.map((monday) => {
    const dates = Array.from({ length: 7 }, (_, weekday) => addDays(monday, weekday));
    return {
      monday,
      sunday: addDays(monday, 6),
      days: dates.map((date) => days.find((day) => day.date === date) ?? null),
    };
  });
};

const daysOf = ({ from, days, rolledOver, due }: Derivation): readonly StripDay[] => {
  const known = new Map<string, StripDay>();
  const add = (day: Omit<StripDay, 'due'>): void => void known.set(day.date, { ...day, due: day.date === due });
  add({ date: from, is: 'start', number: null, reason: null });
  for (const { date, counted, number, reason } of days)
    add({ date, is: counted ? 'counted' : 'skipped', number: number ?? null, reason: reason ?? null });
  // the last counted day may be one on which no term ends: it keeps its number
  for (const { date, reason } of rolledOver)
    add({ date, is: 'skipped', number: known.get(date)?.number ?? null, reason });
  if (due !== null && !known.has(due)) add({ date: due, is: 'counted', number: null, reason: null });
  const inTime = [...known.values()].filter(({ date }) => due === null || date <= due);
  return inTime.toSorted((a, b) => a.date.localeCompare(b.date));
};
