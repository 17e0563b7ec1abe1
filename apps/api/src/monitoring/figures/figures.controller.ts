import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CasesBehindDto, CasesBehindQuery, FiguresDto, FiguresQuery } from '@app/contracts';
import { Allow } from '../../http/auth/allow.decorator.js';
import { Asking, type QueryRequest } from '../../http/query-request.js';
import { FiguresReader } from './figures-reader.js';

/** Figures of cases, each with the cases behind it. */
@ApiTags('Monitoring')
@Controller('api/v1/monitoring/figures')
export class FiguresController {
  constructor(private readonly figures: FiguresReader) {}

  @Get()
  @Allow('figures:monitor')
  @ApiOperation({ summary: 'Cases received, decided, refused, rejected; on time; durations; each with its receipt' })
  @ApiOkResponse({ type: FiguresDto })
  all(@Query() query: FiguresQuery, @Asking() asking: QueryRequest) {
    return this.figures.all(query, asking);
  }

  @Get('cases')
  @Allow('figures:monitor')
  @ApiOperation({ summary: 'The cases behind a figure, as they were at its position' })
  @ApiOkResponse({ type: CasesBehindDto })
  cases(@Query() query: CasesBehindQuery, @Asking() asking: QueryRequest) {
    return this.figures.cases(query, asking);
  }
}
