import type { AgreementEvent } from '../case.events.js';
import type { CaseState } from '../case.state.js';
import type { LocalDate, Tiyn } from '../case.types.js';
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

/** By the days of payment, in whatever order they are entered. */
const paymentReceived = (state: CaseState, data: DataOf<'PaymentReceived'>): CaseState => {
  const days = withPaid(state.payment?.days ?? {}, data);
  const paid = Object.values(days).reduce((sum, amount) => sum + amount, 0);
  const price = state.agreement?.price ?? paid + data.outstanding;
  const outstanding = Math.max(price - paid, 0);
  return {
    ...state,
    payment: { paid, outstanding, overpaid: Math.max(paid - price, 0), lastPaidOn: latest(Object.keys(days)), days },
    dates: outstanding === 0 ? { ...state.dates, PaymentReceived: completeOn(days, price) } : state.dates,
  };
};

type PaidDays = Readonly<Record<LocalDate, Tiyn>>;

const withPaid = (days: PaidDays, { paidOn, amount }: DataOf<'PaymentReceived'>): PaidDays => ({
  ...days,
  [paidOn]: (days[paidOn] ?? 0) + amount,
});

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
  AgreementOffered: (state, { at, agreementNumber, price, medium, schedule, offeredOn, paperNotice }) => ({
    ...step(state, 'AGREEMENT_OFFERED', at, { AgreementOffered: offeredOn }),
    agreement: { agreementNumber, price, medium, schedule, paperNotice, signedOn: {} },
    payment: atPrice(state.payment, price),
  }),
  AgreementSigned: agreementSigned,
  PaymentReceived: paymentReceived,
};
