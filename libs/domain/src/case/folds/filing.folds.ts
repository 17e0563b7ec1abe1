import { nominalAcceptance } from '../../calendar/acceptance.js';
import { localDateOf } from '../../calendar/zones.js';
import type { FilingEvent } from '../case.events.js';
import type { ApplicationState, CaseState } from '../case.state.js';
import type { InstantString, LocalDate, Payment } from '../case.types.js';
import { paperOf } from './completeness.folds.js';
import { type DataOf, type Folds, step } from './fold.js';

const applicationSubmitted = (state: CaseState, data: DataOf<'ApplicationSubmitted'>): CaseState => {
  const acceptedOn = data.acceptedOn ?? nominalAcceptance(data.acceptance);
  return {
    ...step(state, 'SUBMITTED', data.at, { ApplicationSubmitted: acceptedOn }),
    application: { ...asFiled(data), acceptedOn, acceptancePending: data.acceptedOn === null },
  };
};

const asFiled = (data: DataOf<'ApplicationSubmitted'>): Omit<ApplicationState, 'acceptedOn' | 'acceptancePending'> => ({
  caseId: data.caseId,
  officeId: data.officeId,
  zone: data.zone,
  rulebook: data.rulebook,
  rulebookNotice: data.rulebookNotice,
  decreeParameters: data.decreeParameters,
  channel: data.channel,
  medium: data.medium,
  form: data.form,
  route: data.route,
  claims: data.claims,
  registrationDue: data.registrationDue,
  resultDue: data.resultDue,
  adultsWithoutConsent: data.adultsWithoutConsent,
  submittedAt: data.at,
  acceptance: data.acceptance,
  acceptedFrom: null,
  paymentMode: data.payment.mode,
  instalments: instalmentsOf(data.payment),
  hasRepresentative: data.representative !== null,
  dwellingId: data.dwelling.dwellingId,
  persons: 1 + data.familyMembers.length,
  documents: data.documents.map((document) => paperOf(document, null, null)),
});

const instalmentsOf = (payment: Payment) =>
  payment.mode === 'INSTALMENTS' ? { years: payment.years, initialContribution: payment.initialContribution } : null;

/** An event says the day of acceptance where that was later: the moment says the day itself. */
const registeredFrom = ({ application }: CaseState, at: InstantString, registeredOn: LocalDate): LocalDate => {
  const day = application === null ? registeredOn : localDateOf(at, application.zone);
  return day < registeredOn ? day : registeredOn;
};

/** The event names no day of its own. */
const receiptIssued = (state: CaseState, { at, receiptNumber }: DataOf<'ReceiptIssued'>): CaseState => {
  const days = state.application === null ? {} : { ReceiptIssued: localDateOf(at, state.application.zone) };
  return { ...state, reachedAt: at, receiptNumber, dates: { ...state.dates, ...days } };
};

/** From the application to its registration. */
export const filingFolds: Folds<FilingEvent> = {
  ApplicationSubmitted: applicationSubmitted,
  ReceiptIssued: receiptIssued,
  DocumentsDelivered: (state, { at, deliveryNumber, deliveredOn }) => ({
    ...state,
    reachedAt: at,
    deliveryNumber,
    deliveredAt: at,
    dates: { ...state.dates, DocumentsDelivered: deliveredOn },
  }),
  ApplicationRegistered: (state, { at, registrationNumber, registeredOn }) => ({
    ...step(state, 'REGISTERED', at, { ApplicationRegistered: registeredOn }),
    registrationNumber,
    registeredFrom: registeredFrom(state, at, registeredOn),
  }),
};
