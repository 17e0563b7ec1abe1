import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ForecastCasesQuery, ForecastPageDto, ForecastQuery, PastCasesDto } from '@app/contracts';
import { Allow } from '../../http/auth/allow.decorator.js';
import { Asking, type QueryRequest } from '../../http/query-request.js';
import { ForecastReader } from './forecast-reader.js';

/** Which open duties of cases are likely to be late, by what became of others like them. */
@ApiTags('Monitoring')
@Controller('api/v1/monitoring/forecast')
export class ForecastController {
  constructor(private readonly forecasts: ForecastReader) {}

  @Get()
  @Allow('duties:monitor')
  @ApiOperation({
    summary: 'For each open duty the share of comparable past duties that were late from this point, with its numbers',
  })
  @ApiOkResponse({ type: ForecastPageDto })
  forecast(@Query() query: ForecastQuery, @Asking() asking: QueryRequest) {
    return this.forecasts.forecast(query, asking);
  }

  @Get('cases')
  @Allow('duties:monitor')
  @ApiOperation({ summary: 'The past duties that a share rests on, those that were late first' })
  @ApiOkResponse({ type: PastCasesDto })
  cases(@Query() query: ForecastCasesQuery, @Asking() asking: QueryRequest) {
    return this.forecasts.cases(query, asking);
  }
}
