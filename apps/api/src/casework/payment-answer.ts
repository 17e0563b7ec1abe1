import type { CaseDto, InstalmentDto } from '@app/contracts';
import { tengeFromTiyn } from '@app/domain';
import type { CaseFacts } from '@app/read-models';

type Agreement = NonNullable<CaseFacts['agreement']>;
type Payments = CaseFacts['payments'];

/** The agreement with amounts in tenge, its schedule with what of it is paid. */
export const agreementAnswer = (agreement: Agreement, payments: Payments): NonNullable<CaseDto['agreement']> => ({
  ...agreement,
  price: tengeFromTiyn(agreement.price),
  schedule: agreement.schedule?.map((instalment) => instalmentAnswer(instalment, payments)) ?? null,
});

/** A payment with amounts in tenge. */
export const paymentAnswer = (payment: Payments[number]): CaseDto['payments'][number] => ({
  ...payment,
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
