import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DecideCommission, FormCommission, SignDecision } from '@app/application';
import { DecideCommissionDto, FormCommissionDto, SignDecisionDto } from '@app/contracts';
import { Allow } from '../http/auth/allow.decorator.js';
import { CaseIdPipe } from '../http/case-id.pipe.js';
import { FromRequest, type CommandRequest } from '../http/command-request.js';
import { Commands } from '../http/commands.js';

/** The housing commission and its decision. */
@ApiTags('Casework')
@Controller('api/v1/cases')
export class DecisionController {
  constructor(private readonly commands: Commands) {}

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
}
