import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AddDocument,
  DeliverDocuments,
  IssueReceipt,
  RecordStateData,
  RegisterApplication,
  SubmitApplication,
} from '@app/application';
import {
  AddDocumentDto,
  DeliverDocumentsDto,
  IssueReceiptDto,
  RecordStateDataDto,
  RegisterApplicationDto,
  SubmitApplicationDto,
} from '@app/contracts';
import { Allow } from '../http/auth/allow.decorator.js';
import { CaseIdPipe } from '../http/case-id.pipe.js';
import { FromRequest, type CommandRequest } from '../http/command-request.js';
import { Commands } from '../http/commands.js';

/** From the application to its registration, and what is added to it. */
@ApiTags('Casework')
@Controller('api/v1/cases')
export class FilingController {
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

  @Post(':caseId/documents')
  @HttpCode(200)
  @Allow('document:add')
  @ApiOperation({ summary: 'Add a document that state systems do not hold (item 8)' })
  addDocument(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: AddDocumentDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new AddDocument(id, body, request.context), request);
  }

  @Post(':caseId/state-data')
  @HttpCode(200)
  @Allow('state-data:record')
  @ApiOperation({ summary: 'Record what a state register answered about a member of the family (item 8)' })
  recordStateData(
    @Param('caseId', CaseIdPipe) id: string,
    @Body() body: RecordStateDataDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new RecordStateData(id, body, request.context), request);
  }
}
