import type { LaterCommand } from './case.commands.js';
import { addDocument } from './decisions/add-document.js';
import { approveTransferDeed } from './decisions/approve-transfer-deed.js';
import { confirmCompleteness } from './decisions/confirm-completeness.js';
import { correctRecord } from './decisions/correct-record.js';
import { decideCommission } from './decisions/decide-commission.js';
import { deliverDocuments } from './decisions/deliver-documents.js';
import { formCommission } from './decisions/form-commission.js';
import { giveIndustryConsent } from './decisions/give-industry-consent.js';
import { issueReceipt } from './decisions/issue-receipt.js';
import { issueResult } from './decisions/issue-result.js';
import { makeStatePropertyDecision } from './decisions/make-state-property-decision.js';
import { notifyPreliminaryRefusal } from './decisions/notify-preliminary-refusal.js';
import { offerAgreement } from './decisions/offer-agreement.js';
import { raiseRemarks } from './decisions/raise-remarks.js';
import { recordDutyMissed } from './decisions/record-duty-missed.js';
import { recordHearing } from './decisions/record-hearing.js';
import { recordObjection } from './decisions/record-objection.js';
import { recordPayment } from './decisions/record-payment.js';
import { recordRightsInformation } from './decisions/record-rights-information.js';
import { recordStateData } from './decisions/record-state-data.js';
import { recordTitleRegistration } from './decisions/record-title-registration.js';
import { registerApplication } from './decisions/register-application.js';
import { rejectApplication } from './decisions/reject-application.js';
import { reviewCompliance } from './decisions/review-compliance.js';
import { sendPetition } from './decisions/send-petition.js';
import { signAgreement } from './decisions/sign-agreement.js';
import { signDecision } from './decisions/sign-decision.js';
import { signTransferDeed } from './decisions/sign-transfer-deed.js';
import { withdrawApplication } from './decisions/withdraw-application.js';
import type { Step } from './step.js';

/** Every command that a submitted case answers to, in the order of the paragraphs, and how. */
export const steps: { readonly [T in LaterCommand['type']]: Step<T> } = {
  IssueReceipt: issueReceipt,
  DeliverDocuments: deliverDocuments,
  RegisterApplication: registerApplication,
  AddDocument: addDocument,
  RecordStateData: recordStateData,
  ConfirmCompleteness: confirmCompleteness,
  RejectApplication: rejectApplication,
  ReviewCompliance: reviewCompliance,
  RaiseRemarks: raiseRemarks,
  FormCommission: formCommission,
  NotifyPreliminaryRefusal: notifyPreliminaryRefusal,
  RecordObjection: recordObjection,
  RecordHearing: recordHearing,
  DecideCommission: decideCommission,
  SignDecision: signDecision,
  RecordRightsInformation: recordRightsInformation,
  SendPetition: sendPetition,
  GiveIndustryConsent: giveIndustryConsent,
  MakeStatePropertyDecision: makeStatePropertyDecision,
  SignTransferDeed: signTransferDeed,
  ApproveTransferDeed: approveTransferDeed,
  RecordTitleRegistration: recordTitleRegistration,
  OfferAgreement: offerAgreement,
  SignAgreement: signAgreement,
  RecordPayment: recordPayment,
  IssueResult: issueResult,
  RecordDutyMissed: recordDutyMissed,
  CorrectRecord: correctRecord,
  WithdrawApplication: withdrawApplication,
};
