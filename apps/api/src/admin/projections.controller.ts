import { Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { JobDto, RebuildQuery, VerifyQuery } from '@app/contracts';
import { Allow } from '../http/auth/allow.decorator.js';
import { Asking, type QueryRequest } from '../http/query-request.js';
import { ProjectionsReader } from '../monitoring/projections-reader.js';

/** What the projectors are asked to do; GET /monitoring/projections tells how far they are, and what came of it. */
@ApiTags('Admin')
@Controller('api/v1/admin/projections')
export class ProjectionsController {
  constructor(private readonly projections: ProjectionsReader) {}

  @Post(':name/verify')
  @HttpCode(202)
  @Allow('projections:administer')
  @ApiOperation({
    summary: 'Compare a projection with the log: every event once, every document as its stream gives it',
  })
  @ApiAcceptedResponse({ type: JobDto })
  verify(@Param('name') name: string, @Query() { sample }: VerifyQuery, @Asking() asking: QueryRequest) {
    return this.projections.askFor('VERIFY', { name, sample: sample ?? null }, asking);
  }

  @Post(':name/rebuild')
  @HttpCode(202)
  @Allow('projections:administer')
  @ApiOperation({
    summary: 'Fill a projection anew beside the one that is read, and read the new one when it is whole',
  })
  @ApiAcceptedResponse({ type: JobDto })
  rebuild(@Param('name') name: string, @Query() { eventsPerSecond }: RebuildQuery, @Asking() asking: QueryRequest) {
    return this.projections.askFor('REBUILD', { name, eventsPerSecond: eventsPerSecond ?? null }, asking);
  }

  @Post(':name/rebuild/cancel')
  @HttpCode(200)
  @Allow('projections:administer')
  @ApiOperation({ summary: 'Call a rebuild off; what it has filled is dropped' })
  @ApiOkResponse({ type: JobDto })
  cancel(@Param('name') name: string, @Asking() asking: QueryRequest) {
    return this.projections.callOff('REBUILD', name, asking);
  }
}
