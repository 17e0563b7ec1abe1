import { describe, expect, it } from '@jest/globals';
import { calendarsOf, uncorrected } from '../calendar/calendars.js';
import { caseAfter, eventsTo } from '../testing/index.js';
import { type Changes, suppose } from './what-if.js';

const nothing: Changes = { calendarDays: [], terms: [], events: [] };
const off = (date: string): Changes => ({ ...nothing, calendarDays: [{ date, to: 'OFF', name: 'Supposed' }] });
const decided = caseAfter(eventsTo('DECIDED'));
const at = '2025-03-31T12:00:00+05:00';
const told = (changes: Changes, state = decided, calendars = uncorrected) =>
  suppose(
    changes,
    calendars,
    at,
  )(state).map(
    ({ rule, dueNow, dueThen, statusNow, statusThen }) => `${rule} ${dueNow} ${statusNow} > ${dueThen} ${statusThen}`,
  );

describe('what would be otherwise', () => {
  it('is nothing where nothing is supposed', () => expect(told(nothing)).toEqual([]));

  it('under another day: an open duty that ends past it, and would not be overdue then', () => {
    expect(told(off('2025-03-27'))).toEqual(['R-28 2025-03-28 OVERDUE > 2025-03-31 OPEN']);
    expect(told(off('2025-02-03'))).toEqual([]);
  });

  it('under another day: nothing of what was discharged', () =>
    expect(told(off('2025-03-20'), caseAfter(eventsTo('AGREEMENT_CONCLUDED')))).toEqual([]));

  it('comes on top of the corrections that are known', () => {
    const known = {
      date: '2025-03-27',
      from: 'WORKING',
      to: 'OFF',
      name: 'Day of mourning',
      source: 'Decree 5',
    } as const;
    const moments = { knownFrom: '2025-03-20T00:00:00Z', enteredAt: '2025-03-20T00:00:00Z' };
    const calendars = calendarsOf([{ ...known, ...moments }]);
    expect(told(off('2025-03-26'), decided, calendars)).toEqual(['R-28 2025-03-31 OPEN > 2025-04-01 OPEN']);
    const back = { ...nothing, calendarDays: [{ date: '2025-03-27', to: 'WORKING', name: 'Supposed' }] } as const;
    expect(told(back, decided, calendars)).toEqual(['R-28 2025-03-31 OPEN > 2025-03-28 OVERDUE']);
  });

  it('under another term of a rule', () =>
    expect(told({ ...nothing, terms: [{ rule: 'R-28', n: 10, unit: 'working' }] })).toEqual([
      'R-28 2025-03-28 OVERDUE > 2025-04-04 OPEN',
    ]));

  it('after facts that are only supposed: duties that would begin, and end', () =>
    expect(told({ ...nothing, events: eventsTo('DECISION_SIGNED').slice(-1) })).toEqual([
      'R-27 2025-04-02 OPEN > 2025-04-02 DISCHARGED',
    ]));

  it('gives the steps of the date that would be', () => {
    const [change] = suppose(off('2025-03-27'), uncorrected, at)(decided);
    expect(change?.derivation?.days).toContainEqual({
      date: '2025-03-27',
      counted: false,
      reason: { kind: 'transfer_off', name: 'Supposed (supposed)' },
    });
  });

  it('is not answered for a year without a calendar', () =>
    expect(() => suppose(off('2031-01-02'), uncorrected, at)).toThrow(
      expect.objectContaining({ code: 'calendar-year-missing' }),
    ));
});
