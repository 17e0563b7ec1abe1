import { describe, expect, it } from '@jest/globals';
import { dueDate } from '../calendar/due-date.js';
import { usedDays } from './used-days.js';

describe('the days of a term that are used up', () => {
  it('are calendar days of a term of calendar days, none on the trigger day', () => {
    const thirtyDays = dueDate({ from: '2025-03-07', term: { n: 30, unit: 'calendar' } });
    expect(usedDays(thirtyDays, '2025-03-06')).toBe(0);
    expect(usedDays(thirtyDays, '2025-03-07')).toBe(0);
    expect(usedDays(thirtyDays, '2025-03-08')).toBe(1);
    expect(usedDays(thirtyDays, '2025-03-19')).toBe(12);
  });

  it('are working days of a term of working days: a weekend uses up none', () => {
    // Friday; 21 and 24-25 March 2025 are days off.
    const fiveDays = dueDate({ from: '2025-03-14', term: { n: 5, unit: 'working' } });
    expect(usedDays(fiveDays, '2025-03-16')).toBe(0);
    expect(usedDays(fiveDays, '2025-03-17')).toBe(1);
    expect(usedDays(fiveDays, '2025-03-23')).toBe(4);
    expect(usedDays(fiveDays, '2025-03-26')).toBe(5);
  });

  it('are never more than the term: days rolled over and days late stand for the last day', () => {
    // Ends on Sunday 6 April, due on Monday.
    const thirtyDays = dueDate({ from: '2025-03-07', term: { n: 30, unit: 'calendar' } });
    expect(['2025-04-06', '2025-04-07', '2026-01-01'].map((on) => usedDays(thirtyDays, on))).toEqual([30, 30, 30]);
    expect(usedDays(dueDate({ from: '2025-03-07', term: { n: 0, unit: 'working' } }), '2025-03-10')).toBe(0);
  });
});
