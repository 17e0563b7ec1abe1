import { nominalAcceptance } from '../../calendar/acceptance.js';
import { localDateOf } from '../../calendar/zones.js';
import type { FilingEvent } from '../case.events.js';
import type { ApplicationState, CaseState } from '../case.state.js';
import type { CaseDocument, FamilyAct, InstantString, LocalDate, Payment, PersonNumber } from '../case.types.js';
import { isExpired, isSamePaper } from '../completeness.js';
import { isObtainable } from '../family-acts.js';
import { withAnswer } from '../register-answers.js';
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
  persons: 1 + data.familyMembers.length,
  documents: data.documents.map((document) => paperOf(document, null, null)),
});

const instalmentsOf = (payment: Payment) =>
  payment.mode === 'INSTALMENTS' ? { years: payment.years, initialContribution: payment.initialContribution } : null;

const paperOf = (
  { type, expiresOn, sha256 }: CaseDocument,
  person: PersonNumber | null,
  act: FamilyAct | null,
): Documents[number] => ({ type, expiresOn, sha256, person, act });

const documentAdded = (state: CaseState, { document, person, act }: DataOf<'DocumentAdded'>): CaseState => {
  const { application } = state;
  if (application === null) return state;
  const documents = withAdded(application, paperOf(document, person, act));
  return { ...state, application: { ...application, documents } };
};

const documentSetAside = (
  state: CaseState,
  { documentType, sha256, setAsideBy }: DataOf<'DocumentSetAside'>,
): CaseState => {
  const { application } = state;
  if (application === null) return state;
  const documents = application.documents.filter((one) => one.type !== documentType || one.sha256 !== sha256);
  return { ...state, application: { ...application, documents }, examiners: [...state.examiners, setAsideBy] };
};

type Documents = ApplicationState['documents'];

/** A document that is good takes the place of one that had expired, of its type and for the same. */
const withAdded = ({ documents, acceptedOn }: ApplicationState, added: Documents[number]): Documents => {
  const isOutdated = (document: Documents[number]) =>
    isExpired(document, acceptedOn) && !isExpired(added, acceptedOn) && isSamePaper(document, added);
  const outdated = documents.findIndex(isOutdated);
  return outdated < 0 ? [...documents, added] : documents.with(outdated, added);
};

const familyActStated = (state: CaseState, { person, act, actOn }: DataOf<'FamilyActStated'>): CaseState => {
  const others = state.familyActs.filter((stated) => stated.person !== person || stated.act !== act);
  const stated = actOn === null ? [] : [{ person, act, obtainable: isObtainable(act, actOn) }];
  return { ...state, familyActs: [...others, ...stated] };
};

/** An event says the day of acceptance where that was later: the moment says the day itself. */
const registeredFrom = ({ application }: CaseState, at: InstantString, registeredOn: LocalDate): LocalDate => {
  const day = application === null ? registeredOn : localDateOf(at, application.zone);
  return day < registeredOn ? day : registeredOn;
};

/** From the application to the end of the examination of completeness. */
export const filingFolds: Folds<FilingEvent> = {
  ApplicationSubmitted: applicationSubmitted,
  ReceiptIssued: (state, { at, receiptNumber }) => ({ ...state, reachedAt: at, receiptNumber }),
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
  DocumentAdded: documentAdded,
  DocumentSetAside: documentSetAside,
  FamilyActStated: familyActStated,
  StateDataReceived: (state, answer) => ({ ...state, registers: withAnswer(state.registers, answer) }),
  FamilyDataReceived: (state, { answers }) => ({ ...state, registers: answers.reduce(withAnswer, state.registers) }),
  CompletenessConfirmed: (state, { at, confirmedOn, confirmedBy }) => ({
    ...step(state, 'COMPLETE', at, { CompletenessConfirmed: confirmedOn }),
    examiners: [...state.examiners, confirmedBy],
  }),
  ApplicationRejected: (state, { at, rejectedOn, defects }) => ({
    ...step(state, 'REJECTED', at, { ApplicationRejected: rejectedOn }),
    defects: defects.map(({ kind, documentType }) => ({ kind, documentType })),
  }),
};
