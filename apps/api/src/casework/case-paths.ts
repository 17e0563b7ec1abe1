import type { LaterCommand } from '@app/domain';

/** What people do to a case; that a duty was missed is recorded by the watch. */
export type CaseCommandName = Exclude<LaterCommand['type'], 'RecordDutyMissed'>;

/** Where each command goes, below the case. */
export const casePaths: Readonly<Record<CaseCommandName, string>> = {
  IssueReceipt: 'receipt',
  DeliverDocuments: 'delivery',
  RegisterApplication: 'registration',
  AddDocument: 'documents',
  RecordStateData: 'state-data',
  ConfirmCompleteness: 'completeness',
  RejectApplication: 'rejection',
  ReviewCompliance: 'compliance',
  RaiseRemarks: 'remarks',
  FormCommission: 'commission',
  NotifyPreliminaryRefusal: 'preliminary-refusal',
  RecordObjection: 'objections',
  RecordHearing: 'hearing',
  DecideCommission: 'decision',
  SignDecision: 'decision/signature',
  RecordRightsInformation: 'rights-information',
  SendPetition: 'petition',
  GiveIndustryConsent: 'industry-consent',
  MakeStatePropertyDecision: 'state-property-decision',
  SignTransferDeed: 'transfer-deed/signatures',
  ApproveTransferDeed: 'transfer-deed/approvals',
  RecordTitleRegistration: 'title-registration',
  OfferAgreement: 'agreement',
  SignAgreement: 'agreement/signatures',
  RecordPayment: 'payments',
  IssueResult: 'results',
  CorrectRecord: 'corrections',
  WithdrawApplication: 'withdrawal',
};

/** Whether people do it, by a route of its own. */
export const isCaseCommandName = (type: LaterCommand['type']): type is CaseCommandName =>
  Object.hasOwn(casePaths, type);
