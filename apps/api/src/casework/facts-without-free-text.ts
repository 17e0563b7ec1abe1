import { withoutFreeText, type Sees } from '@app/application';
import type { CaseEvent } from '@app/domain';
import type { CaseFacts } from '@app/read-models';

/** The event whose data each fact of a case is; those of several kinds are the newest shape of one. */
const events = {
  application: 'ApplicationSubmitted',
  receipt: 'ReceiptIssued',
  delivery: 'DocumentsDelivered',
  registration: 'ApplicationRegistered',
  addedDocuments: 'DocumentAdded',
  setAsideDocuments: 'DocumentSetAside',
  familyActs: 'FamilyActStated',
  stateData: 'StateDataReceived',
  completeness: 'CompletenessConfirmed',
  rejection: 'ApplicationRejected',
  compliance: 'ComplianceReviewed',
  remarks: 'RemarksRaised',
  commission: 'CommissionFormed',
  preliminaryRefusal: 'PreliminaryRefusalNotified',
  scheduledHearing: 'HearingScheduled',
  objections: 'ObjectionReceived',
  hearing: 'HearingHeld',
  decision: 'CommissionDecided',
  decisionSignature: 'DecisionSigned',
  rightsInformation: 'RightsInformationReceived',
  petition: 'PetitionSent',
  industryConsent: 'IndustryConsentGiven',
  statePropertyDecision: 'StatePropertyDecisionMade',
  deedSignatures: 'TransferDeedSigned',
  deedApprovals: 'TransferDeedApproved',
  titleRegistration: 'TitleRegistered',
  agreement: 'AgreementOffered',
  signatures: 'AgreementSigned',
  payments: 'PaymentReceived',
  results: 'ResultIssued',
  missedDuties: 'DutyMissed',
  corrections: 'CorrectionRecorded',
  withdrawal: 'ApplicationWithdrawn',
  closing: 'CaseClosed',
  reopenings: 'CaseReopened',
} as const satisfies Record<keyof CaseFacts, CaseEvent['type']>;

/** The facts of a case without the free text that the reader does not see, wherever the schema of an event declares some. */
export const factsWithoutFreeText = (facts: CaseFacts, sees: Sees): CaseFacts =>
  // Every fact keeps its own shape: only texts in it become others.
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, withoutTextIn(events[name as keyof CaseFacts], fact, sees)]),
  ) as CaseFacts;

const withoutTextIn = (type: CaseEvent['type'], fact: unknown, sees: Sees): unknown => {
  if (Array.isArray(fact)) return fact.map((one: unknown) => withoutTextIn(type, one, sees));
  return typeof fact === 'object' && fact !== null ? withoutFreeText(type, fact, sees) : fact;
};
