import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ComplaintFiguresDto, ComplaintFiguresQuery, ComplaintsBehindDto, ComplaintsBehindQuery } from '@app/contracts';
import { Allow } from '../../http/auth/allow.decorator.js';
import { Asking, type QueryRequest } from '../../http/query-request.js';
import { ComplaintFiguresReader } from './complaint-figures-reader.js';

/** Figures of complaints, each with the complaints behind it. */
@ApiTags('Monitoring')
@Controller('api/v1/monitoring/complaints')
export class ComplaintFiguresController {
  constructor(private readonly figures: ComplaintFiguresReader) {}

  @Get()
  @Allow('complaint:monitor')
  @ApiOperation({ summary: 'Complaints by addressee, outcome, term kept and extension, each with its receipt' })
  @ApiOkResponse({ type: ComplaintFiguresDto })
  all(@Query() query: ComplaintFiguresQuery, @Asking() asking: QueryRequest) {
    return this.figures.all(query, asking);
  }

  @Get('cases')
  @Allow('complaint:monitor')
  @ApiOperation({ summary: 'The complaints behind a figure, as they were at its position' })
  @ApiOkResponse({ type: ComplaintsBehindDto })
  cases(@Query() query: ComplaintsBehindQuery, @Asking() asking: QueryRequest) {
    return this.figures.cases(query, asking);
  }
}
