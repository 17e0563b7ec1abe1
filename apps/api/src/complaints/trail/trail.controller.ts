import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ComplaintTrailDto, TrailQuery } from '@app/contracts';
import { Allow } from '../../http/auth/allow.decorator.js';
import { ComplaintIdPipe } from '../../http/complaint-id.pipe.js';
import { Asking, type QueryRequest } from '../../http/query-request.js';
import { TrailReader } from './trail-reader.js';

/** What whoever judges a complaint needs to know, as one document. */
@ApiTags('Complaints')
@Controller('api/v1/complaints')
export class TrailController {
  constructor(private readonly trails: TrailReader) {}

  @Get(':complaintId/trail')
  @Allow('complaint:read')
  @ApiOperation({
    summary:
      'The complaint, the case as known at the contested moment, the duties then and now, who acted on both, what changed since',
  })
  @ApiOkResponse({ type: ComplaintTrailDto })
  trail(@Param('complaintId', ComplaintIdPipe) id: string, @Query() query: TrailQuery, @Asking() asking: QueryRequest) {
    return this.trails.trail(id, query, asking);
  }
}
