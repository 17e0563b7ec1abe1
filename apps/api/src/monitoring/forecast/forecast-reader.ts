import { Injectable } from '@nestjs/common';
import type { ForecastCasesQuery, ForecastPageDto, ForecastQuery, PastCasesDto } from '@app/contracts';
import { localDateOf } from '@app/domain';
import { ProblemError } from '@app/platform';
import { isElsewhere, Queries } from '../../http/queries.js';
import type { QueryRequest } from '../../http/query-request.js';
import { forecastItemAnswer } from './forecast-answer.js';

/** How many past duties a share needs where nobody says otherwise. */
const usualMinimum = 20;

/** The one zone of the country since 1 March 2024 (docs/law/rules.md 4.5). */
const zone = 'Asia/Almaty';

/** Reads forecasts for a caller: of open duties of the caller's office only, compared with those of every office. */
@Injectable()
export class ForecastReader {
  constructor(private readonly queries: Queries) {}

  /** Throws a problem 422 for a day that has not come, `InvalidCursor`, `TooManyOpenDuties`. */
  async forecast(query: ForecastQuery, asking: QueryRequest): Promise<ForecastPageDto> {
    const { overdue, minimumShare, minimumCases: minimum = usualMinimum, sort = 'share', ...rest } = query;
    const today = localDateOf(asking.now, zone);
    refuseTheFuture(query.asOf, today);
    const page = await this.queries.ask(asking, ({ forecast }) =>
      forecast.page({
        ...rest,
        officeId: asking.officeScope ?? query.officeId,
        overdue: overdue === undefined ? undefined : overdue === 'true',
        leastShare: minimumShare === undefined ? undefined : minimumShare / 100,
        minimum,
        sort,
        today,
        atLeast: asking.minPosition,
      }),
    );
    if (isElsewhere(query.officeId, asking)) return { ...page, items: [], nextCursor: null };
    return { ...page, items: page.items.map((item) => forecastItemAnswer(item, page.asOf, minimum)) };
  }

  /** Throws a problem 422 for a day that has not come, `InvalidCursor`. */
  async cases(query: ForecastCasesQuery, asking: QueryRequest): Promise<PastCasesDto> {
    const today = localDateOf(asking.now, zone);
    refuseTheFuture(query.asOf, today);
    const { usedDays = 0, asOf = today } = query;
    const officeId = asking.officeScope ?? query.officeId;
    const page = await this.queries.ask(asking, ({ pastCases }) =>
      pastCases.page({ ...query, usedDays, asOf, officeId }),
    );
    if (isElsewhere(query.officeId, asking)) return { asOf, ...page, items: [], nextCursor: null };
    return {
      asOf,
      ...page,
      items: page.items.map(({ duty, usedDays: used, late }) => ({ ...duty, usedDays: used, late })),
    };
  }
}

const refuseTheFuture = (asOf: string | undefined, today: string): void => {
  if (asOf === undefined || asOf <= today) return;
  throw new ProblemError('fields-invalid', 'See errors: each names a field by its path.', {
    errors: [{ path: 'asOf', message: `must not lie in the future: today is ${today}` }],
  });
};
