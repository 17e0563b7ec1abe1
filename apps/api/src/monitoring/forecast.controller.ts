import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ForecastCasesQuery, ForecastPageDto, ForecastQuery, PastCasesDto } from '@app/contracts';
import { fieldInvalid } from '@app/platform';
import { Allow } from '../http/auth/allow.decorator.js';
import { flagOf, officeOf, Queries } from '../http/queries.js';
import { Asking, todayOf, type QueryRequest } from '../http/query-request.js';
import { forecastItemAnswer } from './forecast-answer.js';

/** How many past duties a share needs where nobody says otherwise. */
const usualMinimum = 20;

/** Which open duties of the caller's office are likely to be late, by what became of others like them in every office. */
@ApiTags('Monitoring')
@Controller('api/v1/monitoring/forecast')
export class ForecastController {
  constructor(private readonly queries: Queries) {}

  @Get()
  @Allow('duties:monitor')
  @ApiOperation({
    summary: 'Tell for each open duty how many comparable past duties were late from this point',
  })
  @ApiOkResponse({ type: ForecastPageDto })
  async forecast(@Query() query: ForecastQuery, @Asking() asking: QueryRequest): Promise<ForecastPageDto> {
    const { overdue, minimumShare, minimumCases: minimum = usualMinimum, sort = 'share', ...rest } = query;
    const today = todayOf(asking);
    refuseTheFuture(query.asOf, today);
    const page = await this.queries.ask(asking, ({ forecast }) =>
      forecast.page({
        ...rest,
        officeId: officeOf(query.officeId, asking),
        overdue: flagOf(overdue),
        leastShare: minimumShare === undefined ? undefined : minimumShare / 100,
        minimum,
        sort,
        today,
        atLeast: asking.minPosition,
      }),
    );
    return { ...page, items: page.items.map((item) => forecastItemAnswer(item, page.asOf, minimum)) };
  }

  @Get('cases')
  @Allow('duties:monitor')
  @ApiOperation({ summary: 'List the past duties behind a forecast, the late ones first' })
  @ApiOkResponse({ type: PastCasesDto })
  async cases(@Query() query: ForecastCasesQuery, @Asking() asking: QueryRequest): Promise<PastCasesDto> {
    const today = todayOf(asking);
    refuseTheFuture(query.asOf, today);
    const { usedDays = 0, asOf = today } = query;
    const request = { ...query, usedDays, asOf, officeId: officeOf(query.officeId, asking) };
    const page = await this.queries.ask(asking, ({ pastCases }) => pastCases.page(request));
    return {
      asOf,
      ...page,
      items: page.items.map(({ duty, usedDays: used, late }) => ({ ...duty, usedDays: used, late })),
    };
  }
}

const refuseTheFuture = (asOf: string | undefined, today: string): void => {
  if (asOf !== undefined && asOf > today) throw fieldInvalid('asOf', `must not lie in the future: today is ${today}`);
};
