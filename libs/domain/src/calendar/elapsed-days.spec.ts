import { describe, expect, it } from '@jest/globals';
import { calendarsOf } from './calendars.js';
import { elapsedDays } from './elapsed-days.js';
import { kzCalendar } from './working-calendar.js';

describe('the days between two days', () => {
  it.each([
    ['2025-03-07', '2025-03-07', 0, 0],
    // A weekend, with Women's Day moved to the Monday after it.
    ['2025-03-07', '2025-03-11', 4, 1],
    // Nauryz.
    ['2025-03-20', '2025-03-26', 6, 1],
    ['2024-12-31', '2025-12-31', 365, 246],
  ])('%s to %s are %i, counted from the day after the first, of which %i were worked', (from, until, days, worked) => {
    expect(elapsedDays(from, until, kzCalendar)).toEqual({ calendarDays: days, workingDays: worked });
  });

  it('are none where the end comes before the beginning, as it may once a day was set right', () =>
    expect(elapsedDays('2025-03-11', '2025-03-07', kzCalendar)).toEqual({ calendarDays: 0, workingDays: 0 }));

  it('are not counted as worked in a year without a calendar', () =>
    expect(elapsedDays('2027-12-30', '2028-01-10', kzCalendar)).toEqual({ calendarDays: 11, workingDays: null }));

  it('follow a correction of the calendar', () => {
    const change = { name: 'Mourning', source: 'Decree 5', knownFrom: '2025-03-11T09:00:00+05:00' } as const;
    const correction = {
      date: '2025-03-12',
      from: 'WORKING',
      to: 'OFF',
      enteredAt: change.knownFrom,
      ...change,
    } as const;
    expect(elapsedDays('2025-03-11', '2025-03-13', kzCalendar).workingDays).toBe(2);
    expect(elapsedDays('2025-03-11', '2025-03-13', calendarsOf([correction]).current).workingDays).toBe(1);
  });
});
