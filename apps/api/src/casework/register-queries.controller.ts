import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AskStateRegister } from '@app/application';
import { AskStateRegisterDto } from '@app/contracts';
import { Allow } from '../http/auth/allow.decorator.js';
import { CaseIdPipe } from '../http/case-id.pipe.js';
import { FromRequest, type CommandRequest } from '../http/command-request.js';
import { Commands } from '../http/commands.js';

/** What the provider asks of the state information systems itself. */
@ApiTags('Casework')
@Controller('api/v1/cases')
export class RegisterQueriesController {
  constructor(private readonly commands: Commands) {}

  @Post(':caseId/state-data/query')
  @HttpCode(200)
  @Allow('state-data:record')
  @ApiOperation({ summary: 'Ask a state register about a member of the family and record its answer (item 8)' })
  ask(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: AskStateRegisterDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new AskStateRegister(id, body, request.context), request);
  }
}
