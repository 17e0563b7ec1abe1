import type { LaterCommand } from './case.commands.js';
import type { CaseEvent } from './case.events.js';

/** What each command records first, and whether a case goes on to its next step by it. */
export const recordedBy: Readonly<Record<LaterCommand['type'], Recorded>> = {
  IssueReceipt: { event: 'ReceiptIssued', movesOn: true },
  DeliverDocuments: { event: 'DocumentsDelivered', movesOn: true },
  RegisterApplication: { event: 'ApplicationRegistered', movesOn: true },
  AddDocument: { event: 'DocumentAdded', movesOn: false },
  SetDocumentAside: { event: 'DocumentSetAside', movesOn: false },
  StateFamilyAct: { event: 'FamilyActStated', movesOn: false },
  RecordStateData: { event: 'StateDataReceived', movesOn: false },
  RecordFamilyData: { event: 'FamilyDataReceived', discharges: 'StateDataReceived', movesOn: false },
  ConfirmCompleteness: { event: 'CompletenessConfirmed', movesOn: true },
  RejectApplication: { event: 'ApplicationRejected', movesOn: true },
  ReviewCompliance: { event: 'ComplianceReviewed', movesOn: true },
  RaiseRemarks: { event: 'RemarksRaised', movesOn: false },
  FormCommission: { event: 'CommissionFormed', movesOn: true },
  NotifyPreliminaryRefusal: { event: 'PreliminaryRefusalNotified', movesOn: false },
  RecordObjection: { event: 'ObjectionReceived', movesOn: false },
  RecordHearing: { event: 'HearingHeld', movesOn: true },
  DecideCommission: { event: 'CommissionDecided', movesOn: true },
  SignDecision: { event: 'DecisionSigned', movesOn: true },
  RecordRightsInformation: { event: 'RightsInformationReceived', movesOn: false },
  SendPetition: { event: 'PetitionSent', movesOn: true },
  GiveIndustryConsent: { event: 'IndustryConsentGiven', movesOn: true },
  MakeStatePropertyDecision: { event: 'StatePropertyDecisionMade', movesOn: true },
  SignTransferDeed: { event: 'TransferDeedSigned', movesOn: true },
  ApproveTransferDeed: { event: 'TransferDeedApproved', movesOn: true },
  RecordTitleRegistration: { event: 'TitleRegistered', movesOn: true },
  OfferAgreement: { event: 'AgreementOffered', movesOn: true },
  SignAgreement: { event: 'AgreementSigned', movesOn: true },
  RecordPayment: { event: 'PaymentReceived', movesOn: true },
  ReversePayment: { event: 'PaymentReversed', movesOn: false },
  IssueResult: { event: 'ResultIssued', movesOn: true },
  RecordDutyMissed: { event: 'DutyMissed', movesOn: false },
  CorrectRecord: { event: 'CorrectionRecorded', movesOn: false },
  ReopenCase: { event: 'CaseReopened', movesOn: false },
  WithdrawApplication: { event: 'ApplicationWithdrawn', movesOn: false },
};

export type Recorded = Readonly<{
  event: CaseEvent['type'];
  /** The fact that ends a duty, where it is not the event of that name. */
  discharges?: CaseEvent['type'];
  movesOn: boolean;
}>;
