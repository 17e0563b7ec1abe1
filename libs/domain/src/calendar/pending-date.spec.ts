import { describe, expect, it } from '@jest/globals';
import { cappedBy, dueDate, type Term } from './due-date.js';

const calendar = (n: number): Term => ({ n, unit: 'calendar' });
const working = (n: number): Term => ({ n, unit: 'working' });

describe('a date (docs/law/rules.md 4.3)', () => {
  it('is pending where it needs a year without calendar: that year is named, and what can be said without it', () => {
    expect(dueDate({ from: '2027-12-10', term: calendar(30) })).toMatchObject({
      nominalDue: '2028-01-09',
      due: null,
      pending: { missingYear: 2028, notBefore: '2028-01-09' },
    });
    // Two working days are told by 2027, three are not: each day of 2028 might be one of them.
    expect(dueDate({ from: '2027-12-29', term: working(5) })).toMatchObject({
      nominalDue: null,
      due: null,
      pending: { missingYear: 2028, notBefore: '2028-01-03' },
      days: [
        { date: '2027-12-30', counted: true, number: 1 },
        { date: '2027-12-31', counted: true, number: 2 },
      ],
    });
  });

  it('is pending in the first year that is missing, however far it lies beyond', () =>
    expect(dueDate({ from: '2030-05-01', term: working(0) })).toMatchObject({
      nominalDue: '2030-05-01',
      pending: { missingYear: 2028, notBefore: '2030-05-01' },
    }));

  it('of a length beyond all calendars lists no more days than there are', () =>
    expect(dueDate({ from: '2027-12-10', term: calendar(36_525) }).days).toHaveLength(21));

  it('is known inside a term that ends before the year that is missing, and pending inside one that is', () => {
    const own = dueDate({ from: '2027-12-20', term: calendar(15) });
    expect(own.pending).toEqual({ missingYear: 2028, notBefore: '2028-01-04' });
    expect(cappedBy(own, { rule: 'R-31', due: '2027-12-30' })).toMatchObject({ due: '2027-12-30', pending: null });
    expect(cappedBy(own, { rule: 'R-31', due: '2027-12-13' })).toMatchObject({
      due: null,
      beganAfter: { rule: 'R-31', due: '2027-12-13' },
    });
    const known = dueDate({ from: '2027-12-13', term: calendar(15) });
    const later = { missingYear: 2028, notBefore: '2028-01-10' };
    expect(cappedBy(known, { rule: 'R-31', due: null, pending: later })).toEqual(known);
    expect(
      cappedBy(own, { rule: 'R-31', due: null, pending: { missingYear: 2028, notBefore: '2028-01-01' } }),
    ).toMatchObject({
      due: null,
      pending: { missingYear: 2028, notBefore: '2028-01-01' },
    });
  });
});
