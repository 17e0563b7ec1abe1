import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { dateOf, dayNumberOf } from './day-number.js';
import { cappedBy, dueDate, type Term, usedDays } from './due-date.js';
import { kzCalendarData } from './kz-calendar.data.js';
import { kzCalendar, workingCalendar } from './working-calendar.js';

const working = (n: number): Term => ({ n, unit: 'working' });
const calendar = (n: number): Term => ({ n, unit: 'calendar' });

describe('a term (docs/law/rules.md 3.3)', () => {
  it.each([
    [
      'over a year end, ending on a working Sunday',
      '2024-12-30',
      working(2),
      { nominalDue: '2025-01-05', due: '2025-01-05' },
    ],
    ['over a year end and a working Sunday', '2024-12-31', working(2), { nominalDue: '2025-01-06', due: '2025-01-06' }],
    ['over New Year and 7 January', '2025-12-30', working(5), { nominalDue: '2026-01-09', due: '2026-01-09' }],
    ['ending on New Year', '2025-12-02', calendar(30), { nominalDue: '2026-01-01', due: '2026-01-05' }],
    ['ending on 7 January', '2025-12-08', calendar(30), { nominalDue: '2026-01-07', due: '2026-01-08' }],
    ['ending on a working Sunday', '2024-12-06', calendar(30), { nominalDue: '2025-01-05', due: '2025-01-05' }],
    ['over a working Saturday', '2022-03-03', working(2), { nominalDue: '2022-03-05', due: '2022-03-05' }],
    ['ending on a working Saturday', '2022-03-04', working(1), { nominalDue: '2022-03-05', due: '2022-03-05' }],
    [
      'over a working Saturday and its day off',
      '2022-10-20',
      working(3),
      { nominalDue: '2022-10-26', due: '2022-10-26' },
    ],
    ['over the transfer of Capital Day', '2023-06-30', working(5), { nominalDue: '2023-07-10', due: '2023-07-10' }],
    ['over the transfer of May 2024', '2024-05-03', working(2), { nominalDue: '2024-05-06', due: '2024-05-06' }],
    [
      'ending on a working Saturday by the calendar',
      '2024-05-02',
      calendar(2),
      { nominalDue: '2024-05-04', due: '2024-05-04' },
    ],
    ['over Nauryz and its two substitutes', '2025-03-18', working(5), { nominalDue: '2025-03-28', due: '2025-03-28' }],
    ['ending in Nauryz', '2025-03-07', calendar(15), { nominalDue: '2025-03-22', due: '2025-03-26' }],
    ['of fifteen working days over Nauryz', '2025-03-07', working(15), { nominalDue: '2025-04-03', due: '2025-04-03' }],
    [
      'ending on Victory Day, with its substitute after it',
      '2022-04-09',
      calendar(30),
      { nominalDue: '2022-05-09', due: '2022-05-11' },
    ],
    [
      'over Kurban-ait on a Sunday, which does not roll',
      '2024-06-14',
      working(1),
      { nominalDue: '2024-06-17', due: '2024-06-17' },
    ],
    ['over Kurban-ait on a weekday', '2025-06-04', working(2), { nominalDue: '2025-06-09', due: '2025-06-09' }],
    [
      'to 31 August 2026, a working day since that year',
      '2026-08-28',
      working(1),
      { nominalDue: '2026-08-31', due: '2026-08-31' },
    ],
    ['ending on 29 February', '2024-01-30', calendar(30), { nominalDue: '2024-02-29', due: '2024-02-29' }],
    ['in a year without 29 February', '2023-01-30', calendar(30), { nominalDue: '2023-03-01', due: '2023-03-01' }],
    ['of one working day to 29 February', '2024-02-28', working(1), { nominalDue: '2024-02-29', due: '2024-02-29' }],
    ['over the change of zone', '2024-02-26', working(5), { nominalDue: '2024-03-04', due: '2024-03-04' }],
    ['of no days, on a working day', '2025-03-07', working(0), { nominalDue: '2025-03-07', due: '2025-03-07' }],
    ['of no days, on a holiday', '2025-03-08', working(0), { nominalDue: '2025-03-08', due: '2025-03-11' }],
  ])('%s: from %s, %j, has the dates %j', (_, from, term, dates) =>
    expect(dueDate({ from, term })).toMatchObject(dates),
  );

  it('tells of every day whether it counts, with its number or the reason', () =>
    expect(dueDate({ from: '2025-03-07', term: working(2) })).toEqual({
      from: '2025-03-07',
      term: working(2),
      days: [
        { date: '2025-03-08', counted: false, reason: { kind: 'holiday', name: "International Women's Day" } },
        { date: '2025-03-09', counted: false, reason: { kind: 'weekend', name: 'Sunday' } },
        {
          date: '2025-03-10',
          counted: false,
          reason: { kind: 'substitute', name: "International Women's Day (observed)" },
        },
        { date: '2025-03-11', counted: true, number: 1, workingWeekend: false },
        { date: '2025-03-12', counted: true, number: 2, workingWeekend: false },
      ],
      nominalDue: '2025-03-12',
      rolledOver: [],
      cappedBy: null,
      beganAfter: null,
      due: '2025-03-12',
      pending: null,
      provisionalYears: [],
    }));

  it('says which counted day is a working weekend', () =>
    expect(dueDate({ from: '2025-01-02', term: working(1) }).days).toEqual([
      {
        date: '2025-01-03',
        counted: false,
        reason: { kind: 'transfer_off', name: 'Day off (substituted from 01/05/2025)' },
      },
      { date: '2025-01-04', counted: false, reason: { kind: 'weekend', name: 'Saturday' } },
      { date: '2025-01-05', counted: true, number: 1, workingWeekend: true },
    ]));

  it('counts weekends and holidays in a term of calendar days, and tells what the roll passed over', () => {
    const derivation = dueDate({ from: '2025-03-18', term: calendar(3) });
    expect(derivation.days.map((day) => day.counted && day.number)).toEqual([1, 2, 3]);
    expect(derivation.rolledOver).toEqual([
      { date: '2025-03-21', reason: { kind: 'holiday', name: 'Nowruz Holiday' } },
      { date: '2025-03-22', reason: { kind: 'holiday', name: 'Nowruz Holiday' } },
      { date: '2025-03-23', reason: { kind: 'holiday', name: 'Nowruz Holiday' } },
      { date: '2025-03-24', reason: { kind: 'substitute', name: 'Nowruz Holiday (observed)' } },
      { date: '2025-03-25', reason: { kind: 'substitute', name: 'Nowruz Holiday (observed)' } },
    ]);
    expect(derivation.due).toBe('2025-03-26');
  });

  it('names the provisional years it crosses', () => {
    expect(dueDate({ from: '2025-12-08', term: calendar(30) }).provisionalYears).toEqual([2026]);
    expect(dueDate({ from: '2026-12-08', term: calendar(30) }).provisionalYears).toEqual([2026, 2027]);
  });

  it('inside another one is due no later than that one', () => {
    const own = dueDate({ from: '2025-04-01', term: calendar(15) });
    expect(cappedBy(own, { rule: 'R-31', due: '2025-04-10' })).toEqual({
      ...own,
      due: '2025-04-10',
      cappedBy: { rule: 'R-31', due: '2025-04-10' },
    });
    expect(cappedBy(own, { rule: 'R-31', due: own.due })).toBe(own);
    expect(cappedBy(own, { rule: 'R-31', due: '2025-05-10' })).toBe(own);
  });

  it('inside another one that had ended before it began runs its own time, and says so', () => {
    const own = dueDate({ from: '2025-05-20', term: calendar(15) });
    expect(cappedBy(own, { rule: 'R-31', due: '2025-05-19' })).toEqual({
      ...own,
      beganAfter: { rule: 'R-31', due: '2025-05-19' },
    });
    expect(cappedBy(own, { rule: 'R-31', due: '2025-05-20' })).toMatchObject({ due: '2025-05-20', beganAfter: null });
  });

  it('of calendar days may begin in a year without a calendar: only its end must be known', () => {
    const { days, due } = dueDate({ from: '2020-12-30', term: calendar(10) });
    expect(days.slice(0, 3).map(({ date }) => date)).toEqual(['2020-12-31', '2021-01-01', '2021-01-02']);
    expect(due).toBe('2021-01-11');
  });

  it('follows the calendar it is given', () => {
    const moved = workingCalendar({
      ...kzCalendarData,
      workingWeekends: [...kzCalendarData.workingWeekends, '2025-03-15'],
    });
    expect(dueDate({ from: '2025-03-14', term: working(1), calendar: moved }).due).toBe('2025-03-15');
    expect(dueDate({ from: '2025-03-14', term: working(1) }).due).toBe('2025-03-17');
  });

  it.each([-1, 1.5, Number.NaN, 36_526])('has no length of %p days', (n) =>
    expect(() => dueDate({ from: '2025-03-07', term: working(n) })).toThrow(
      new RangeError(`not a number of days: ${n}`),
    ),
  );
});

describe('any term', () => {
  const questions = fc.record({
    from: fc.integer({ min: 0, max: 2300 }).map((offset) => dateOf(dayNumberOf('2021-01-01') + offset)),
    term: fc.record({ n: fc.integer({ min: 0, max: 60 }), unit: fc.constantFrom('calendar', 'working') }),
  });
  const isWorking = (date: string): boolean => kzCalendar.offReason(dayNumberOf(date)) === null;

  it('is never due on a day that is not a working day, nor before its own last day', () =>
    fc.assert(
      fc.property(questions, (question) => {
        const { nominalDue, due } = dueDate(question);
        expect(isWorking(due!)).toBe(true);
        expect(due! >= nominalDue!).toBe(true);
      }),
    ));

  it('lists every day from the one after the trigger to its own last day, numbered without a gap', () =>
    fc.assert(
      fc.property(questions, (question) => {
        const { days, nominalDue } = dueDate(question);
        const start = dayNumberOf(question.from);
        expect(days.map(({ date }) => date)).toEqual(days.map((_, index) => dateOf(start + index + 1)));
        expect(days.flatMap((day) => (day.counted ? [day.number] : []))).toEqual(
          Array.from({ length: question.term.n }, (_, index) => index + 1),
        );
        expect(days.at(-1)?.date ?? question.from).toBe(nominalDue);
      }),
    ));

  it('of working days counts working days and nothing else', () =>
    fc.assert(
      fc.property(questions, ({ from, term }) => {
        const { days } = dueDate({ from, term: { n: term.n, unit: 'working' } });
        expect(days.filter(({ counted }) => counted).every(({ date }) => isWorking(date))).toBe(true);
        expect(days.filter(({ counted }) => !counted).some(({ date }) => isWorking(date))).toBe(false);
      }),
    ));

  it('is due no earlier when its trigger or its length grows', () =>
    fc.assert(
      fc.property(questions, ({ from, term }) => {
        const { due } = dueDate({ from, term });
        const later = dateOf(dayNumberOf(from) + 1);
        expect(dueDate({ from: later, term }).due! >= due!).toBe(true);
        expect(dueDate({ from, term: { ...term, n: term.n + 1 } }).due! >= due!).toBe(true);
      }),
    ));
});

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
