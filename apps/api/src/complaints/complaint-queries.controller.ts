import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ComplaintDto,
  ComplaintDutiesDto,
  ComplaintPageDto,
  ComplaintsQuery,
  ComplaintWhyDto,
  LongListQuery,
  WhyQuery,
} from '@app/contracts';
import { Allow } from '../http/auth/allow.decorator.js';
import { ComplaintIdPipe } from '../http/complaint-id.pipe.js';
import { Asking, type QueryRequest } from '../http/query-request.js';
import { ComplaintReader } from './complaint-reader.js';

/** Everything that may be read of complaints. */
@ApiTags('Complaints')
@Controller('api/v1')
export class ComplaintQueriesController {
  constructor(private readonly complaints: ComplaintReader) {}

  @Get('complaints')
  @Allow('complaint:read')
  @ApiOperation({ summary: 'Complaints, what is due first first' })
  @ApiOkResponse({ type: ComplaintPageDto })
  list(@Query() query: ComplaintsQuery, @Asking() asking: QueryRequest) {
    return this.complaints.list(query, asking);
  }

  @Get('complaints/:complaintId')
  @Allow('complaint:read')
  @ApiOperation({ summary: 'One complaint' })
  @ApiOkResponse({ type: ComplaintDto })
  one(@Param('complaintId', ComplaintIdPipe) id: string, @Asking() asking: QueryRequest) {
    return this.complaints.one(id, asking);
  }

  @Get('complaints/:complaintId/duties')
  @Allow('complaint:read')
  @ApiOperation({ summary: 'What is owed about a complaint, by whom, until when' })
  @ApiOkResponse({ type: ComplaintDutiesDto })
  duties(
    @Param('complaintId', ComplaintIdPipe) id: string,
    @Query() query: LongListQuery,
    @Asking() asking: QueryRequest,
  ) {
    return this.complaints.duties(id, query, asking);
  }

  @Get('complaints/:complaintId/duties/:rule/why')
  @Allow('complaint:read')
  @ApiOperation({ summary: 'Why a date is what it is, day by day and in words' })
  @ApiOkResponse({ type: ComplaintWhyDto })
  why(
    @Param('complaintId', ComplaintIdPipe) id: string,
    @Param('rule') rule: string,
    @Query() query: WhyQuery,
    @Asking() asking: QueryRequest,
  ) {
    return this.complaints.why(id, rule, query, asking);
  }
}
