import { localDateOf } from '../../calendar/zones.js';
import { amountShown, isAmount } from '../../money/money.js';
import { refuse } from '../../refusals/refuse.js';
import type { RecordPayment } from '../case.commands.js';
import type { CaseEvent } from '../case.events.js';
import type { SubmittedCase } from '../case.state.js';
import type { Tiyn } from '../case.types.js';

/**
 * The recipient has paid to the local budget (R-36, para 8). What is short or over is kept exactly; the payment that
 * completes the price closes the case.
 */
export const recordPayment = (command: RecordPayment, state: SubmittedCase): readonly CaseEvent[] => {
  const { at, amount, paidOn, reference } = command;
  const { agreement, payment, dates } = state;
  const concludedOn = dates.AgreementSigned;
  if (agreement === null || concludedOn === undefined)
    throw refuse('agreement-not-concluded', { status: state.status });
  assertPaidBetween(concludedOn, localDateOf(command.enteredAt, state.application.zone), paidOn);
  const paid = addExactly(payment?.paid ?? 0, amount);

  const outstanding = Math.max(agreement.price - paid, 0);
  const overpaid = Math.max(paid - agreement.price, 0);
  const received = { type: 'PaymentReceived', data: { at, amount, paidOn, reference, outstanding, overpaid } } as const;
  return outstanding > 0 ? [received] : [received, { type: 'CaseClosed', data: { at, outcome: 'PAID' } }];
};

const addExactly = (paid: Tiyn, amount: Tiyn): Tiyn => {
  if (!isAmount(amount) || amount === 0) throw refuse('amount-not-positive', { amount: amountShown(amount) });
  if (!isAmount(paid + amount)) throw refuse('amount-too-large', { amount: amountShown(amount) });
  return paid + amount;
};

const assertPaidBetween = (concludedOn: string, enteredOn: string, paidOn: string): void => {
  if (paidOn > enteredOn) throw refuse('paid-in-future', { paidOn, enteredOn });
  if (paidOn < concludedOn) throw refuse('paid-before-agreement', { paidOn, concludedOn });
};
