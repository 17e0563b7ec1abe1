import type { AgreementEvent } from '../case.events.js';
import type { CaseState } from '../case.state.js';
import type { InstantString, LocalDate, Tiyn } from '../case.types.js';
import { type DataOf, type Folds, latest, step } from './fold.js';

const agreementSigned = (state: CaseState, data: DataOf<'AgreementSigned'>): CaseState => {
  const signedOn = { ...state.agreement?.signedOn, [data.party]: data.signedOn };
  const agreement = state.agreement && { ...state.agreement, signedOn };
  if (!data.concludesAgreement) return { ...state, agreement };
  const concludedOn = latest(Object.values(signedOn));
  return {
    ...state,
    agreement,
    status: 'AGREEMENT_CONCLUDED',
    dates: { ...state.dates, AgreementSigned: concludedOn, ...(isPaid(state) && { PaymentReceived: concludedOn }) },
  };
};

/** Where the case was decided anew, what had been paid by then counts for the new agreement. */
const isPaid = ({ payment }: CaseState): boolean => payment !== null && payment.outstanding === 0;

const atPrice = (payment: CaseState['payment'], price: Tiyn): CaseState['payment'] =>
  payment && {
    ...payment,
    outstanding: Math.max(price - payment.paid, 0),
    overpaid: Math.max(payment.paid - price, 0),
  };

const paymentReceived = (
  state: CaseState,
  { paidOn, amount, outstanding }: DataOf<'PaymentReceived'>,
  enteredAt: InstantString,
  revision: number,
): CaseState => {
  const received = [...(state.payment?.received ?? []), { revision, paidOn, amount, enteredAt, reversed: false }];
  return withPayments(state, received, (state.payment?.paid ?? 0) + amount + outstanding);
};

const paymentReversed = (state: CaseState, { payment }: DataOf<'PaymentReversed'>): CaseState => {
  const received = (state.payment?.received ?? []).map((one) =>
    one.revision === payment ? { ...one, reversed: true } : one,
  );
  return withPayments(state, received, 0);
};

type Received = NonNullable<CaseState['payment']>['received'];

/** By the days of payment, in whatever order they are entered; `told` is the price where no agreement says it. */
const withPayments = (state: CaseState, received: Received, told: Tiyn): CaseState => {
  const days = paidDays(received.filter(({ reversed }) => !reversed));
  const paid = Object.values(days).reduce((sum, amount) => sum + amount, 0);
  const price = state.agreement?.price ?? told;
  const outstanding = Math.max(price - paid, 0);
  const { PaymentReceived: _completeOn, ...dates } = state.dates;
  return {
    ...state,
    payment: {
      paid,
      outstanding,
      overpaid: Math.max(paid - price, 0),
      lastPaidOn: paid === 0 ? null : latest(Object.keys(days)),
      days,
      received,
    },
    dates: outstanding === 0 ? { ...dates, PaymentReceived: completeOn(days, price) } : dates,
  };
};

type PaidDays = Readonly<Record<LocalDate, Tiyn>>;

const paidDays = (payments: Received): PaidDays => {
  const days: Record<LocalDate, Tiyn> = {};
  for (const { paidOn, amount } of payments) days[paidOn] = (days[paidOn] ?? 0) + amount;
  return days;
};

/** The day on which what had been paid came to the price. */
const completeOn = (days: PaidDays, price: Tiyn): LocalDate => {
  let paid = 0;
  const inOrder = Object.entries(days).toSorted(([one], [other]) => (one < other ? -1 : 1));
  for (const [day, amount] of inOrder) {
    paid += amount;
    if (paid >= price) return day;
  }
  return latest(Object.keys(days));
};

/** The agreement and its payment. */
export const agreementFolds: Folds<AgreementEvent> = {
  AgreementOffered: (state, { at, agreementNumber, price, medium, schedule, years, offeredOn, paperNotice }) => ({
    ...step(state, 'AGREEMENT_OFFERED', at, { AgreementOffered: offeredOn }),
    agreement: { agreementNumber, price, medium, schedule, years, paperNotice, signedOn: {} },
    payment: atPrice(state.payment, price),
  }),
  AgreementSigned: agreementSigned,
  PaymentReceived: paymentReceived,
  PaymentReversed: paymentReversed,
};
