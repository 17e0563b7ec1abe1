import { localDateOf } from '../../calendar/zones.js';
import { refuse } from '../../refusals/refuse.js';
import { together } from '../../refusals/together.js';
import type { ReversePayment } from '../case.commands.js';
import { evolveCase } from '../case.evolve.js';
import { isSubmitted, type SubmittedCase } from '../case.state.js';
import { applicantIinOf } from '../people.js';
import { endByPayment } from '../price-paid.js';
import { saysSomething } from '../stated.js';
import type { Step } from '../step.js';
import { assertPayable } from './record-payment.js';

/**
 * A payment came back or was never one: it counts for nothing any more, and where the price is not complete without it the
 * case opens again (R-36, para 8).
 */
export const reversePayment: Step<'ReversePayment'> = {
  whenClosed: true,
  anyTime: true,
  gate: (state) => {
    assertPayable(state);
    if (!(state.payment?.received ?? []).some(({ reversed }) => !reversed)) throw refuse('no-payment-to-reverse');
  },
  decide: (command, state) => {
    const { at, by, enteredAt, reason } = command;
    const [, { revision: payment, amount, paidOn }] = together(
      () => assertReason(reason),
      () => paymentOf(command, state),
    );
    const reversedOn = localDateOf(at, state.application.zone);
    if (reversedOn < paidOn) throw refuse('before-what-it-follows', { at, notBefore: paidOn });

    const applicantIin = applicantIinOf(state);
    const data = { at, payment, amount, paidOn, reversedOn, reason, reversedBy: by, applicantIin };
    const reversed = { type: 'PaymentReversed', data } as const;
    const after = evolveCase(state, reversed, enteredAt);
    return isSubmitted(after) ? [reversed, ...endByPayment(after, at)] : [reversed];
  },
};

const assertReason = (reason: string): void => {
  if (!saysSomething(reason)) throw refuse('reversal-without-reason');
};

const paymentOf = ({ payment }: ReversePayment, state: SubmittedCase) => {
  const found = state.payment?.received.find(({ revision }) => revision === payment);
  if (found === undefined) throw refuse('payment-not-there', { payment });
  if (found.reversed) throw refuse('payment-already-reversed', { payment });
  return found;
};
