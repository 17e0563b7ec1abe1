import { describe, expect, it } from '@jest/globals';
import { calendarsAt, calendarsOf, correctedCalendar } from './calendars.js';
import { calendarDecider, type CalendarEvent, type ChangeCalendarDay } from './calendar.decider.js';
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
const decide = (command: ChangeCalendarDay, history: readonly CalendarEvent[] = []): readonly CalendarEvent[] =>
  calendarDecider.decide(command, history.reduce(calendarDecider.evolve, calendarDecider.initial));
const correctionsAfter = (...commands: readonly ChangeCalendarDay[]) =>
  commands
    .reduce<readonly CalendarEvent[]>((events, command) => [...events, ...decide(command, events)], [])
    .map(({ data }) => data);
const refusal = (code: string, facts: object) => expect.objectContaining({ code, rule: 'R-110', facts });

describe('a correction of the calendar (docs/law/rules.md 4.4)', () => {
  it('is a dated fact that says what the day was, what it is, by which act, and since when that is known', () => {
    const { type: _type, ...said } = change();
    expect(decide(change())).toEqual([{ type: 'CalendarDayChanged', data: { ...said, from: 'WORKING' } }]);
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
    expect(decide(change({ to: 'WORKING' }), decide(change())).map(({ data }) => [data.from, data.to])).toEqual([
      ['OFF', 'WORKING'],
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

describe('the events of the calendar', () => {
  it('leave it as it was where they are not known', () => {
    const later = { type: 'CalendarRenamed', data: {} } as unknown as CalendarEvent;
    expect(calendarDecider.evolve({ corrections: [] }, later)).toEqual({ corrections: [] });
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
