import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ApproveTransferDeed,
  GiveIndustryConsent,
  MakeStatePropertyDecision,
  RecordRightsInformation,
  RecordTitleRegistration,
  SendPetition,
  SignTransferDeed,
} from '@app/application';
import {
  ApproveTransferDeedDto,
  GiveIndustryConsentDto,
  MakeStatePropertyDecisionDto,
  RecordRightsInformationDto,
  RecordTitleRegistrationDto,
  SendPetitionDto,
  SignTransferDeedDto,
} from '@app/contracts';
import { Allow, AllowBy } from '../http/auth/allow.decorator.js';
import { CaseIdPipe } from '../http/case-id.pipe.js';
import { FromRequest, type CommandRequest } from '../http/command-request.js';
import { Commands } from '../http/commands.js';

/** The transfer into the communal stock, and what the registers of rights say. */
@ApiTags('Casework')
@Controller('api/v1/cases')
export class TransferController {
  constructor(private readonly commands: Commands) {}

  @Post(':caseId/petition')
  @HttpCode(200)
  @Allow('petition:send')
  @ApiOperation({ summary: 'Record the petition of the akim to the body for state property (para 9)' })
  sendPetition(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: SendPetitionDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new SendPetition(id, body, request.context), request);
  }

  @Post(':caseId/industry-consent')
  @HttpCode(200)
  @Allow('industry-consent:give')
  @ApiOperation({ summary: 'Record that the body of the industry agrees to the transfer (para 9)' })
  giveIndustryConsent(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: GiveIndustryConsentDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new GiveIndustryConsent(id, body, request.context), request);
  }

  @Post(':caseId/state-property-decision')
  @HttpCode(200)
  @Allow('state-property-decision:make')
  @ApiOperation({ summary: 'Record the decision of the body for state property (para 9)' })
  makeStatePropertyDecision(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: MakeStatePropertyDecisionDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new MakeStatePropertyDecision(id, body, request.context), request);
  }

  @Post(':caseId/transfer-deed/signatures')
  @HttpCode(200)
  @AllowBy('side', { TRANSFERRING: 'transfer-deed:sign-as-transferring', RECEIVING: 'transfer-deed:sign-as-receiving' })
  @ApiOperation({ summary: 'Record the signature of one side under the transfer deed (para 9)' })
  signTransferDeed(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: SignTransferDeedDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new SignTransferDeed(id, body, request.context), request);
  }

  @Post(':caseId/transfer-deed/approvals')
  @HttpCode(200)
  @AllowBy('side', {
    TRANSFERRING: 'transfer-deed:approve-as-transferring',
    RECEIVING: 'transfer-deed:approve-as-receiving',
  })
  @ApiOperation({ summary: 'Record the approval of the transfer deed for one side (para 9)' })
  approveTransferDeed(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: ApproveTransferDeedDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new ApproveTransferDeed(id, body, request.context), request);
  }

  @Post(':caseId/title-registration')
  @HttpCode(200)
  @Allow('title-registration:record')
  @ApiOperation({ summary: 'Record the registration of the communal title (para 9)' })
  recordTitleRegistration(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: RecordTitleRegistrationDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new RecordTitleRegistration(id, body, request.context), request);
  }

  @Post(':caseId/rights-information')
  @HttpCode(200)
  @Allow('rights-information:record')
  @ApiOperation({ summary: 'Record registered rights and technical characteristics (para 9)' })
  recordRightsInformation(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: RecordRightsInformationDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new RecordRightsInformation(id, body, request.context), request);
  }
}
