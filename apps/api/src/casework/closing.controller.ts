import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CorrectRecord, IssueResult, WithdrawApplication } from '@app/application';
import { CorrectRecordDto, IssueResultDto, WithdrawApplicationDto } from '@app/contracts';
import { Allow, AllowBy } from '../http/auth/allow.decorator.js';
import { CaseIdPipe } from '../http/case-id.pipe.js';
import { FromRequest, type CommandRequest } from '../http/command-request.js';
import { Commands } from '../http/commands.js';

/** Results, corrections and the withdrawal. */
@ApiTags('Casework')
@Controller('api/v1/cases')
export class ClosingController {
  constructor(private readonly commands: Commands) {}

  @Post(':caseId/results')
  @HttpCode(200)
  @AllowBy('channel', { STATE_CORPORATION: 'result:issue-at-counter', PORTAL: 'result:issue-by-portal' })
  @ApiOperation({ summary: 'Issue a result to the recipient (paras 5 and 7)' })
  issueResult(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: IssueResultDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new IssueResult(id, body, request.context), request);
  }

  @Post(':caseId/corrections')
  @HttpCode(200)
  @Allow('record:correct')
  @ApiOperation({ summary: 'Correct what was recorded wrongly, with a reason' })
  correctRecord(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: CorrectRecordDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new CorrectRecord(id, body, request.context), request);
  }

  @Post(':caseId/withdrawal')
  @HttpCode(200)
  @Allow('application:withdraw')
  @ApiOperation({ summary: 'Record that the applicant withdrew the application (outside the Order)' })
  withdraw(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: WithdrawApplicationDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new WithdrawApplication(id, body, request.context), request);
  }
}
