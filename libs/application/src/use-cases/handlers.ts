import { ActionsOfCaseHandler } from './actions-of-case.js';
import { AddDocumentHandler } from './add-document.js';
import { ApproveTransferDeedHandler } from './approve-transfer-deed.js';
import { AskStateRegisterHandler } from './ask-state-register.js';
import { ChangeCalendarDayHandler } from './change-calendar-day.js';
import { ConfirmCompletenessHandler } from './confirm-completeness.js';
import { CorrectRecordHandler } from './correct-record.js';
import { DecideCommissionHandler } from './decide-commission.js';
import { DeliverDocumentsHandler } from './deliver-documents.js';
import { FormCommissionHandler } from './form-commission.js';
import { GiveIndustryConsentHandler } from './give-industry-consent.js';
import { IssueReceiptHandler } from './issue-receipt.js';
import { IssueResultHandler } from './issue-result.js';
import { MakeStatePropertyDecisionHandler } from './make-state-property-decision.js';
import { NotifyPreliminaryRefusalHandler } from './notify-preliminary-refusal.js';
import { OfferAgreementHandler } from './offer-agreement.js';
import { RaiseRemarksHandler } from './raise-remarks.js';
import { RecordHearingHandler } from './record-hearing.js';
import { RecordObjectionHandler } from './record-objection.js';
import { RecordPaymentHandler } from './record-payment.js';
import { RecordRightsInformationHandler } from './record-rights-information.js';
import { RecordStateDataHandler } from './record-state-data.js';
import { RecordTitleRegistrationHandler } from './record-title-registration.js';
import { RegisterApplicationHandler } from './register-application.js';
import { RejectApplicationHandler } from './reject-application.js';
import { ReviewComplianceHandler } from './review-compliance.js';
import { SendPetitionHandler } from './send-petition.js';
import { SignAgreementHandler } from './sign-agreement.js';
import { SignDecisionHandler } from './sign-decision.js';
import { SignTransferDeedHandler } from './sign-transfer-deed.js';
import { SubmitApplicationHandler } from './submit-application.js';
import { WithdrawApplicationHandler } from './withdraw-application.js';

/** The handler of every use case. */
export const handlers = [
  SubmitApplicationHandler,
  IssueReceiptHandler,
  DeliverDocumentsHandler,
  RegisterApplicationHandler,
  AddDocumentHandler,
  RecordStateDataHandler,
  AskStateRegisterHandler,
  ConfirmCompletenessHandler,
  RejectApplicationHandler,
  ReviewComplianceHandler,
  RaiseRemarksHandler,
  FormCommissionHandler,
  NotifyPreliminaryRefusalHandler,
  RecordObjectionHandler,
  RecordHearingHandler,
  DecideCommissionHandler,
  SignDecisionHandler,
  RecordRightsInformationHandler,
  SendPetitionHandler,
  GiveIndustryConsentHandler,
  MakeStatePropertyDecisionHandler,
  SignTransferDeedHandler,
  ApproveTransferDeedHandler,
  RecordTitleRegistrationHandler,
  OfferAgreementHandler,
  SignAgreementHandler,
  RecordPaymentHandler,
  IssueResultHandler,
  CorrectRecordHandler,
  WithdrawApplicationHandler,
  ActionsOfCaseHandler,
  ChangeCalendarDayHandler,
];
