import { nominalAcceptance } from '../../calendar/acceptance.js';
import { localDateOf } from '../../calendar/zones.js';
import type { FilingEvent } from '../case.events.js';
import type { ApplicationState, CaseState } from '../case.state.js';
import type { InstantString, LocalDate, Payment } from '../case.types.js';
import { isExpired } from '../completeness.js';
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
  documents: data.documents.map(({ type, expiresOn }) => ({ type, expiresOn })),
});

const instalmentsOf = (payment: Payment) =>
  payment.mode === 'INSTALMENTS' ? { years: payment.years, initialContribution: payment.initialContribution } : null;

const documentAdded = (state: CaseState, { document: { type, expiresOn } }: DataOf<'DocumentAdded'>): CaseState => {
  const { application } = state;
  if (application === null) return state;
  const documents = withAdded(application, { type, expiresOn });
  return { ...state, application: { ...application, documents } };
};

type Documents = ApplicationState['documents'];

/** A document that is good takes the place of one of its type that had expired. */
const withAdded = ({ documents, acceptedOn }: ApplicationState, added: Documents[number]): Documents => {
  const isOutdated = (document: Documents[number]) =>
    document.type === added.type && isExpired(document, acceptedOn) && !isExpired(added, acceptedOn);
  const outdated = documents.findIndex(isOutdated);
  return outdated < 0 ? [...documents, added] : documents.with(outdated, added);
};

/** What was found stays found, and an outage takes back no answer (A12). */
const stateDataReceived = (state: CaseState, { register, outcome }: DataOf<'StateDataReceived'>): CaseState => {
  const known = state.registers[register];
  const stays = known === 'FOUND' || (known !== undefined && outcome === 'UNAVAILABLE');
  return stays ? state : { ...state, registers: { ...state.registers, [register]: outcome } };
};

/** An event says the day of acceptance where that was later: the moment says the day itself. */
const registeredFrom = ({ application }: CaseState, at: InstantString, registeredOn: LocalDate): LocalDate =>
  application?.acceptedOn === registeredOn ? localDateOf(at, application.zone) : registeredOn;

/** From the application to the end of the examination of completeness. */
export const filingFolds: Folds<FilingEvent> = {
  ApplicationSubmitted: applicationSubmitted,
  ReceiptIssued: (state, { at, receiptNumber }) => ({ ...state, reachedAt: at, receiptNumber }),
  DocumentsDelivered: (state, { at, deliveryNumber, deliveredOn }) => ({
    ...state,
    reachedAt: at,
    deliveryNumber,
    dates: { ...state.dates, DocumentsDelivered: deliveredOn },
  }),
  ApplicationRegistered: (state, { at, registrationNumber, registeredOn }) => ({
    ...step(state, 'REGISTERED', at, { ApplicationRegistered: registeredOn }),
    registrationNumber,
    registeredFrom: registeredFrom(state, at, registeredOn),
  }),
  DocumentAdded: documentAdded,
  StateDataReceived: stateDataReceived,
  CompletenessConfirmed: (state, { at, confirmedOn, confirmedBy }) => ({
    ...step(state, 'COMPLETE', at, { CompletenessConfirmed: confirmedOn }),
    examiners: [...state.examiners, confirmedBy],
  }),
  ApplicationRejected: (state, { at, rejectedOn, defects }) => ({
    ...step(state, 'REJECTED', at, { ApplicationRejected: rejectedOn }),
    defects: defects.map(({ kind, documentType }) => ({ kind, documentType })),
  }),
};
