import { localDateOf } from '../../calendar/zones.js';
import { amountShown, isAmount } from '../../money/money.js';
import { refuse } from '../../refusals/refuse.js';
import type { CaseEvent } from '../case.events.js';
import type { SubmittedCase } from '../case.state.js';
import type { LocalDate, Tiyn } from '../case.types.js';
import { allocated } from '../instalments.js';
import type { Step } from '../step.js';

/**
 * The recipient has paid to the local budget (R-36, R-37, para 8), nothing where it is gratuitous. What is short
 * or over is kept exactly, and matched to the schedule where there is one; the payment that completes the price closes
 * the case.
 */
export const recordPayment: Step<'RecordPayment'> = {
  gate: (state) => {
    const { form } = state.application;
    if (form === 'GRATUITOUS') throw refuse('gratuitous-not-paid', { form });
    if (state.status !== 'AGREEMENT_CONCLUDED') throw refuse('agreement-not-concluded', { status: state.status });
  },
  decide: (command, state) => {
    const { at, amount, paidOn, reference } = command;
    assertPaidBetween(state.dates.AgreementSigned, localDateOf(command.enteredAt, state.application.zone), paidOn);
    const before = state.payment?.paid ?? 0;
    const paid = addExactly(before, amount);
    const price = priceOf(state);

    const outstanding = Math.max(price - paid, 0);
    const overpaid = Math.max(paid - price, 0);
    const allocations = allocated(state.agreement?.schedule ?? [], { before, amount, paidOn });
    const received: CaseEvent = {
      type: 'PaymentReceived',
      data: { at, amount, paidOn, reference, outstanding, overpaid, allocations },
    };
    return outstanding > 0 ? [received] : [received, { type: 'CaseClosed', data: { at, outcome: 'PAID' } }];
  },
};

const priceOf = ({ agreement }: SubmittedCase): Tiyn => agreement?.price ?? 0;

const addExactly = (paid: Tiyn, amount: Tiyn): Tiyn => {
  if (!isAmount(amount) || amount === 0) throw refuse('amount-not-positive', { amount: amountShown(amount) });
  if (!isAmount(paid + amount)) throw refuse('amount-too-large', { amount: amountShown(amount) });
  return paid + amount;
};

const assertPaidBetween = (concludedOn: LocalDate | undefined, enteredOn: LocalDate, paidOn: LocalDate): void => {
  if (paidOn > enteredOn) throw refuse('paid-in-future', { paidOn, enteredOn });
  if (concludedOn !== undefined && paidOn < concludedOn) throw refuse('paid-before-agreement', { paidOn, concludedOn });
};
