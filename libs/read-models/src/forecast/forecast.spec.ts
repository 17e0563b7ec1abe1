import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { forecastGroups } from '@app/domain';
import { forecastOf, type Forecast, type OpenDuty } from './forecast.js';
import { gatherPast, inCommon, type RecordCount } from './past-duties.js';

const duty = (changes: Partial<OpenDuty> = {}): OpenDuty => ({
  rule: 'R-27',
  officeId: 'almaty-medeu',
  route: 'COMMUNAL',
  form: 'REDEMPTION',
  term: { n: 30, unit: 'calendar' },
  usedDays: 12,
  overdue: false,
  ...changes,
});

type Asked = Readonly<{ open?: Partial<OpenDuty>; overdue?: readonly RecordCount[]; minimum?: number }>;

const forecast = (ended: readonly RecordCount[], { open, overdue = [], minimum = 4 }: Asked = {}): Forecast =>
  forecastOf(duty(open), gatherPast(ended, overdue), minimum);

const counts = (record: string, count: number): RecordCount => ({ record, count });

/** Kept on days 10 (three), 12 (two) and 25 (four) of the term, one done late, three fallen away. */
const almaty = [
  counts('R-27 almaty-medeu COMMUNAL REDEMPTION KEPT 10', 3),
  counts('R-27 almaty-medeu COMMUNAL REDEMPTION KEPT 12', 2),
  counts('R-27 almaty-medeu COMMUNAL REDEMPTION KEPT 25', 4),
  counts('R-27 almaty-medeu COMMUNAL REDEMPTION LATE', 1),
  counts('R-27 almaty-medeu COMMUNAL REDEMPTION FALLEN_AWAY', 3),
];

describe('a forecast', () => {
  it('is the share that was late of those that were not done before as much of their term was used up', () => {
    expect(forecast(almaty)).toEqual({
      basis: 'PAST_DUTIES',
      // Of 2 + 4 kept from day 12 on and 1 late.
      share: 1 / 7,
      numbers: {
        group: 'RULE_OFFICE_ROUTE_FORM',
        comparable: 10,
        stillOpenAtThisPoint: 7,
        late: 1,
        lateAndStillOwed: 0,
        fallenAway: 3,
      },
    });
    expect(forecast(almaty, { open: { usedDays: 13 } }).share).toBe(1 / 5);
  });

  it('counts what is owed past its day as late, and as still open at every point of its term', () => {
    const overdue = [counts('R-27 almaty-medeu COMMUNAL REDEMPTION OPEN', 2)];
    expect(forecast(almaty, { overdue })).toMatchObject({
      share: 3 / 9,
      numbers: { comparable: 12, stillOpenAtThisPoint: 9, late: 3, lateAndStillOwed: 2 },
    });
  });

  it('does not forget on the last day those that were done on the last day', () => {
    const ended = [
      counts('R-15 almaty-medeu COMMUNAL REDEMPTION KEPT 0', 9),
      counts('R-15 almaty-medeu COMMUNAL REDEMPTION LATE', 1),
    ];
    const open = { rule: 'R-15', term: { n: 0, unit: 'working' }, usedDays: 0 } as const;
    expect(forecast(ended, { open }).share).toBe(0.1);
  });

  it('widens the group until enough were still open at this point, and says which group it is', () => {
    const groupFor = (others: readonly RecordCount[]): unknown =>
      forecast([...almaty, ...others], { minimum: 10 }).numbers;
    expect(groupFor([counts('R-27 almaty-medeu COMMUNAL GRATUITOUS LATE', 3)])).toMatchObject({
      group: 'RULE_OFFICE_ROUTE',
      stillOpenAtThisPoint: 10,
      late: 4,
    });
    expect(groupFor([counts('R-27 almaty-medeu COMMUNAL_ENTITY REDEMPTION KEPT 20', 3)])).toMatchObject({
      group: 'RULE_OFFICE',
      stillOpenAtThisPoint: 10,
      late: 1,
    });
    expect(groupFor([counts('R-27 astana-esil COMMUNAL GRATUITOUS KEPT 20', 3)])).toMatchObject({
      group: 'RULE_ROUTE',
      stillOpenAtThisPoint: 10,
    });
    expect(groupFor([counts('R-27 astana-esil REPUBLICAN_ENTITY REDEMPTION KEPT 20', 3)])).toMatchObject({
      group: 'RULE',
      stillOpenAtThisPoint: 10,
    });
  });

  it('has no share where even of the rule too few were still open, and shows how few', () => {
    const others = [
      counts('R-27 astana-esil COMMUNAL REDEMPTION LATE', 1),
      // Another rule is nothing to compare with.
      counts('R-28 almaty-medeu COMMUNAL REDEMPTION LATE', 99),
    ];
    expect(forecast([...almaty, ...others], { minimum: 9 })).toEqual({
      basis: 'TOO_FEW',
      share: null,
      numbers: {
        group: 'RULE',
        comparable: 11,
        stillOpenAtThisPoint: 8,
        late: 2,
        lateAndStillOwed: 0,
        fallenAway: 3,
      },
    });
    expect(forecast([], { minimum: 0 })).toMatchObject({ basis: 'TOO_FEW', share: null });
  });

  it('is none for what is overdue: it is late by fact', () => {
    expect(forecast(almaty, { open: { overdue: true } })).toEqual({ basis: 'OVERDUE', share: 1, numbers: null });
  });
});

const some = {
  rule: fc.constantFrom('R-27', 'R-28'),
  officeId: fc.constantFrom('almaty-medeu', 'astana-esil'),
  route: fc.constantFrom('COMMUNAL', 'COMMUNAL_ENTITY'),
  form: fc.constantFrom('REDEMPTION', 'GRATUITOUS'),
};
const past = fc.record({
  ...some,
  fate: fc.constantFrom('KEPT', 'LATE', 'FALLEN_AWAY', 'OVERDUE'),
  usedDays: fc.integer({ min: 0, max: 30 }),
});
const open = fc.record({ ...some, usedDays: fc.integer({ min: 0, max: 30 }) });

describe('a forecast of any past', () => {
  it('is what counting one past duty after the other gives', () => {
    fc.assert(
      fc.property(fc.array(past, { maxLength: 80 }), open, fc.integer({ min: 1, max: 8 }), (all, one, minimum) => {
        const records = all.map(({ rule, officeId, route, form, fate, usedDays }) =>
          counts([rule, officeId, route, form, fate, ...(fate === 'KEPT' ? [usedDays] : [])].join(' '), 1),
        );
        const [ended, overdue] = [true, false].map((is) =>
          records.filter((_, i) => is === (all[i]?.fate !== 'OVERDUE')),
        );
        const found = forecastOf(duty(one as Partial<OpenDuty>), gatherPast(ended ?? [], overdue ?? []), minimum);

        const naive = forecastGroups.map((group) => {
          const alike = all.filter((other) => inCommon[group].every((field) => other[field] === one[field]));
          const decided = alike.filter(({ fate }) => fate !== 'FALLEN_AWAY');
          const stillOpen = decided.filter(({ fate, usedDays }) => fate !== 'KEPT' || usedDays >= one.usedDays);
          const late = stillOpen.filter(({ fate }) => fate !== 'KEPT');
          return { group, comparable: decided.length, stillOpenAtThisPoint: stillOpen.length, late: late.length };
        });
        const chosen = naive.find(({ stillOpenAtThisPoint }) => stillOpenAtThisPoint >= minimum);
        expect(found.numbers).toMatchObject(chosen ?? naive.at(-1) ?? {});
        expect(found.share).toBe(chosen ? chosen.late / chosen.stillOpenAtThisPoint : null);
      }),
    );
  });
});
