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
      'R-26 null null > 2025-04-02 OPEN',
    ]));

  it('after a decision that is only supposed: a duty that would begin, and its date', () => {
    const changes = { ...nothing, events: eventsTo('DECIDED').slice(-1) };
    const supposed = suppose(changes, uncorrected, at)(caseAfter(eventsTo('COMMISSION_FORMED')));
    const begun = supposed.find(({ rule }) => rule === 'R-28');
    expect(begun).toMatchObject({ rule: 'R-28', dueNow: null, statusNow: null, dueThen: '2025-03-28' });
    expect(begun).toMatchObject({ statusThen: 'OVERDUE', derivation: { from: '2025-03-18', due: '2025-03-28' } });
  });

  it('after another decision: a duty that would not be there, and has no date then', () => {
    const refusal = eventsTo('DECIDED')
      .slice(-1)
      .map((event) =>
        event.type === 'CommissionDecided' ? { ...event, data: { ...event.data, outcome: 'REFUSE' as const } } : event,
      );
    expect(suppose({ ...nothing, events: refusal }, uncorrected, at)(decided)).toEqual([
      {
        rule: 'R-28',
        instance: null,
        dueNow: '2025-03-28',
        dueThen: null,
        statusNow: 'OVERDUE',
        statusThen: null,
        derivation: null,
      },
    ]);
  });

  it('under another term: the date of what was discharged, which stays discharged', () =>
    expect(
      told(
        { ...nothing, terms: [{ rule: 'R-28', n: 10, unit: 'working' }] },
        caseAfter(eventsTo('AGREEMENT_CONCLUDED')),
      ),
    ).toEqual(['R-28 2025-03-28 DISCHARGED > 2025-04-04 DISCHARGED']));

  it('under another day: a power, which is never overdue', () =>
    expect(told(off('2025-03-04'), caseAfter(eventsTo('REGISTERED')))).toEqual([
      'R-33 2025-03-05 OPEN > 2025-03-06 OPEN',
    ]));

  it('finds a duty overdue once its last moment has passed, and not at it', () => {
    const term = { ...nothing, terms: [{ rule: 'R-28', n: 4, unit: 'working' } as const] };
    const statusAt = (moment: string) => suppose(term, uncorrected, moment)(decided).map((duty) => duty.statusNow);
    expect(statusAt('2025-03-28T18:59:59.999Z')).toEqual(['OPEN']);
    expect(statusAt('2025-03-28T19:00:00Z')).toEqual(['OVERDUE']);
  });

  it('under several days: what any of them moves, from the day of acceptance to the last day', () => {
    const days = (...dates: string[]): Changes => ({
      ...nothing,
      calendarDays: dates.map((date) => ({ date, to: 'OFF', name: 'Supposed' })),
    });
    expect(told(days('2025-02-03', '2025-03-28'))).toEqual(['R-28 2025-03-28 OVERDUE > 2025-03-31 OPEN']);
    expect(told(days('2025-03-27', '2025-03-28'))).toEqual(['R-28 2025-03-28 OVERDUE > 2025-04-01 OPEN']);
  });

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
