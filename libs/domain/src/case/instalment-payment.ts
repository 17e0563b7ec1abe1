import type { PaymentReceived } from './case.events.js';
import type { Instalment, LocalDate, Tiyn } from './case.types.js';

type Paid = Readonly<{
  /** Paid before this payment. */
  before: Tiyn;
  amount: Tiyn;
  paidOn: LocalDate;
}>;

/**
 * What of a payment goes to which instalment (R-98, A18): the earliest that is not paid comes first, whatever day it is
 * due, in the order in which payments are entered. What is over when all is paid goes to none. `late` speaks of this
 * part of the instalment.
 */
export const allocated = (
  schedule: readonly Instalment[],
  { before, amount, paidOn }: Paid,
): PaymentReceived['data']['allocations'] => {
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
