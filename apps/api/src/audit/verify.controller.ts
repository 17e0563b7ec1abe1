import { Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { JobDto, LogAuditDto, VerifyLogQuery } from '@app/contracts';
import type { ReadModels } from '@app/read-models';
import type { VerificationStore } from '@app/proof-log';
import { Allow } from '../http/auth/allow.decorator.js';
import { Asking, type QueryRequest } from '../http/query-request.js';
import type { ApiReply } from '../http/request.js';
import { jobAnswer } from '../monitoring/projection-answer.js';

const kind = 'VERIFY_LOG';
const projection = 'log';
const address = '/api/v1/audit/verify';

/** Where the verification of the log is asked for, and what it found. */
export class LogAudit {
  constructor(
    readonly jobs: Pick<ReadModels, 'askFor' | 'jobOf'>,
    readonly verifications: Pick<VerificationStore, 'last'>,
  ) {}
}

/** The verification of the whole log, which a projector does. It can be asked for, and read, also where log and read models do not belong together. */
@ApiTags('Audit')
@Controller('api/v1/audit/verify')
export class VerifyController {
  constructor(private readonly audit: LogAudit) {}

  @Post()
  @HttpCode(202)
  @Allow('log:verify')
  @ApiOperation({ summary: 'Verify the log: every event, chain, entry and signed head, and what the witnesses know' })
  @ApiAcceptedResponse({ type: JobDto })
  async verify(
    @Query() { full }: VerifyLogQuery,
    @Asking() { caller, now }: QueryRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<JobDto> {
    const how = { sample: null, eventsPerSecond: null, full: full === 'true' };
    const job = await this.audit.jobs.askFor({ kind, projection, ...how, askedAt: now, askedBy: caller.subject });
    reply.header('location', address);
    return jobAnswer(job, now);
  }

  @Get()
  @Allow('log:verify')
  @ApiOperation({ summary: 'Read how far the verification of the log is, and what the last one found' })
  @ApiOkResponse({ type: LogAuditDto })
  async found(@Asking() { now }: QueryRequest): Promise<LogAuditDto> {
    const job = await this.audit.jobs.jobOf(kind, projection);
    return { job: job && jobAnswer(job, now), verification: await this.audit.verifications.last() };
  }
}
