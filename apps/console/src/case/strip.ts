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

const daysOf = (derivation: Derivation): readonly StripDay[] => {
  const { due } = derivation;
  const known = new Map<string, StripDay>();
  for (const day of eachOf(derivation)) {
    // the last counted day may be one on which no term ends: it keeps its number
    const number = day.number ?? known.get(day.date)?.number ?? null;
    known.set(day.date, { ...day, number, due: day.date === due });
  }
  const inTime = [...known.values()].filter(({ date }) => due === null || date <= due);
  return inTime.toSorted((a, b) => a.date.localeCompare(b.date));
};

type Told = Omit<StripDay, 'due'>;

/** Every day that the derivation tells, the later word of the same day last. */
const eachOf = ({ from, days, rolledOver, due }: Derivation): readonly Told[] => {
  const counted = days.map(({ date, counted: counts, number = null, reason = null }): Told => ({
    date,
    is: counts ? 'counted' : 'skipped',
    number,
    reason,
  }));
  const rolled = rolledOver.map(({ date, reason }): Told => ({ date, is: 'skipped', number: null, reason }));
  const start: Told = { date: from, is: 'start', number: null, reason: null };
  const told = [start, ...counted, ...rolled];
  const last: readonly Told[] = due === null ? [] : [{ date: due, is: 'counted', number: null, reason: null }];
  return [...told, ...last.filter(({ date }) => told.every((day) => day.date !== date))];
};
