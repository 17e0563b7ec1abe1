import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Refusal } from '../refusal.js';
import type { InstalmentTerms } from './case.commands.js';
import type { Instalment } from './case.types.js';
import { appendix2, type DecreeParameters } from '../rulebook/decree-parameters.js';
import { allocated, assertConcludable, assertShare, instalmentSchedule, yearsGranted } from './instalments.js';

const terms = (overrides: Partial<InstalmentTerms> = {}): InstalmentTerms => ({
  initialContributionDue: '2025-04-01',
  firstInstalmentDue: '2025-05-01',
  everyMonths: 1,
  ...overrides,
});

const scheduleOf = (overrides: Partial<Parameters<typeof instalmentSchedule>[0]> = {}) =>
  instalmentSchedule({
    price: 1_000,
    years: 1,
    initialContribution: 300,
    terms: terms(),
    offeredOn: '2025-03-20',
    concludedOn: '2025-04-01',
    decree: appendix2,
    ...overrides,
  });

const refusalOf = (ask: () => unknown): Refusal | null => {
  try {
    ask();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};
const codeOf = (ask: () => unknown): string | null => refusalOf(ask)?.code ?? null;

describe('a schedule of instalments (R-98, Appendix 2)', () => {
  it('has equal amounts, and what division leaves over in the last (A18)', () => {
    const [initial, ...rest] = scheduleOf().map(({ amount }) => amount);
    expect(initial).toBe(300);
    expect(rest).toEqual([58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 62]);
  });

  it.each([
    [1, 24],
    [3, 8],
    [6, 4],
    [12, 2],
  ] as const)('of two years, every %i months, has %i instalments', (everyMonths, count) =>
    expect(scheduleOf({ years: 2, terms: terms({ everyMonths }) }).map(({ number }) => number)).toEqual(
      Array.from({ length: count + 1 }, (_, index) => index),
    ),
  );

  it('is due on the same day of each month, or on its last where it has no such day', () =>
    expect(
      scheduleOf({
        terms: terms({ initialContributionDue: '2027-08-31', firstInstalmentDue: '2027-09-30', everyMonths: 1 }),
        concludedOn: '2027-08-30',
      })
        .slice(0, 3)
        .concat(
          scheduleOf({
            terms: terms({ initialContributionDue: '2027-09-30', firstInstalmentDue: '2027-10-31' }),
            concludedOn: '2027-09-30',
          }),
        )
        .map(({ dueOn }) => dueOn),
    ).toEqual([
      '2027-08-31',
      '2027-09-30',
      '2027-10-30',
      '2027-09-30',
      '2027-10-31',
      '2027-11-30',
      '2027-12-31',
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
      '2028-04-30',
      '2028-05-31',
      '2028-06-30',
      '2028-07-31',
      '2028-08-31',
      '2028-09-30',
    ]));

  it.each([
    ['begins on the day of the offer at the earliest', '2025-03-20', '2025-04-01', null],
    ['does not begin before the offer', '2025-03-19', '2025-04-01', 'instalment-days-out-of-term'],
    ['has the contribution before the instalments', '2025-04-01', '2025-04-01', 'instalment-days-out-of-term'],
    ['may end with the year that is counted from the conclusion', '2025-04-01', '2025-05-01', null],
    ['does not end later', '2025-04-01', '2025-05-02', 'instalment-days-out-of-term'],
  ])('%s', (_, initialContributionDue, firstInstalmentDue, code) =>
    expect(codeOf(() => scheduleOf({ terms: terms({ initialContributionDue, firstInstalmentDue }) }))).toBe(code),
  );

  it('leaves at least a tiyn for each instalment', () => {
    const initialContribution = 1_000;
    expect(codeOf(() => scheduleOf({ price: 1_011, initialContribution }))).toBe('instalments-too-small');
    expect(scheduleOf({ price: 1_012, initialContribution }).at(-1)?.amount).toBe(1);
  });

  it('says what would be left, and between which days it would have to lie', () => {
    const factsOf = (changes: Parameters<typeof scheduleOf>[0]) => refusalOf(() => scheduleOf(changes))?.facts;
    expect(factsOf({ price: 1_011, initialContribution: 1_000 })).toEqual({ rest: '0.11', instalments: 12 });
    expect(factsOf({ terms: terms({ firstInstalmentDue: '2025-05-02' }) })).toEqual({
      concludedOn: '2025-04-01',
      last: '2026-04-02',
      end: '2026-04-01',
    });
    expect(factsOf({ terms: terms({ firstInstalmentDue: '2025-04-01' }) })).toEqual({
      offeredOn: '2025-03-20',
      initialContributionDue: '2025-04-01',
      firstInstalmentDue: '2025-04-01',
      end: '2026-04-01',
    });
  });

  it('adds up to the price and never falls back in time, whatever is asked for', () =>
    fc.assert(
      fc.property(anySchedule, ({ price, schedule }) => {
        expect(schedule.reduce((sum, { amount }) => sum + amount, 0)).toBe(price);
        const days = schedule.map(({ dueOn }) => dueOn);
        expect(days).toEqual(days.toSorted());
        const [, ...equal] = schedule.map(({ amount }) => amount).slice(0, -1);
        expect(new Set(equal).size).toBeLessThanOrEqual(1);
      }),
    ));
});

const example: DecreeParameters = {
  ...appendix2,
  longerAbove: { residualValue: 1_500_000_000, years: 15 },
  minInitialContributionPct: 10,
};

describe('the limits of instalments (R-98, Appendix 2)', () => {
  const fifteenMillion = 1_500_000_000;

  it.each([
    ['as asked for', 10, 1_000, appendix2, 10],
    ['no more than the ten years of Appendix 2', 11, 1_000, appendix2, 10],
    ['no more than ten at the residual value itself', 15, fifteenMillion, example, 10],
    ['fifteen above it, where an act says so', 15, fifteenMillion + 1, example, 15],
    ['fewer, where fewer are asked for', 12, fifteenMillion + 1, example, 12],
  ])('grant the years %s', (_, ...limits) => {
    const [years, price, decree, granted] = limits;
    expect(yearsGranted(price, { years }, decree)).toBe(granted);
  });

  it.each([
    [appendix2, 1_000, 300, null],
    [appendix2, 1_000, 299, 'initial-contribution-too-small'],
    [example, 1_000, 100, null],
    [example, 1_000, 99, 'initial-contribution-too-small'],
    [example, 1_000, 999, null],
    [example, 1_000, 1_000, 'initial-contribution-not-a-part'],
    // Exact where a hundredfold is not.
    [appendix2, Number.MAX_SAFE_INTEGER, 2_702_159_776_422_298, null],
    [appendix2, Number.MAX_SAFE_INTEGER, 2_702_159_776_422_297, 'initial-contribution-too-small'],
  ])('of %j, price %i, contribution %i: %s', (decree, price, initialContribution, code) =>
    expect(codeOf(() => assertShare(price, { initialContribution }, decree))).toBe(code),
  );

  it('are told where they are not kept', () => {
    const factsOf = (initialContribution: number) =>
      refusalOf(() => assertShare(1_000, { initialContribution }, appendix2))?.facts;
    expect(factsOf(299)).toEqual({ initialContribution: '2.99', price: '10.00', percent: 30 });
    expect(factsOf(1_001)).toEqual({ initialContribution: '10.01', price: '10.00' });
  });
});

describe('the conclusion of an agreement on instalments (R-98, Appendix 2)', () => {
  const yearly = (first: number, count: number): readonly Instalment[] =>
    Array.from({ length: count + 1 }, (_, number) => ({
      number,
      dueOn: number === 0 ? `${first}-04-10` : `${first + number - 1}-05-10`,
      amount: 1,
    }));

  it('is not that of 10 April 2023 where ten yearly instalments begin in 2032', () =>
    expect(
      refusalOf(() => assertConcludable({ schedule: yearly(2032, 10), years: 10, decree: appendix2 }, '2023-04-10')),
    ).toMatchObject({
      code: 'instalment-days-out-of-term',
      rule: 'R-98',
      facts: { concludedOn: '2023-04-10', last: '2041-05-10', end: '2033-04-10' },
    }));

  it('leaves the last instalment until the end of the years, counted from it', () => {
    const agreed = { schedule: yearly(2023, 10), years: 10, decree: appendix2 };
    expect(codeOf(() => assertConcludable(agreed, '2022-05-10'))).toBeNull();
    expect(codeOf(() => assertConcludable(agreed, '2022-05-09'))).toBe('instalment-days-out-of-term');
  });

  it('leaves the initial contribution for as many days as an act says, where one does', () => {
    const on = (concludedOn: string, initialContributionDays: number | null) =>
      refusalOf(() =>
        assertConcludable({ schedule: yearly(2023, 1), years: 10, decree: { initialContributionDays } }, concludedOn),
      );
    expect(on('2023-03-11', 30)).toBeNull();
    expect(on('2023-03-10', 30)).toMatchObject({
      code: 'initial-contribution-too-late',
      facts: { concludedOn: '2023-03-10', initial: '2023-04-10', latest: '2023-04-09' },
    });
    expect(on('2023-01-01', null)).toBeNull();
  });
});

describe('payments against a schedule', () => {
  it('are matched to the tiyn, each instalment completed once, whatever is paid', () =>
    fc.assert(
      fc.property(
        anySchedule,
        fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1 }),
        ({ schedule }, amounts) => {
          let before = 0;
          const allocations = amounts.flatMap((amount) => {
            const parts = allocated(schedule, { before, amount, paidOn: '2025-05-01' });
            before += amount;
            return parts;
          });
          for (const { number, amount } of schedule) {
            const parts = allocations.filter((part) => part.number === number);
            const paid = parts.reduce((sum, part) => sum + part.amount, 0);
            expect(paid).toBe(Math.min(amount, Math.max(before - paidBefore(schedule, number), 0)));
            expect(parts.filter(({ completes }) => completes)).toHaveLength(paid === amount ? 1 : 0);
          }
          const numbers = allocations.map(({ number }) => number);
          expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
        },
      ),
    ));

  it('are late from the day after the instalment was due', () => {
    const on = (paidOn: string) => allocated(scheduleOf(), { before: 0, amount: 1, paidOn })[0]?.late;
    expect([on('2025-04-01'), on('2025-04-02')]).toEqual([false, true]);
  });
});

const paidBefore = (schedule: readonly Instalment[], number: number): number =>
  schedule.filter((instalment) => instalment.number < number).reduce((sum, { amount }) => sum + amount, 0);

const anySchedule = fc
  .record({
    contribution: fc.integer({ min: 1, max: 2_000 }),
    rest: fc.integer({ min: 180, max: 10_000 }),
    years: fc.integer({ min: 1, max: 15 }),
    everyMonths: fc.constantFrom(1 as const, 3 as const, 6 as const, 12 as const),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .map(({ contribution, rest, years, everyMonths, day }) => ({
    price: contribution + rest,
    schedule: instalmentSchedule({
      price: contribution + rest,
      years,
      initialContribution: contribution,
      terms: {
        initialContributionDue: '2025-12-31',
        firstInstalmentDue: `2026-01-${String(day).padStart(2, '0')}`,
        everyMonths,
      },
      offeredOn: '2025-12-31',
      concludedOn: '2026-01-31',
      decree: appendix2,
    }),
  }));
