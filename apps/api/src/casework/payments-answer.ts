import type { Sees } from '@app/application';
import type { CaseDto, InstalmentDto } from '@app/contracts';
import { allocationsOf, keptUntil, tengeFromTiyn } from '@app/domain';
import type { CaseFacts, DutyView } from '@app/read-models';
import { shownValue } from '../http/masking.js';

type Agreement = NonNullable<CaseFacts['agreement']>;
type Payments = CaseFacts['payments'];

/** The agreement and its payments with amounts in tenge; each payment with the instalments that it went to, as payments are known now. */
export const paymentsAnswer = (
  agreement: Agreement | null,
  known: Payments,
  duties: readonly DutyView[],
  sees: Sees,
): Pick<CaseDto, 'agreement' | 'payments'> => {
  // Documents of an older version know of no reversal.
  const counted = known.filter(({ reversal }) => !reversal);
  const allocations = allocationsOf(keptUntil(agreement?.schedule ?? [], duties), counted);
  const payments = known.map((payment) => ({
    ...payment,
    ...standAfter(payment, agreement, counted),
    allocations: allocations[counted.indexOf(payment)] ?? [],
  }));
  return {
    agreement: agreement && agreementAnswer(agreement, payments),
    payments: payments.map((payment) => paymentAnswer(payment, sees)),
  };
};

/** What was still to be paid, and paid too much, after a payment: by the price and the payments as they are known, in the order of their days. */
const standAfter = (
  { paidOn, ...payment }: Payments[number],
  agreement: Agreement | null,
  counted: Payments,
): Pick<Payments[number], 'outstanding' | 'overpaid'> => {
  const { outstanding, overpaid } = payment;
  if (agreement === null) return { outstanding, overpaid };
  const inOrder = counted.toSorted((one, other) =>
    one.paidOn < other.paidOn ? -1 : Number(one.paidOn > other.paidOn),
  );
  const place = inOrder.findIndex((one) => one.revision === payment.revision);
  const until = place < 0 ? inOrder.filter((one) => one.paidOn <= paidOn) : inOrder.slice(0, place + 1);
  const paid = until.reduce((sum, { amount }) => sum + amount, 0);
  return { outstanding: Math.max(agreement.price - paid, 0), overpaid: Math.max(paid - agreement.price, 0) };
};

/** The agreement, its schedule with what of it is paid. */
const agreementAnswer = (agreement: Agreement, payments: Payments): NonNullable<CaseDto['agreement']> => ({
  ...agreement,
  price: tengeFromTiyn(agreement.price),
  schedule: agreement.schedule?.map((instalment) => instalmentAnswer(instalment, payments)) ?? null,
});

const paymentAnswer = (
  { applicantIin: _iin, reversal, ...payment }: Payments[number],
  sees: Sees,
): CaseDto['payments'][number] => ({
  ...payment,
  repeatedBecause: shownValue(payment.repeatedBecause, sees('FREE_TEXT')),
  reversal: reversal && {
    reversedOn: reversal.reversedOn,
    reason: shownValue(reversal.reason, sees('FREE_TEXT')),
    reversedBy: reversal.reversedBy,
  },
  amount: tengeFromTiyn(payment.amount),
  outstanding: tengeFromTiyn(payment.outstanding),
  overpaid: tengeFromTiyn(payment.overpaid),
  allocations: payment.allocations.map((part) => ({ ...part, amount: tengeFromTiyn(part.amount) })),
});

const instalmentAnswer = (
  { number, dueOn, amount }: NonNullable<Agreement['schedule']>[number],
  payments: Payments,
): InstalmentDto => {
  const parts = payments.flatMap(({ allocations }) => allocations).filter((part) => part.number === number);
  const paid = parts.reduce((sum, part) => sum + part.amount, 0);
  return {
    number,
    dueOn,
    amount: tengeFromTiyn(amount),
    paid: tengeFromTiyn(paid),
    outstanding: tengeFromTiyn(amount - paid),
    paidLate: parts.some(({ late }) => late),
  };
};
