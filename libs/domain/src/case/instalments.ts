import { Temporal } from 'temporal-polyfill/implementation';
import { amountShown } from '../money/money.js';
import { refuse } from '../refusals/refuse.js';
import type { DecreeParameters } from '../rulebook/decree-parameters.js';
import type { InstalmentTerms } from './case.commands.js';
import type { PaymentReceived } from './case.events.js';
import type { Instalment, LocalDate, Tiyn } from './case.types.js';

type Asked = Readonly<{ years: number; initialContribution: Tiyn }>;
type Offer = Readonly<{
  price: Tiyn;
  initialContribution: Tiyn;
  /** Over how many years it is paid. */
  years: number;
  terms: InstalmentTerms;
  offeredOn: LocalDate;
  /** The latest day on which the agreement is concluded in time. */
  concludedOn: LocalDate;
  decree: DecreeParameters;
}>;

/**
 * What is to be paid when (R-98, Appendix 2; A18): the initial contribution as number 0, then equal amounts every so
 * many months for the years granted, what division leaves over in the last. A day that a month does not have is its
 * last day.
 */
export const instalmentSchedule = (offer: Offer): readonly Instalment[] => {
  assertOrder(offer);
  const { price, initialContribution, terms, years, decree, concludedOn } = offer;
  const rest = price - initialContribution;
  const count = countOf(offer);
  const amounts = sharedOut(rest, count);
  if (amounts[0] === 0) throw refuse('instalments-too-small', { rest: amountShown(rest), instalments: count });

  const schedule = [
    { number: 0, dueOn: terms.initialContributionDue, amount: initialContribution },
    ...amounts.map((amount, index) => ({
      number: index + 1,
      dueOn: monthsAfter(terms.firstInstalmentDue, index * terms.everyMonths),
      amount,
    })),
  ];
  assertConcludable({ schedule, years, decree }, concludedOn);
  return schedule;
};

/** Equal amounts, what division leaves over in the last (A18). */
export const sharedOut = (rest: Tiyn, count: number): readonly Tiyn[] => {
  const each = Math.floor(rest / count);
  return Array.from({ length: count }, (_, index) => (index + 1 < count ? each : rest - each * (count - 1)));
};

/**
 * Over how many years a price is paid (R-98, Appendix 2): those asked for, which were judged when the application was filed, but not more
 * than the parameters grant for this residual value.
 */
export const yearsGranted = (
  price: Tiyn,
  { years }: Pick<Asked, 'years'>,
  { maxInstalmentYears, longerAbove }: DecreeParameters,
): number =>
  Math.min(years, longerAbove !== null && price > longerAbove.residualValue ? longerAbove.years : maxInstalmentYears);

/** A first contribution of at least so many per cent of the price (R-98, Appendix 2), in exact integers, and less than the price. */
export const assertShare = (
  price: Tiyn,
  { initialContribution }: Pick<Asked, 'initialContribution'>,
  { minInitialContributionPct }: Pick<DecreeParameters, 'minInitialContributionPct'>,
): void => {
  // Integers without a limit: a hundred times the largest amount is beyond the exact ones.
  if (BigInt(initialContribution) * 100n < BigInt(minInitialContributionPct) * BigInt(price)) {
    throw refuse('initial-contribution-too-small', {
      initialContribution: amountShown(initialContribution),
      price: amountShown(price),
      percent: minInitialContributionPct,
    });
  }
  if (initialContribution >= price) {
    throw refuse('initial-contribution-not-a-part', {
      initialContribution: amountShown(initialContribution),
      price: amountShown(price),
    });
  }
};

/** An agreement on instalments, as far as its conclusion limits its days. */
type Agreed = Readonly<{
  schedule: readonly Instalment[];
  years: number;
  decree: Pick<DecreeParameters, 'initialContributionDays'>;
}>;

/**
 * The last instalment falls within the years, counted from the conclusion of the agreement, and the initial contribution on a day that the
 * parameters allow (R-98, Appendix 2; A18).
 */
export const assertConcludable = ({ schedule, years, decree }: Agreed, concludedOn: LocalDate): void => {
  const [initial, last] = [schedule.at(0)?.dueOn ?? '', schedule.at(-1)?.dueOn ?? ''];
  const end = endOf(years, concludedOn);
  if (last > end) throw refuse('instalment-days-out-of-term', { concludedOn, last, end });
  if (decree.initialContributionDays === null) return;
  const latest = daysAfter(concludedOn, decree.initialContributionDays);
  if (initial > latest) throw refuse('initial-contribution-too-late', { concludedOn, initial, latest });
};

const endOf = (years: number, concludedOn: LocalDate): LocalDate => monthsAfter(concludedOn, years * 12);

type Paid = Readonly<{
  /** Paid before this payment. */
  before: Tiyn;
  amount: Tiyn;
  paidOn: LocalDate;
}>;

/** What of a payment goes to which instalment. */
type Allocations = PaymentReceived['data']['allocations'];

/**
 * What of each payment goes to which instalment, in the order of the days of payment, whatever the order of entry: the payments as
 * they are known now. Given and answered in the order of entry.
 */
export const allocationsOf = (
  schedule: readonly Instalment[],
  payments: readonly Omit<Paid, 'before'>[],
): readonly Allocations[] => {
  let before = 0;
  const made = new Map(
    inOrderOfDays(payments).map((payment) => {
      const allocations = allocated(schedule, { before, ...payment });
      before += payment.amount;
      return [payment, allocations];
    }),
  );
  return payments.map((payment) => made.get(payment) ?? []);
};

/**
 * What of one payment goes to which instalment (R-98, A18): the earliest that is not paid comes first, whatever day it is
 * due. What is over when all is paid goes to none. `late` speaks of this
 * part of the instalment.
 */
export const allocated = (schedule: readonly Instalment[], { before, amount, paidOn }: Paid): Allocations => {
  const allocations: { number: number; amount: Tiyn; completes: boolean; late: boolean }[] = [];
  const after = before + amount;
  let owedBefore = 0;
  for (const { number, amount: owed, dueOn } of schedule) {
    const owedWith = owedBefore + owed;
    const part = Math.min(after, owedWith) - Math.max(before, owedBefore);
    if (part > 0) allocations.push({ number, amount: part, completes: after >= owedWith, late: paidOn > dueOn });
    owedBefore = owedWith;
  }
  return allocations;
};

/** The day on which what had been paid came to each amount of a schedule, by the days of payment; null until then. */
export const completedOn = (
  schedule: readonly Instalment[],
  payments: readonly Omit<Paid, 'before'>[],
): readonly (LocalDate | null)[] => {
  const inOrder = inOrderOfDays(payments);
  let [owed, paid, next] = [0, 0, 0];
  return schedule.map(({ amount }) => {
    owed += amount;
    for (; paid < owed && next < inOrder.length; next += 1) paid += inOrder[next]?.amount ?? 0;
    return paid >= owed ? (inOrder[next - 1]?.paidOn ?? null) : null;
  });
};

const inOrderOfDays = <Payment extends Pick<Paid, 'paidOn'>>(payments: readonly Payment[]): readonly Payment[] =>
  payments.toSorted((one, other) => Number(one.paidOn > other.paidOn) - Number(one.paidOn < other.paidOn));

/** Paid in this order, after the offer. */
const assertOrder = ({ terms, offeredOn, years, concludedOn }: Offer): void => {
  const { initialContributionDue, firstInstalmentDue } = terms;
  if (offeredOn <= initialContributionDue && initialContributionDue < firstInstalmentDue) return;
  const end = endOf(years, concludedOn);
  throw refuse('instalment-days-out-of-term', { offeredOn, initialContributionDue, firstInstalmentDue, end });
};

const countOf = ({ years, terms }: Offer): number => (years * 12) / terms.everyMonths;

const monthsAfter = (date: LocalDate, months: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }).toString();

const daysAfter = (date: LocalDate, days: number): LocalDate => Temporal.PlainDate.from(date).add({ days }).toString();
