import { describe, expect, it } from '@jest/globals';
import { addDays, daysBetween, moment, nearDay, shortDay, tenge, weekdayOf, wholeDay } from './dates.js';
import { languages } from './languages.js';

const inEach = (tell: (language: (typeof languages)[number]) => string): readonly string[] => languages.map(tell);

describe('days and amounts in the form of a language', () => {
  it('names days in Kazakh, Russian and English', () => {
    expect(inEach((language) => wholeDay('2026-12-21', language))).toEqual([
      '2026 жылғы 21 желтоқсан, дс',
      'пн, 21 декабря 2026 г.',
      'Mon, 21 December 2026',
    ]);
    expect(inEach((language) => shortDay('2026-03-07', language))).toEqual(['7 нау', '7 мар', '7 Mar']);
  });

  it('names the year only where it is another one', () => {
    expect(nearDay('2026-12-21', 'en', '2026-01-01')).toBe('21 Dec');
    expect(nearDay('2027-01-08', 'en', '2026-12-31')).toBe('8 Jan 2027');
  });

  it('tells moments in the zone of the office', () => {
    expect(moment('2026-11-28T19:30:00Z', 'Asia/Almaty', 'en', '2026-11-29')).toBe('29 Nov, 00:30');
  });

  it('counts days over the ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-12-31', '2027-01-02')).toBe(2);
    expect(daysBetween('2027-01-02', '2026-12-31')).toBe(-2);
    expect(['2026-11-30', '2026-12-06'].map(weekdayOf)).toEqual([0, 6]);
  });

  it('groups tenge, and leaves out tiyns that are none', () => {
    expect(inEach((language) => tenge('1250000.00', language))).toEqual([
      '1\u00a0250\u00a0000\u00a0₸',
      '1\u00a0250\u00a0000\u00a0₸',
      '1,250,000\u00a0₸',
    ]);
    expect(inEach((language) => tenge('999.50', language))).toEqual([
      '999,50\u00a0₸',
      '999,50\u00a0₸',
      '999.50\u00a0₸',
    ]);
  });
});
