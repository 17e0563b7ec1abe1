import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { OfferAgreement, RecordPayment, SignAgreement } from '@app/application';
import { OfferAgreementDto, RecordPaymentDto, SignAgreementDto } from '@app/contracts';
import { Allow, AllowBy } from '../http/auth/allow.decorator.js';
import { CaseIdPipe } from '../http/case-id.pipe.js';
import { FromRequest, type CommandRequest } from '../http/command-request.js';
import { Commands } from '../http/commands.js';

/** The agreement and the payment of the price. */
@ApiTags('Casework')
@Controller('api/v1/cases')
export class AgreementController {
  constructor(private readonly commands: Commands) {}

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
