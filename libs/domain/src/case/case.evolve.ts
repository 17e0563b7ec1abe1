import type { CaseEvent } from './case.events.js';
import type { LocalDate } from './case.types.js';
import type { CaseState } from './case.state.js';

/**
 * Folds a fact into a case. Never throws and never objects: what happened happened; types it does not know change
 * nothing.
 */
export const evolveCase = (state: CaseState, event: CaseEvent): CaseState => {
  if (!Object.hasOwn(folds, event.type)) return state;
  const fold: (state: CaseState, data: never) => CaseState = folds[event.type];
  // The table holds for each type the fold of that type's data, which the compiler cannot follow through an index.
  return fold(state, event.data as never);
};

type DataOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>['data'];

const applicationSubmitted = (state: CaseState, data: DataOf<'ApplicationSubmitted'>): CaseState => ({
  ...state,
  status: 'SUBMITTED',
  reachedAt: data.at,
  dates: { ...state.dates, ApplicationSubmitted: data.acceptedOn },
  application: {
    caseId: data.caseId,
    officeId: data.officeId,
    zone: data.zone,
    rulebook: data.rulebook,
    rulebookNotice: data.rulebookNotice,
    channel: data.channel,
    medium: data.medium,
    form: data.form,
    route: data.route,
    claims: data.claims,
    acceptedOn: data.acceptedOn,
    registrationDue: data.registrationDue,
    resultDue: data.resultDue,
    adultsWithoutConsent: data.adultsWithoutConsent,
    submittedAt: data.at,
    acceptance: data.acceptance,
    paymentMode: data.payment.mode,
    dwellingId: data.dwelling.dwellingId,
    documents: data.documents.map(({ type, expiresOn }) => ({ type, expiresOn })),
  },
});

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

const latest = (dates: readonly LocalDate[]): LocalDate =>
  dates.reduce((one, other) => (one > other ? one : other), '');

const folds: { readonly [T in CaseEvent['type']]: (state: CaseState, data: DataOf<T>) => CaseState } = {
  ApplicationSubmitted: applicationSubmitted,
  ReceiptIssued: (state, { at, receiptNumber }) => ({ ...state, reachedAt: at, receiptNumber }),
  DocumentsDelivered: (state, { at, deliveryNumber, deliveredOn }) => ({
    ...state,
    reachedAt: at,
    deliveryNumber,
    dates: { ...state.dates, DocumentsDelivered: deliveredOn },
  }),
  ApplicationRegistered: (state, { at, registrationNumber, registeredOn }) => ({
    ...state,
    status: 'REGISTERED',
    reachedAt: at,
    registrationNumber,
    dates: { ...state.dates, ApplicationRegistered: registeredOn },
  }),
  CompletenessConfirmed: (state, { at, confirmedOn, confirmedBy }) => ({
    ...state,
    status: 'COMPLETE',
    reachedAt: at,
    examiners: [...state.examiners, confirmedBy],
    dates: { ...state.dates, CompletenessConfirmed: confirmedOn },
  }),
  ApplicationRejected: (state, { at, rejectedOn, defects }) => ({
    ...state,
    status: 'REJECTED',
    reachedAt: at,
    defects: defects.map(({ kind, documentType }) => ({ kind, documentType })),
    dates: { ...state.dates, ApplicationRejected: rejectedOn },
  }),
  ComplianceReviewed: (state, { at, examinedBy }) => ({
    ...state,
    status: 'EXAMINED',
    reachedAt: at,
    examiners: [...state.examiners, examinedBy],
  }),
  CommissionFormed: (state, { at, kind, members, chairId, secretaryId }) => ({
    ...state,
    status: 'COMMISSION_FORMED',
    reachedAt: at,
    commission: { kind, memberIds: members.map(({ memberId }) => memberId), chairId, secretaryId },
  }),
  CommissionDecided: (state, { at, outcome, decidedOn, priceBasis }) => ({
    ...state,
    status: 'DECIDED',
    reachedAt: at,
    decision: { outcome, residualValue: priceBasis?.residualValue ?? null, decisionNumber: null },
    dates: { ...state.dates, CommissionDecided: decidedOn },
  }),
  DecisionSigned: (state, { at, decisionNumber, signedOn }) => ({
    ...state,
    status: 'DECISION_SIGNED',
    reachedAt: at,
    decision: state.decision && { ...state.decision, decisionNumber },
    dates: { ...state.dates, DecisionSigned: signedOn },
  }),
  RightsInformationReceived: (state, { receivedOn }) => ({
    ...state,
    dates: { ...state.dates, RightsInformationReceived: receivedOn },
  }),
  AgreementOffered: (state, { at, agreementNumber, price, medium, offeredOn, paperNotice }) => ({
    ...state,
    status: 'AGREEMENT_OFFERED',
    reachedAt: at,
    agreement: { agreementNumber, price, medium, paperNotice, signedOn: {} },
    dates: { ...state.dates, AgreementOffered: offeredOn },
  }),
  AgreementSigned: agreementSigned,
  PaymentReceived: paymentReceived,
  CaseClosed: (state, { outcome }) => ({ ...state, status: outcome, outcome }),
};
