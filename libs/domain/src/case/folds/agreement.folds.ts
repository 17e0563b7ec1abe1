import type { AgreementEvent } from '../case.events.js';
import type { CaseState } from '../case.state.js';
import { type DataOf, type Folds, latest, step } from './fold.js';

const agreementSigned = (state: CaseState, data: DataOf<'AgreementSigned'>): CaseState => {
  const signedOn = { ...state.agreement?.signedOn, [data.party]: data.signedOn };
  const agreement = state.agreement && { ...state.agreement, signedOn };
  if (!data.concludesAgreement) return { ...state, agreement };
  return {
    ...state,
    agreement,
    status: 'AGREEMENT_CONCLUDED',
    dates: { ...state.dates, AgreementSigned: latest(Object.values(signedOn)) },
  };
};

const paymentReceived = (state: CaseState, data: DataOf<'PaymentReceived'>): CaseState => {
  const lastPaidOn = latest([data.paidOn, state.payment?.lastPaidOn ?? data.paidOn]);
  return {
    ...state,
    payment: {
      paid: (state.payment?.paid ?? 0) + data.amount,
      outstanding: data.outstanding,
      overpaid: data.overpaid,
      lastPaidOn,
    },
    dates: data.outstanding === 0 ? { ...state.dates, PaymentReceived: lastPaidOn } : state.dates,
  };
};

/** The agreement and its payment. */
export const agreementFolds: Folds<AgreementEvent> = {
  AgreementOffered: (state, { at, agreementNumber, price, medium, schedule, offeredOn, paperNotice }) => ({
    ...step(state, 'AGREEMENT_OFFERED', at, { AgreementOffered: offeredOn }),
    agreement: { agreementNumber, price, medium, schedule, paperNotice, signedOn: {} },
  }),
  AgreementSigned: agreementSigned,
  PaymentReceived: paymentReceived,
};
