import { dutyKey, tengeFromTiyn, type CaseEvent } from '@app/domain';
import { inWords, valuesInWords } from './corrected-in-words.js';

type Words = { [Type in CaseEvent['type']]: (data: Extract<CaseEvent, { type: Type }>['data']) => string };

/** What an event says to somebody who does not know its name; holds no personal data. */
export const inPlainWords = (event: CaseEvent): string => {
  // The table has an entry for every type, and an event carries the data of its own type.
  const say = words[event.type] as ((data: CaseEvent['data']) => string) | undefined;
  return say ? say(event.data) : event.type;
};

const words: Words = {
  ApplicationSubmitted: ({ channel, acceptedOn, resultDue }) =>
    `Application submitted ${channels[channel]}; accepted ${onDay(acceptedOn)}, the decision is due by ${orPending(resultDue)}`,
  ReceiptIssued: ({ receiptNumber }) => `Receipt ${receiptNumber} issued to the applicant`,
  DocumentsDelivered: ({ deliveryNumber, deliveredOn }) =>
    `Documents delivered to the provider (delivery ${deliveryNumber}) on ${deliveredOn}`,
  ApplicationRegistered: ({ registrationNumber, registeredOn }) =>
    `Application registered as ${registrationNumber} on ${registeredOn}`,
  DocumentAdded: ({ document: { type } }) => `Document ${type} added to the case`,
  DocumentSetAside: ({ documentType, fault, setAsideOn }) =>
    `Document ${documentType} set aside on ${setAsideOn}: ${faults[fault]}`,
  FamilyActStated: ({ act, actOn }) =>
    `The application rests ${actOn === null ? 'no longer ' : ''}on a ${act.toLowerCase()}`,
  StateDataReceived: ({ register, outcome }) => `State register of ${registers[register]} asked: ${outcomes[outcome]}`,
  FamilyDataReceived: ({ answers }) => `State registers asked about the family: ${outcomesIn(answers)}`,
  CompletenessConfirmed: () => 'The documents are complete',
  ApplicationRejected: ({ defects, rejectedOn }) =>
    `Application rejected on ${rejectedOn}: ${counted(defects.length, 'defect')} in the documents`,
  ComplianceReviewed: ({ findings }) =>
    findings.length === 0
      ? 'Compliance reviewed: nothing found against the application'
      : `Compliance reviewed: ${counted(findings.length, 'finding')} for the commission`,
  CommissionFormed: ({ kind, members }) =>
    `Housing commission of the ${kinds[kind]} formed, ${counted(members.length, 'member')}`,
  RemarksRaised: ({ remarks, raisedOn }) =>
    `${counted(remarks.length, 'remark')} on the documents raised on ${raisedOn}`,
  PreliminaryRefusalNotified: ({ notifiedOn, objectionsUntil, actNotBefore }) =>
    `Preliminary refusal notified on ${notifiedOn}; objections until ${orPending(objectionsUntil)}, no act before ${orPending(actNotBefore)}`,
  HearingScheduled: ({ hearing }) => `Hearing scheduled for ${hearing.at}`,
  ObjectionReceived: ({ receivedOn, late }) =>
    `Objection to the preliminary refusal received on ${receivedOn}${late ? ', after its term; kept all the same' : ''}`,
  HearingHeld: ({ appeared, heldOn }) =>
    appeared ? `Hearing held on ${heldOn}` : `Hearing on ${heldOn}: the applicant did not appear`,
  CommissionDecided: ({ outcome, decidedOn }) =>
    outcome === 'PRIVATIZE'
      ? `The commission decided on ${decidedOn} to privatize the dwelling`
      : `The commission decided on ${decidedOn} to refuse, with reasons`,
  DecisionSigned: ({ decisionNumber, signedOn }) => `Decision ${decisionNumber} signed by the provider on ${signedOn}`,
  RightsInformationReceived: ({ encumbrances, receivedOn }) =>
    `Information on registered rights received on ${receivedOn}: ${encumbrances.length === 0 ? 'no encumbrance' : counted(encumbrances.length, 'encumbrance')}`,
  PetitionSent: ({ petitionNumber, sentOn }) =>
    `Petition ${petitionNumber} of the akim sent to the state property body on ${sentOn}`,
  IndustryConsentGiven: ({ consentNumber, givenOn }) =>
    `Consent ${consentNumber} of the body of the industry given on ${givenOn}`,
  StatePropertyDecisionMade: ({ decisionNumber, decidedOn }) =>
    `Decision ${decisionNumber} on the transfer made by the state property body on ${decidedOn}`,
  TransferDeedSigned: ({ side, signedOn, completesSigning }) =>
    `Transfer deed signed by the ${sides[side]} side on ${signedOn}${completesSigning ? '; both sides have signed' : ''}`,
  TransferDeedApproved: ({ side, approvedOn, completesApproval }) =>
    `Transfer deed approved for the ${sides[side]} side on ${approvedOn}${completesApproval ? '; it is approved' : ''}`,
  TitleRegistered: ({ registrationNumber, registeredOn }) =>
    `Title of communal ownership registered as ${registrationNumber} on ${registeredOn}`,
  AgreementOffered: ({ agreementNumber, price, offeredOn, schedule }) =>
    `Agreement ${agreementNumber} offered on ${offeredOn} ${price === 0 ? 'free of charge' : `for ${tengeFromTiyn(price)} tenge`}${schedule === null ? '' : `, in ${counted(schedule.length, 'payment')}`}`,
  AgreementSigned: ({ party, signedOn, concludesAgreement }) =>
    `Agreement signed by the ${parties[party]} on ${signedOn}${concludesAgreement ? '; it is concluded' : ''}`,
  PaymentReceived: ({ amount, paidOn, outstanding }) =>
    `Payment of ${tengeFromTiyn(amount)} tenge received on ${paidOn}; as known then, ${outstanding === 0 ? 'nothing' : `${tengeFromTiyn(outstanding)} tenge`} was outstanding`,
  PaymentReversed: ({ amount, paidOn, reversedOn }) =>
    `Payment of ${tengeFromTiyn(amount)} tenge of ${paidOn} reversed on ${reversedOn}`,
  ResultIssued: ({ result, issuedOn, issuedTo }) =>
    `${issued[result]} issued to the ${issuedTo === 'RECIPIENT' ? 'recipient' : 'representative'} ${onDay(issuedOn)}`,
  DutyMissed: ({ rule, instance, paragraph, due }) =>
    `Duty under ${dutyKey({ rule, instance })} (${placeOf(paragraph)}) missed: it was due on ${due}`,
  CorrectionRecorded: ({ date, values }) => {
    const told = values.length > 0 ? valuesInWords(values) : date === null ? '' : dayInWords(date);
    return told === '' ? 'Record corrected' : `Record corrected: ${told}`;
  },
  ApplicationWithdrawn: ({ withdrawnOn }) => `Application withdrawn on ${withdrawnOn} (outside the Order)`,
  CaseClosed: ({ outcome }) => `Case closed: ${endings[outcome]}`,
  CaseReopened: ({ cause, reopenedOn, carryOutBy }) =>
    `Case reopened on ${reopenedOn}: ${reopenings[cause]}${carryOutBy === null ? '' : `, by ${carryOutBy}`}`,
};

const channels = { STATE_CORPORATION: 'through the State Corporation', PORTAL: 'through the portal' };
const kinds = {
  LOCAL_EXECUTIVE_BODY: 'local executive body',
  STATE_ENTERPRISE: 'state enterprise',
  STATE_INSTITUTION: 'state institution',
};
const registers = {
  IDENTITY: 'identity documents',
  MARRIAGE_DIVORCE: 'marriages and divorces',
  DEATH: 'deaths',
  BIRTH: 'births',
  HOUSING: 'housing',
  ADDRESS: 'addresses',
  COURT_DECISIONS: 'court decisions',
  SOCIAL_STATUS: 'social status',
};
const outcomes = { FOUND: 'found', NOT_FOUND: 'nothing found', UNAVAILABLE: 'no answer' };
const faults = {
  UNREADABLE: 'it cannot be read',
  OTHER_TYPE: 'it is of another type',
  OTHER_PERSON: "it is another person's",
};
const sides = { TRANSFERRING: 'transferring', RECEIVING: 'receiving' };
const issued = {
  REJECTION: 'Rejection',
  REFUSAL: 'Reasoned refusal',
  DECISION: 'Decision',
  TRANSFER_DEED: 'Transfer deed',
  AGREEMENT: 'Agreement',
};
const endings = {
  PAID: 'paid in full',
  CONCLUDED: 'agreement concluded, free of charge',
  REJECTED: 'application rejected',
  REFUSED: 'refused, with reasons',
  WITHDRAWN: 'application withdrawn',
};
const reopenings = {
  COMPLAINT: 'a decision on a complaint has it decided anew',
  COURT: 'a court ruling has it decided anew',
  PAYMENT_TAKEN_BACK: 'a payment was taken back and the price is not paid in full',
};
const parties = { RECIPIENT: 'recipient', PROVIDER: 'provider' };

type Corrected = Extract<CaseEvent, { type: 'CorrectionRecorded' }>['data'];

const dayInWords = ({ fact, was, is }: NonNullable<Corrected['date']>): string =>
  `the day of "${inWords(fact)}" is ${is}, not ${was}`;

/** What an event said where it needed a year without calendar. */
const pending = 'a day that no calendar told yet';

const onDay = (day: string | null): string => `on ${day ?? pending}`;

const orPending = (day: string | null): string => day ?? pending;

const placeOf = (paragraph: string): string => paragraph.replace(/^App /, 'Appendix ').replace(/^(?=\d)/, 'paragraph ');

/** As "6 found, 10 nothing found". */
const outcomesIn = (answers: readonly Readonly<{ outcome: keyof typeof outcomes }>[]): string =>
  Object.entries(outcomes)
    .map(([outcome, said]) => [answers.filter((answer) => answer.outcome === outcome).length, said] as const)
    .flatMap(([count, said]) => (count === 0 ? [] : [`${count} ${said}`]))
    .join(', ');

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
