import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ConfirmCompleteness,
  DecideCommission,
  DeliverDocuments,
  FormCommission,
  IssueReceipt,
  OfferAgreement,
  RecordPayment,
  RecordRightsInformation,
  RegisterApplication,
  RejectApplication,
  ReviewCompliance,
  SignAgreement,
  SignDecision,
  SubmitApplication,
} from '@app/application';
import {
  ConfirmCompletenessDto,
  DecideCommissionDto,
  DeliverDocumentsDto,
  FormCommissionDto,
  IssueReceiptDto,
  OfferAgreementDto,
  RecordPaymentDto,
  RecordRightsInformationDto,
  RegisterApplicationDto,
  RejectApplicationDto,
  ReviewComplianceDto,
  SignAgreementDto,
  SignDecisionDto,
  SubmitApplicationDto,
} from '@app/contracts';
import { Allow, AllowBy } from '../auth/allow.decorator.js';
import { CaseIdPipe } from '../http/case-id.pipe.js';
import { FromRequest, type CommandRequest } from '../http/command-request.js';
import { Commands } from './commands.js';

/** Everything that may be done to a case. */
@ApiTags('Casework')
@Controller('api/v1/cases')
export class CaseCommandsController {
  constructor(private readonly commands: Commands) {}

  @Post()
  @Allow('application:submit')
  @ApiOperation({ summary: 'Submit an application: a new case (para 3)' })
  submit(@Body() body: SubmitApplicationDto, @FromRequest() request: CommandRequest) {
    return this.commands.run(new SubmitApplication(body, request.context), request);
  }

  @Post(':caseId/receipt')
  @HttpCode(200)
  @Allow('receipt:issue')
  @ApiOperation({ summary: 'Issue the receipt for an application accepted by the State Corporation (para 5)' })
  issueReceipt(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: IssueReceiptDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new IssueReceipt(id, body, request.context), request);
  }

  @Post(':caseId/delivery')
  @HttpCode(200)
  @Allow('documents:deliver')
  @ApiOperation({ summary: 'Deliver the documents to the provider (para 4)' })
  deliver(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: DeliverDocumentsDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new DeliverDocuments(id, body, request.context), request);
  }

  @Post(':caseId/registration')
  @HttpCode(200)
  @Allow('application:register')
  @ApiOperation({ summary: 'Register the application (para 4)' })
  register(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: RegisterApplicationDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new RegisterApplication(id, body, request.context), request);
  }

  @Post(':caseId/completeness')
  @HttpCode(200)
  @Allow('completeness:confirm')
  @ApiOperation({ summary: 'Confirm that the package is complete (para 9)' })
  confirmCompleteness(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: ConfirmCompletenessDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new ConfirmCompleteness(id, body, request.context), request);
  }

  @Post(':caseId/rejection')
  @HttpCode(200)
  @Allow('application:reject')
  @ApiOperation({ summary: 'Reject an incomplete application or expired documents, within two working days (para 6)' })
  reject(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: RejectApplicationDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new RejectApplication(id, body, request.context), request);
  }

  @Post(':caseId/compliance')
  @HttpCode(200)
  @Allow('compliance:review')
  @ApiOperation({ summary: 'Record the examination against the Law, the Decree and the Rules (para 9)' })
  reviewCompliance(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: ReviewComplianceDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new ReviewCompliance(id, body, request.context), request);
  }

  @Post(':caseId/commission')
  @HttpCode(200)
  @Allow('commission:form')
  @ApiOperation({ summary: 'Form the housing commission for a case (para 9)' })
  formCommission(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: FormCommissionDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new FormCommission(id, body, request.context), request);
  }

  @Post(':caseId/decision')
  @HttpCode(200)
  @Allow('commission:decide')
  @ApiOperation({ summary: 'Record what the commission decided (para 9)' })
  decide(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: DecideCommissionDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new DecideCommission(id, body, request.context), request);
  }

  @Post(':caseId/decision/signature')
  @HttpCode(200)
  @Allow('decision:sign')
  @ApiOperation({ summary: 'Register and sign the decision (para 9)' })
  signDecision(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: SignDecisionDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new SignDecision(id, body, request.context), request);
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

  @Post(':caseId/agreement')
  @HttpCode(200)
  @Allow('agreement:offer')
  @ApiOperation({ summary: 'Offer the agreement to the recipient (para 9)' })
  offerAgreement(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: OfferAgreementDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new OfferAgreement(id, body, request.context), request);
  }

  @Post(':caseId/agreement/signatures')
  @HttpCode(200)
  @AllowBy('party', { RECIPIENT: 'agreement:sign-as-recipient', PROVIDER: 'agreement:sign-as-provider' })
  @ApiOperation({ summary: 'Record the signature of one party under the agreement (para 6)' })
  signAgreement(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: SignAgreementDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new SignAgreement(id, body, request.context), request);
  }

  @Post(':caseId/payments')
  @HttpCode(200)
  @Allow('payment:record')
  @ApiOperation({ summary: 'Record a payment of the price (para 8)' })
  recordPayment(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: RecordPaymentDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new RecordPayment(id, body, request.context), request);
  }
}
