import {
  ApproveTransferDeedDto,
  GiveIndustryConsentDto,
  MakeStatePropertyDecisionDto,
  RecordRightsInformationDto,
  RecordTitleRegistrationDto,
  SendPetitionDto,
  SignTransferDeedDto,
} from '@app/contracts';
import type { CaseCommand } from '@app/domain';
import { commandRows } from '../../http/command-rows.js';

/** The transfer into the communal stock, and what the registers of rights say. */
export const transferCommands = commandRows<CaseCommand>()({
  SendPetition: {
    path: 'petition',
    permission: 'petition:send',
    body: SendPetitionDto,
    summary: 'Record the petition of the akim to the body for state property (para 9)',
    operationId: 'Transfer.sendPetition',
  },
  GiveIndustryConsent: {
    path: 'industry-consent',
    permission: 'industry-consent:give',
    body: GiveIndustryConsentDto,
    summary: 'Record that the body of the industry agrees to the transfer (para 9)',
    operationId: 'Transfer.giveIndustryConsent',
  },
  MakeStatePropertyDecision: {
    path: 'state-property-decision',
    permission: 'state-property-decision:make',
    body: MakeStatePropertyDecisionDto,
    summary: 'Record the decision of the body for state property (para 9)',
    operationId: 'Transfer.makeStatePropertyDecision',
  },
  SignTransferDeed: {
    path: 'transfer-deed/signatures',
    permission: {
      field: 'side',
      permissions: { TRANSFERRING: 'transfer-deed:sign-as-transferring', RECEIVING: 'transfer-deed:sign-as-receiving' },
    },
    body: SignTransferDeedDto,
    summary: 'Record the signature of one side under the transfer deed (para 9)',
    operationId: 'Transfer.signTransferDeed',
  },
  ApproveTransferDeed: {
    path: 'transfer-deed/approvals',
    permission: {
      field: 'side',
      permissions: {
        TRANSFERRING: 'transfer-deed:approve-as-transferring',
        RECEIVING: 'transfer-deed:approve-as-receiving',
      },
    },
    body: ApproveTransferDeedDto,
    summary: 'Record the approval of the transfer deed for one side (para 9)',
    operationId: 'Transfer.approveTransferDeed',
  },
  RecordTitleRegistration: {
    path: 'title-registration',
    permission: 'title-registration:record',
    body: RecordTitleRegistrationDto,
    summary: 'Record the registration of the communal title (para 9)',
    operationId: 'Transfer.recordTitleRegistration',
  },
  RecordRightsInformation: {
    path: 'rights-information',
    permission: 'rights-information:record',
    body: RecordRightsInformationDto,
    summary: 'Record registered rights and technical characteristics (para 9)',
    operationId: 'Transfer.recordRightsInformation',
  },
});
