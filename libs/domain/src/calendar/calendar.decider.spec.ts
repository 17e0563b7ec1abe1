import { describe, expect, it } from '@jest/globals';
import { calendarsAt, calendarsOf, correctedCalendar } from './calendars.js';
import {
  type AddCalendarYear,
  calendarDecider,
  type CalendarEvent,
  type ChangeCalendarDay,
} from './calendar.decider.js';
import { calendarEnd } from './calendar-end.js';
import { dayNumberOf } from './day-number.js';
import { kzCalendar } from './working-calendar.js';

const change = (overrides: Partial<ChangeCalendarDay> = {}): ChangeCalendarDay => ({
  type: 'ChangeCalendarDay',
  date: '2024-06-18',
  to: 'OFF',
  name: 'Eid al-Adha',
  source: 'announcement of the muftiate',
  knownFrom: '2024-06-07T10:00:00+05:00',
  enteredAt: '2024-06-10T10:00:00+05:00',
  ...overrides,
});
const decide = (
  command: ChangeCalendarDay | AddCalendarYear,
  history: readonly CalendarEvent[] = [],
): readonly CalendarEvent[] =>
  calendarDecider.decide(command, history.reduce(calendarDecider.evolve, calendarDecider.initial));
const correctionsAfter = (...commands: readonly ChangeCalendarDay[]) =>
  commands
    .reduce<readonly CalendarEvent[]>((events, command) => [...events, ...decide(command, events)], [])
    .flatMap((event) => (event.type === 'CalendarDayChanged' ? [event.data] : []));
const refusal = (code: string, facts: object) => expect.objectContaining({ code, rule: null, facts });

describe('a correction of the calendar (docs/law/rules.md 4.4)', () => {
  it('is a dated fact that says what the day was, what it is, by which act, and since when that is known', () => {
    const { type: _type, ...said } = change();
    expect(decide(change())).toEqual([{ type: 'CalendarDayChanged', data: { ...said, from: 'WORKING' } }]);
  });

  it('names nobody by an IIN', () => {
    for (const field of ['source', 'name'])
      expect(() => decide(change({ [field]: 'by 010115100004' }))).toThrow(refusal('iin-in-clear', { field }));
  });

  it('changes something', () => {
    expect(() => decide(change({ date: '2024-06-16', to: 'OFF' }))).toThrow(
      refusal('calendar-day-unchanged', { date: '2024-06-16', is: 'OFF' }),
    );
    expect(() => decide(change(), decide(change()))).toThrow(
      refusal('calendar-day-unchanged', { date: '2024-06-18', is: 'OFF' }),
    );
  });

  it('can be taken back by another one', () =>
    expect(decide(change({ to: 'WORKING' }), decide(change()))).toMatchObject([
      { data: { from: 'OFF', to: 'WORKING' } },
    ]));

  it('names its source', () =>
    expect(() => decide(change({ source: ' ' }))).toThrow(refusal('calendar-source-missing', { date: '2024-06-18' })));

  it('is not known before it could be', () =>
    expect(() => decide(change({ knownFrom: '2024-06-10T05:00:00.001Z' }))).toThrow(
      refusal('calendar-known-in-future', {
        knownFrom: '2024-06-10T05:00:00.001Z',
        enteredAt: '2024-06-10T10:00:00+05:00',
      }),
    ));

  it('is refused in a year without a calendar', () =>
    expect(() => decide(change({ date: '2028-01-03' }))).toThrow(
      expect.objectContaining({ code: 'calendar-year-missing', facts: { year: 2028, date: '2028-01-03' } }),
    ));
});

const year = (overrides: Partial<AddCalendarYear> = {}): AddCalendarYear => ({
  type: 'AddCalendarYear',
  year: 2028,
  off: [
    { date: '2028-01-03', kind: 'substitute', name: "New Year's Day (observed)" },
    { date: '2028-01-07', kind: 'day_off_no_roll', name: 'Orthodox Christmas' },
  ],
  workingWeekends: ['2028-01-15'],
  provisional: true,
  source: 'Order 412 of 10 November 2027',
  knownFrom: '2027-11-10T09:00:00+05:00',
  enteredAt: '2027-11-11T10:00:00+05:00',
  ...overrides,
});

describe('a year that is added to the calendar (docs/law/rules.md 4.3)', () => {
  it('is a fact that says every day that is not what its weekday says, and the act that it rests on', () => {
    const { type: _type, ...said } = year();
    expect(decide(year())).toEqual([{ type: 'CalendarYearAdded', data: said }]);
  });

  it('is counted with, and its days can be corrected as others are', () => {
    const added = decide(year());
    const corrected = decide(change({ date: '2028-01-10', enteredAt: '2027-12-01T10:00:00+05:00' }), added);
    const { current, countAt } = calendarsOf([...added, ...corrected].map(({ data }) => data));
    const reasonOn = (date: string) => current.offReason(dayNumberOf(date));
    expect([reasonOn('2028-01-03')?.name, reasonOn('2028-01-15'), reasonOn('2028-01-16')?.kind]).toEqual([
      "New Year's Day (observed)",
      null,
      'weekend',
    ]);
    expect([reasonOn('2028-01-10')?.kind, current.isWorkingWeekend(dayNumberOf('2028-01-15'))]).toEqual([
      'transfer_off',
      true,
    ]);
    expect([current.years.at(-1), current.provisionalYears]).toEqual([2028, [2026, 2027, 2028]]);
    expect([current.hasEndedBy(dayNumberOf('2028-12-31')), current.hasEndedBy(dayNumberOf('2029-01-01'))]).toEqual([
      false,
      true,
    ]);
    expect(countAt('2027-11-12T00:00:00Z')).toBe(1);
  });

  it('follows the last one, and comes once', () => {
    expect(() => decide(year({ year: 2027 }))).toThrow(refusal('calendar-year-known', { year: 2027 }));
    expect(() => decide(year({ year: 2029 }))).toThrow(refusal('calendar-year-not-next', { year: 2029, next: 2028 }));
    expect(() => decide(year(), decide(year()))).toThrow(refusal('calendar-year-known', { year: 2028 }));
  });

  it('is no year of weekends only', () =>
    expect(() => decide(year({ off: [] }))).toThrow(refusal('calendar-year-empty', { year: 2028 })));

  it.each([
    ['calendar-day-of-another-year', { workingWeekends: ['2027-01-09'] }, { year: 2028, date: '2027-01-09' }],
    ['calendar-day-of-another-year', { workingWeekends: ['2028-02-30'] }, { year: 2028, date: '2028-02-30' }],
    ['calendar-day-repeated', { workingWeekends: ['2028-01-15', '2028-01-15'] }, { date: '2028-01-15' }],
    ['calendar-weekend-expected', { workingWeekends: ['2028-01-14'] }, { date: '2028-01-14' }],
    ['calendar-source-missing', { source: ' ' }, { year: 2028 }],
  ] as const)('has days of its own, each once, and an act: %s', (code, wrong, facts) =>
    expect(() => decide(year(wrong))).toThrow(refusal(code, facts)),
  );

  it('is told to end from six months before on', () => {
    const endOn = (now: string) => calendarEnd(kzCalendar, now);
    expect(endOn('2027-06-29T23:59:00+05:00')).toEqual({ lastDay: '2027-12-31', daysLeft: 185, warning: null });
    expect(endOn('2027-06-30T00:00:00+05:00').warning).toContain('The calendar ends on Friday 31 December 2027');
    expect(endOn('2028-01-02T12:00:00+05:00').daysLeft).toBe(-2);
    const { current } = calendarsOf(decide(year()).map(({ data }) => data));
    expect(calendarEnd(current, '2027-12-01T12:00:00+05:00')).toMatchObject({ lastDay: '2028-12-31', warning: null });
  });
});

describe('the events of the calendar', () => {
  it('leave it as it was where they are not known', () => {
    const later = { type: 'CalendarRenamed', data: {} } as unknown as CalendarEvent;
    expect(calendarDecider.evolve({ changes: [] }, later)).toEqual({ changes: [] });
  });
});

describe('a corrected calendar', () => {
  const calendar = correctedCalendar(
    kzCalendar,
    correctionsAfter(
      change(),
      change({ date: '2024-06-22', to: 'WORKING', name: 'in place of 18 June' }),
      change({ date: '2024-07-08', to: 'WORKING', name: 'not observed' }),
      change({ date: '2024-05-04', to: 'OFF', name: 'transfer revoked' }),
    ),
  );
  const reasonOn = (date: string) => calendar.offReason(dayNumberOf(date));
  const isWorkingWeekend = (date: string) => calendar.isWorkingWeekend(dayNumberOf(date));

  it('says of a day made off by which correction it is', () =>
    expect(reasonOn('2024-06-18')).toEqual({
      kind: 'transfer_off',
      name: 'Eid al-Adha (announcement of the muftiate)',
    }));

  it('knows a weekend made working from a weekday made working', () => {
    expect([reasonOn('2024-06-22'), isWorkingWeekend('2024-06-22')]).toEqual([null, true]);
    expect([reasonOn('2024-07-08'), isWorkingWeekend('2024-07-08')]).toEqual([null, false]);
    expect(isWorkingWeekend('2024-05-04')).toBe(false);
  });

  it('knows a weekend made working before it was corrected', () =>
    expect([isWorkingWeekend('2025-01-05'), isWorkingWeekend('2025-01-04')]).toEqual([true, false]));

  it('leaves every other day, and every year that is not loaded, as it was', () => {
    expect(reasonOn('2024-06-19')).toBeNull();
    expect(reasonOn('2024-06-23')).toEqual({ kind: 'weekend', name: 'Sunday' });
    expect(() => reasonOn('2028-01-03')).toThrow(expect.objectContaining({ code: 'calendar-year-missing' }));
  });

  it('is the calendar itself where nothing was corrected', () =>
    expect(correctedCalendar(kzCalendar, [])).toBe(kzCalendar));
});

describe('what was known of the calendar', () => {
  const corrections = correctionsAfter(
    change(),
    change({ to: 'WORKING', enteredAt: '2024-06-14T10:00:00+05:00', name: 'taken back' }),
  );
  const offAt = (at: string) =>
    calendarsAt(calendarsOf(corrections), at).current.offReason(dayNumberOf('2024-06-18')) !== null;

  it('is told for each moment, by when a correction was entered', () => {
    expect(offAt('2024-06-10T04:59:59.999Z')).toBe(false);
    expect(offAt('2024-06-10T05:00:00Z')).toBe(true);
    expect(offAt('2024-06-14T09:59:59+05:00')).toBe(true);
    expect(offAt('2024-06-14T10:00:00+05:00')).toBe(false);
  });

  it('is one calendar for each number of corrections, so that derivations are kept', () => {
    const calendars = calendarsOf(corrections);
    expect(calendars.after(1)).toBe(calendars.after(1));
    expect(calendars.after(0)).toBe(kzCalendar);
    expect(calendars.current).toBe(calendars.after(2));
  });
});
