import type { Calendars } from '../../calendar/calendars.js';
import { localDateOf } from '../../calendar/zones.js';
import { keptUntil } from '../../duties/instalment-duties.js';
import { knownDutiesOf } from '../../duties/known-duties.js';
import { amountShown, isAmount } from '../../money/money.js';
import { refuse } from '../../refusals/refuse.js';
import type { RecordPayment } from '../case.commands.js';
import { evolveCase } from '../case.evolve.js';
import { stageOf } from '../case.stage.js';
import { isSubmitted, type SubmittedCase } from '../case.state.js';
import type { Instalment, Tiyn } from '../case.types.js';
import { allocated } from '../instalments.js';
import { paidAfterAgreement, paidAsOwed, paidOnce } from '../lawful/contents-of-law.js';
import { assertLawful } from '../lawful/assert-lawful.js';
import { applicantIinOf, type KnownCase } from '../people.js';
import { endByPayment } from '../price-paid.js';
import { saysSomething } from '../stated.js';
import type { Step } from '../step.js';

/**
 * The recipient has paid to the local budget (R-36, R-37, para 8), nothing where it is gratuitous. What is short
 * is kept exactly, and matched to the schedule where there is one; what is over is taken to be returned. The payment that
 * completes the price closes the case; one entered afterwards may have been made before, and moves the day on which it was
 * complete.
 */
export const recordPayment: Step<'RecordPayment'> = {
  whenClosed: true,
  gate: (state) => assertPayable(state),
  decide: (command, state, { calendars }) => {
    const { at, enteredAt, amount, paidOn, reference } = command;
    assertPaidBetween(command, state);
    const before = state.payment?.paid ?? 0;
    const paid = addExactly(before, amount);
    const price = state.agreement?.price ?? 0;

    const outstanding = Math.max(price - paid, 0);
    const overpaid = Math.max(paid - price, 0);
    const allocations = allocated(scheduleOf(state, calendars), { before, amount, paidOn });
    const data = { at, amount, paidOn, reference, outstanding, overpaid, allocations, ...saidOf(command, state) };
    const received = { type: 'PaymentReceived', data } as const;
    const after = evolveCase(state, received, enteredAt);
    if (!isSubmitted(after)) return [received];
    assertLawful(paidOnce({ state: after }, after.history.at(-1)?.revision));
    assertLawful(paidAsOwed({ state: after }));
    return [received, ...endByPayment(after, at)];
  },
};

/** The instalments with the days until whose end each is paid in time; none where the price is paid at once. */
const scheduleOf = (state: SubmittedCase, calendars: Calendars): readonly Instalment[] => {
  const agreed = state.agreement?.schedule ?? [];
  return agreed.length === 0 ? agreed : keptUntil(agreed, knownDutiesOf(state, calendars));
};

const assertPaidBetween = ({ paidOn, enteredAt }: RecordPayment, state: SubmittedCase): void => {
  const enteredOn = localDateOf(enteredAt, state.application.zone);
  if (paidOn > enteredOn) throw refuse('paid-in-future', { paidOn, enteredOn });
  assertLawful(paidAfterAgreement({ state }, paidOn));
};

/** Something is payable, or was: of a concluded agreement that is not free of charge. */
export const assertPayable = (state: SubmittedCase): void => {
  const { status, application } = state;
  if (stageOf(state) === 'CLOSED' && status !== 'PAID') throw refuse('case-closed', { status });
  if (application.form === 'GRATUITOUS') throw refuse('gratuitous-not-paid', { form: application.form });
  if (status !== 'AGREEMENT_CONCLUDED' && status !== 'PAID') throw refuse('agreement-not-concluded', { status });
};

/** What is said beside a payment; sealed where it is said in words. */
const saidOf = ({ overpayment, repeatedBecause }: RecordPayment, state: KnownCase) =>
  saysSomething(repeatedBecause)
    ? { overpayment, repeatedBecause, applicantIin: applicantIinOf(state) }
    : { overpayment, repeatedBecause: null, applicantIin: null };

const addExactly = (paid: Tiyn, amount: Tiyn): Tiyn => {
  if (!isAmount(amount) || amount === 0) throw refuse('amount-not-positive', { amount: amountShown(amount) });
  if (!isAmount(paid + amount)) throw refuse('amount-too-large', { amount: amountShown(amount) });
  return paid + amount;
};
