import { Temporal } from 'temporal-polyfill/implementation';
import { amountShown } from '../money/money.js';
import { refuse } from '../refusals/refuse.js';
import { decreeParametersFor } from '../rulebook/decree-parameters.js';
import type { InstalmentTerms } from './case.commands.js';
import type { PaymentReceived } from './case.events.js';
import type { Instalment, LocalDate, Tiyn } from './case.types.js';

type Asked = Readonly<{ years: number; initialContribution: Tiyn }>;
type Offer = Readonly<{ price: Tiyn; asked: Asked; terms: InstalmentTerms; offeredOn: LocalDate }>;

/**
 * What is to be paid when (R-98, Appendix 2; A18): the initial contribution as number 0, then equal amounts every so
 * many months for the years asked for, what division leaves over in the last. A day that a month does not have is its
 * last day.
 */
export const instalmentSchedule = (offer: Offer): readonly Instalment[] => {
  assertDays(offer);
  const { price, asked, terms } = offer;
  const rest = price - asked.initialContribution;
  const count = countOf(offer);
  const amounts = sharedOut(rest, count);
  if (amounts[0] === 0) throw refuse('instalments-too-small', { rest: amountShown(rest), instalments: count });

  return [
    { number: 0, dueOn: terms.initialContributionDue, amount: asked.initialContribution },
    ...amounts.map((amount, index) => ({
      number: index + 1,
      dueOn: monthsAfter(terms.firstInstalmentDue, index * terms.everyMonths),
      amount,
    })),
  ];
};

/** Equal amounts, what division leaves over in the last (A18). */
export const sharedOut = (rest: Tiyn, count: number): readonly Tiyn[] => {
  const each = Math.floor(rest / count);
  return Array.from({ length: count }, (_, index) => (index + 1 < count ? each : rest - each * (count - 1)));
};

/**
 * Instalments within the limits of Appendix 2 and the Decree as they stood on the day of acceptance: a number of
 * whole years, not more than for a dwelling of this value; a first contribution of at least so many per cent, in exact
 * integers, and less than the price.
 */
export const assertWithinDecree = (price: Tiyn, { years, initialContribution }: Asked, acceptedOn: LocalDate): void => {
  const { maxInstalmentYears, longerAbove, minInitialContributionPct } = decreeParametersFor(acceptedOn);
  const most = longerAbove !== null && price > longerAbove.residualValue ? longerAbove.years : maxInstalmentYears;
  if (!Number.isInteger(years) || years < 1 || years > most)
    throw refuse('instalment-years-not-allowed', { years, most });
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
  const inOrder = payments.toSorted(
    (one, other) => Number(one.paidOn > other.paidOn) - Number(one.paidOn < other.paidOn),
  );
  const made = new Map(
    inOrder.map((payment) => {
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

/** Paid in this order, after the offer, and all of it within the years from the initial contribution on. */
const assertDays = (offer: Offer): void => {
  const { asked, terms, offeredOn } = offer;
  const { initialContributionDue, firstInstalmentDue, everyMonths } = terms;
  const last = monthsAfter(firstInstalmentDue, (countOf(offer) - 1) * everyMonths);
  const end = monthsAfter(initialContributionDue, asked.years * 12);
  if (offeredOn > initialContributionDue || initialContributionDue >= firstInstalmentDue || last > end) {
    throw refuse('instalment-days-out-of-term', { offeredOn, initialContributionDue, firstInstalmentDue, last, end });
  }
};

const countOf = ({ asked, terms }: Offer): number => (asked.years * 12) / terms.everyMonths;

const monthsAfter = (date: LocalDate, months: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }).toString();
