import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OutboundDto, RevivedDto } from '@app/contracts';
import { ProblemError } from '@app/platform';
import { Allow } from '../http/auth/allow.decorator.js';
import { Queries } from '../http/queries.js';
import { Asking, type QueryRequest } from '../http/query-request.js';

/** The stage records for the monitoring information system (R-82, para 11) that are not sent yet, or were refused. */
@ApiTags('Monitoring')
@Controller('api/v1')
export class OutboundController {
  constructor(private readonly queries: Queries) {}

  @Get('monitoring/outbound')
  @Allow('projections:monitor')
  @ApiOperation({
    summary: 'List the stage records that the monitoring information system does not have yet (para 11)',
  })
  @ApiOkResponse({ type: OutboundDto })
  outbound(@Asking() asking: QueryRequest): Promise<OutboundDto> {
    return this.queries.ask(asking, async ({ outbox }) => {
      const [unsent, dead] = await Promise.all([outbox.unsent(), outbox.deadLetters()]);
      return {
        ...unsent,
        deadLetters: dead.map(({ record: { id, caseId, officeId, stage, recordedAt }, attempts, lastError }) => ({
          id,
          caseId,
          officeId,
          stage,
          recordedAt,
          attempts,
          lastError,
        })),
      };
    });
  }

  @Post('admin/outbound/:recordId/retry')
  @HttpCode(200)
  @Allow('outbound:retry')
  @ApiOperation({ summary: 'Send a refused stage record again' })
  @ApiOkResponse({ type: RevivedDto })
  async retry(@Param('recordId') id: string, @Asking() asking: QueryRequest): Promise<RevivedDto> {
    const revived = await this.queries.ask(asking, ({ outbox }) => outbox.revive(id, asking.now));
    if (!revived) throw new ProblemError('record-not-found', 'There is no refused stage record of this id.');
    return { id, outbound: await this.outbound(asking) };
  }
}
