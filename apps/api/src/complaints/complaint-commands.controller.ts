import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AdoptFavourableAct,
  DecideComplaint,
  ExtendComplaintTerm,
  FileComplaint,
  FileCourtAppeal,
  ForwardComplaint,
  RecordCourtRuling,
  RegisterComplaint,
  SendExtensionNotice,
} from '@app/application';
import {
  AdoptFavourableActDto,
  DecideComplaintDto,
  ExtendComplaintTermDto,
  FileComplaintDto,
  FileCourtAppealDto,
  ForwardComplaintDto,
  RecordCourtRulingDto,
  RegisterComplaintDto,
  SendExtensionNoticeDto,
} from '@app/contracts';
import { Allow, AllowBy } from '../http/auth/allow.decorator.js';
import { Commands } from '../http/commands.js';
import { FromRequest, type CommandRequest } from '../http/command-request.js';
import { ComplaintIdPipe } from '../http/complaint-id.pipe.js';

/** Each body considers what is addressed to it; for the quality body it is recorded (docs/decisions/0012). */
const considering = {
  PROVIDER_HEAD: 'complaint:consider-as-provider',
  AUTHORIZED_BODY: 'complaint:consider-as-authorized-body',
  QUALITY_BODY: 'complaint:consider-as-quality-body',
} as const;

/** Everything that may be done about a complaint, in the order of paragraphs 12 to 15. */
@ApiTags('Complaints')
@Controller('api/v1/complaints')
export class ComplaintCommandsController {
  constructor(private readonly commands: Commands) {}

  @Post()
  @AllowBy('lodgedWith', {
    PROVIDER: 'complaint:file',
    AUTHORIZED_BODY: 'complaint:file-with-authorized-body',
    QUALITY_BODY: 'complaint:file',
  })
  @ApiOperation({ summary: 'File a complaint against a decision, action or inaction of the provider (para 12)' })
  file(@Body() body: FileComplaintDto, @FromRequest() request: CommandRequest) {
    return this.commands.run(new FileComplaint(body, request.context), request);
  }

  @Post(':complaintId/forwarding')
  @HttpCode(200)
  @Allow('complaint:forward')
  @ApiOperation({ summary: 'Send the complaint to the body that considers it, within three working days (para 12)' })
  forward(
    @Param('complaintId', ComplaintIdPipe) id: string,
    @Body() body: ForwardComplaintDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new ForwardComplaint(id, body, request.context), request);
  }

  @Post(':complaintId/favourable-act')
  @HttpCode(200)
  @Allow('complaint:forward')
  @ApiOperation({ summary: 'Record that the provider met the demands in full before sending it on (para 12)' })
  adoptFavourableAct(
    @Param('complaintId', ComplaintIdPipe) id: string,
    @Body() body: AdoptFavourableActDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new AdoptFavourableAct(id, body, request.context), request);
  }

  @Post(':complaintId/registration')
  @HttpCode(200)
  @AllowBy('actingFor', considering)
  @ApiOperation({ summary: 'Register the complaint with the body that considers it (para 13)' })
  register(
    @Param('complaintId', ComplaintIdPipe) id: string,
    @Body() body: RegisterComplaintDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new RegisterComplaint(id, body, request.context), request);
  }

  @Post(':complaintId/extension')
  @HttpCode(200)
  @AllowBy('actingFor', considering)
  @ApiOperation({ summary: 'Extend the term, once, by ten working days at most, with reasons (para 14)' })
  extend(
    @Param('complaintId', ComplaintIdPipe) id: string,
    @Body() body: ExtendComplaintTermDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new ExtendComplaintTerm(id, body, request.context), request);
  }

  @Post(':complaintId/extension-notice')
  @HttpCode(200)
  @AllowBy('actingFor', considering)
  @ApiOperation({ summary: 'Inform the complainant of the extension, in the medium of the complaint (para 14)' })
  sendExtensionNotice(
    @Param('complaintId', ComplaintIdPipe) id: string,
    @Body() body: SendExtensionNoticeDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new SendExtensionNotice(id, body, request.context), request);
  }

  @Post(':complaintId/decision')
  @HttpCode(200)
  @AllowBy('actingFor', considering)
  @ApiOperation({ summary: 'Decide the complaint, with reasons and its effect on the case (para 13)' })
  decide(
    @Param('complaintId', ComplaintIdPipe) id: string,
    @Body() body: DecideComplaintDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new DecideComplaint(id, body, request.context), request);
  }

  @Post(':complaintId/court-appeal')
  @HttpCode(200)
  @Allow('complaint:record-court')
  @ApiOperation({ summary: 'Record an appeal to a court after the complaint (para 15)' })
  fileCourtAppeal(
    @Param('complaintId', ComplaintIdPipe) id: string,
    @Body() body: FileCourtAppealDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new FileCourtAppeal(id, body, request.context), request);
  }

  @Post(':complaintId/court-ruling')
  @HttpCode(200)
  @Allow('complaint:record-court')
  @ApiOperation({ summary: 'Record the ruling of a court (para 15)' })
  recordCourtRuling(
    @Param('complaintId', ComplaintIdPipe) id: string,
    @Body() body: RecordCourtRulingDto,
    @FromRequest() request: CommandRequest,
  ) {
    return this.commands.run(new RecordCourtRuling(id, body, request.context), request);
  }
}
