import { ConfirmCompletenessHandler } from './confirm-completeness.js';
import { DecideCommissionHandler } from './decide-commission.js';
import { DeliverDocumentsHandler } from './deliver-documents.js';
import { FormCommissionHandler } from './form-commission.js';
import { IssueReceiptHandler } from './issue-receipt.js';
import { OfferAgreementHandler } from './offer-agreement.js';
import { RecordPaymentHandler } from './record-payment.js';
import { RecordRightsInformationHandler } from './record-rights-information.js';
import { RegisterApplicationHandler } from './register-application.js';
import { RejectApplicationHandler } from './reject-application.js';
import { ReviewComplianceHandler } from './review-compliance.js';
import { SignAgreementHandler } from './sign-agreement.js';
import { SignDecisionHandler } from './sign-decision.js';
import { SubmitApplicationHandler } from './submit-application.js';

/** The handler of every use case. */
export const handlers = [
  SubmitApplicationHandler,
  IssueReceiptHandler,
  DeliverDocumentsHandler,
  RegisterApplicationHandler,
  ConfirmCompletenessHandler,
  RejectApplicationHandler,
  ReviewComplianceHandler,
  FormCommissionHandler,
  DecideCommissionHandler,
  SignDecisionHandler,
  RecordRightsInformationHandler,
  OfferAgreementHandler,
  SignAgreementHandler,
  RecordPaymentHandler,
];
