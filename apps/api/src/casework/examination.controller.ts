import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ConfirmCompleteness,
  NotifyPreliminaryRefusal,
  RaiseRemarks,
  RecordHearing,
  RecordObjection,
  RejectApplication,
  ReviewCompliance,
} from '@app/application';
import {
  ConfirmCompletenessDto,
  NotifyPreliminaryRefusalDto,
  RaiseRemarksDto,
  RecordHearingDto,
  RecordObjectionDto,
  RejectApplicationDto,
  ReviewComplianceDto,
} from '@app/contracts';
import { Allow } from '../http/auth/allow.decorator.js';
import { CaseIdPipe } from '../http/case-id.pipe.js';
import { FromRequest, type CommandRequest } from '../http/command-request.js';
import { Commands } from '../http/commands.js';

/** The examination of the documents, and the way of a refusal to the hearing. */
@ApiTags('Casework')
@Controller('api/v1/cases')
export class ExaminationController {
  constructor(private readonly commands: Commands) {}

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

  @Post(':caseId/remarks')
  @HttpCode(200)
  @Allow('remarks:raise')
  @ApiOperation({ summary: 'Record the reasoned remarks of the executor on the documents (para 10)' })
  raiseRemarks(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: RaiseRemarksDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new RaiseRemarks(id, body, request.context), request);
  }

  @Post(':caseId/preliminary-refusal')
  @HttpCode(200)
  @Allow('preliminary-refusal:notify')
  @ApiOperation({ summary: 'Notify the preliminary decision to refuse, with time and place of the hearing (para 10)' })
  notifyPreliminaryRefusal(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: NotifyPreliminaryRefusalDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new NotifyPreliminaryRefusal(id, body, request.context), request);
  }

  @Post(':caseId/objections')
  @HttpCode(200)
  @Allow('objection:record')
  @ApiOperation({ summary: 'Record an objection to the preliminary decision; a late one too (para 10)' })
  recordObjection(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: RecordObjectionDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new RecordObjection(id, body, request.context), request);
  }

  @Post(':caseId/hearing')
  @HttpCode(200)
  @Allow('hearing:record')
  @ApiOperation({ summary: 'Record the hearing with its minutes, or that the recipient did not come (para 10)' })
  recordHearing(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: RecordHearingDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new RecordHearing(id, body, request.context), request);
  }
}
