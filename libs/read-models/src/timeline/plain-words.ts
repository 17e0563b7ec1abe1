import { tengeFromTiyn, type CaseEvent } from '@app/domain';

type Words = { [Type in CaseEvent['type']]: (data: Extract<CaseEvent, { type: Type }>['data']) => string };

/** What an event says to somebody who does not know its name; holds no personal data. */
export const inPlainWords = (event: CaseEvent): string => {
  // The table has an entry for every type, and an event carries the data of its own type.
  const say = words[event.type] as ((data: CaseEvent['data']) => string) | undefined;
  return say ? say(event.data) : event.type;
};

const words: Words = {
  ApplicationSubmitted: ({ channel, acceptedOn, resultDue }) =>
    `Application submitted ${channels[channel]}; accepted on ${acceptedOn}, the decision is due by ${resultDue}`,
  ReceiptIssued: ({ receiptNumber }) => `Receipt ${receiptNumber} issued to the applicant`,
  DocumentsDelivered: ({ deliveryNumber, deliveredOn }) =>
    `Documents delivered to the provider (delivery ${deliveryNumber}) on ${deliveredOn}`,
  ApplicationRegistered: ({ registrationNumber, registeredOn }) =>
    `Application registered as ${registrationNumber} on ${registeredOn}`,
  CompletenessConfirmed: () => 'The documents are complete',
  ApplicationRejected: ({ defects, rejectedOn }) =>
    `Application rejected on ${rejectedOn}: ${counted(defects.length, 'defect')} in the documents`,
  ComplianceReviewed: ({ findings }) =>
    findings.length === 0
      ? 'Compliance reviewed: nothing found against the application'
      : `Compliance reviewed: ${counted(findings.length, 'finding')} for the commission`,
  CommissionFormed: ({ kind, members }) =>
    `Housing commission of the ${kinds[kind]} formed, ${counted(members.length, 'member')}`,
  CommissionDecided: ({ outcome, decidedOn }) =>
    outcome === 'PRIVATIZE'
      ? `The commission decided on ${decidedOn} to privatize the dwelling`
      : `The commission decided on ${decidedOn} to refuse, with reasons`,
  DecisionSigned: ({ decisionNumber, signedOn }) => `Decision ${decisionNumber} signed by the provider on ${signedOn}`,
  RightsInformationReceived: ({ encumbrances, receivedOn }) =>
    `Information on registered rights received on ${receivedOn}: ${encumbrances.length === 0 ? 'no encumbrance' : counted(encumbrances.length, 'encumbrance')}`,
  AgreementOffered: ({ agreementNumber, price, offeredOn }) =>
    `Agreement ${agreementNumber} offered on ${offeredOn} for ${tengeFromTiyn(price)} tenge`,
  AgreementSigned: ({ party, signedOn, concludesAgreement }) =>
    `Agreement signed by the ${parties[party]} on ${signedOn}${concludesAgreement ? '; it is concluded' : ''}`,
  PaymentReceived: ({ amount, paidOn, outstanding }) =>
    `Payment of ${tengeFromTiyn(amount)} tenge received on ${paidOn}; ${outstanding === 0 ? 'nothing is outstanding' : `${tengeFromTiyn(outstanding)} tenge outstanding`}`,
  CaseClosed: ({ outcome }) => (outcome === 'PAID' ? 'Case closed: paid in full' : 'Case closed: application rejected'),
};

const channels = { STATE_CORPORATION: 'through the State Corporation', PORTAL: 'through the portal' };
const kinds = {
  LOCAL_EXECUTIVE_BODY: 'local executive body',
  STATE_ENTERPRISE: 'state enterprise',
  STATE_INSTITUTION: 'state institution',
};
const parties = { RECIPIENT: 'recipient', PROVIDER: 'provider' };

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
