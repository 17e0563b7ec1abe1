import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../refusal.js';
import { dateOf, dayNumberOf, weekdayOf } from './day-number.js';
import { kzCalendarData } from './kz-calendar.data.js';
import { kzCalendar } from './working-calendar.js';

const daysOf = (year: number): number[] => {
  const first = dayNumberOf(`${year}-01-01`);
  return Array.from({ length: dayNumberOf(`${year}-12-31`) - first + 1 }, (_, index) => first + index);
};

/** The table of docs/law/rules.md 4.2, as it is printed there. */
const table = [
  ...readFileSync(new URL('../../../../docs/law/rules.md', import.meta.url), 'utf8').matchAll(
    /^\| (20\d\d)(?: \(provisional\))? \| (.*?) \| (.*?) \| (\d+) \|$/gm,
  ),
].map(([, year, off = '', working = '', total]) => ({
  year: Number(year),
  weekdaysOff: [...off.replace(/\((?!planned).*?\)/g, '').matchAll(/\d\d-\d\d/g)].map(([day]) => `${year}-${day}`),
  workingWeekends: [...working.matchAll(/\d\d-\d\d/g)].map(([day]) => `${year}-${day}`),
  total: Number(total),
}));

describe('the working-day calendar of Kazakhstan', () => {
  it('holds the years 2021 to 2027, and of these 2026 and 2027 provisionally', () => {
    expect(table.map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024, 2025, 2026, 2027]);
    expect(kzCalendar.years).toEqual([2021, 2022, 2023, 2024, 2025, 2026, 2027]);
    expect(kzCalendar.provisionalYears).toEqual([2026, 2027]);
  });

  it.each([
    [2021, 245],
    [2022, 246],
    [2023, 246],
    [2024, 249],
    [2025, 246],
    [2026, 247],
    [2027, 247],
  ])('has in %i %i working days', (year, total) => {
    expect(daysOf(year).filter((day) => kzCalendar.offReason(day) === null)).toHaveLength(total);
    expect(table.find((row) => row.year === year)?.total).toBe(total);
  });

  it.each(table)('has in $year the weekdays off and the working weekends of rules.md 4.2', (row) => {
    const isWeekend = (day: number): boolean => weekdayOf(day) === 0 || weekdayOf(day) === 6;
    const days = daysOf(row.year);
    const weekdaysOff = days.filter((day) => !isWeekend(day) && kzCalendar.offReason(day) !== null);
    const workingWeekends = days.filter((day) => isWeekend(day) && kzCalendar.offReason(day) === null);

    expect(weekdaysOff.map(dateOf)).toEqual(row.weekdaysOff);
    expect(workingWeekends.map(dateOf)).toEqual(row.workingWeekends);
    expect(workingWeekends.every((day) => kzCalendar.isWorkingWeekend(day))).toBe(true);
  });

  it('lists each day off once, inside its years, and in order', () => {
    const dates = kzCalendarData.off.map(({ date }) => date);
    expect(dates).toEqual([...new Set(dates)].sort());
    expect(dates.every((date) => kzCalendar.years.includes(Number(date.slice(0, 4))))).toBe(true);
  });

  it.each([
    ['2025-03-08', { kind: 'holiday', name: "International Women's Day" }],
    ['2025-03-09', { kind: 'weekend', name: 'Sunday' }],
    ['2025-03-10', { kind: 'substitute', name: "International Women's Day (observed)" }],
    ['2025-01-03', { kind: 'transfer_off', name: 'Day off (substituted from 01/05/2025)' }],
    ['2025-01-07', { kind: 'day_off_no_roll', name: 'Orthodox Christmas' }],
    ['2025-03-15', { kind: 'weekend', name: 'Saturday' }],
    ['2025-01-05', null],
    ['2025-03-11', null],
  ] as const)('says of %s why it is off', (date, reason) => {
    expect(kzCalendar.offReason(dayNumberOf(date))).toEqual(reason);
  });

  it('does not roll the first day of Kurban-ait or 7 January (Labour Code 84(5))', () => {
    expect(kzCalendar.offReason(dayNumberOf('2024-06-17'))).toBeNull();
    expect(kzCalendar.offReason(dayNumberOf('2023-01-09'))).toBeNull();
  });

  it('takes 31 August 2026 for a working day: Constitution Day is 15 March from 2027', () => {
    expect(kzCalendar.offReason(dayNumberOf('2026-08-31'))).toBeNull();
    expect(kzCalendar.offReason(dayNumberOf('2027-03-15'))).toEqual({ kind: 'holiday', name: 'Constitution Day' });
  });

  it.each([
    ['2020-12-31', 2020],
    ['2028-01-01', 2028],
  ])('refuses to say anything of %s, naming the year that is not loaded', (date, year) => {
    const ask = () => kzCalendar.offReason(dayNumberOf(date));
    expect(ask).toThrow(Refusal);
    expect(ask).toThrow(expect.objectContaining({ code: 'calendar-year-missing', facts: { year, date } }));
    expect(ask).toThrow(`${year}`);
  });
});
