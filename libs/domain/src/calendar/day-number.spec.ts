import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { dateOf, dayNumberOf, inWords, weekdayOf } from './day-number.js';

describe('a day number', () => {
  it('counts the days since 1 January 1970, a Thursday', () => {
    expect(dayNumberOf('1970-01-01')).toBe(0);
    expect(dayNumberOf('1970-01-02')).toBe(1);
    expect(dayNumberOf('1969-12-31')).toBe(-1);
    expect([0, 1, 2, 3, -4].map(weekdayOf)).toEqual([4, 5, 6, 0, 0]);
  });

  it('goes to a date and back', () =>
    fc.assert(fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => dayNumberOf(dateOf(day)) === day)));

  it.each(['2025-02-29', '2025-13-01', '2025-00-10', '2025-1-1', '07.03.2025', '', '2025-03-07T00:00'])(
    'does not take %j for a date',
    (text) => expect(() => dayNumberOf(text)).toThrow(new RangeError(`not a date: ${text}`)),
  );

  it('knows 29 February of leap years', () => expect(dateOf(dayNumberOf('2024-02-29') + 1)).toBe('2024-03-01'));

  it.each([
    ['2025-03-07', 'Friday 7 March 2025'],
    ['2025-01-05', 'Sunday 5 January 2025'],
    ['2024-12-31', 'Tuesday 31 December 2024'],
  ])('is said of %s in words', (date, words) => expect(inWords(date)).toBe(words));
});
