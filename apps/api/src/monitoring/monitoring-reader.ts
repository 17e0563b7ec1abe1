import type { DeadlineBoardDto, DutiesQuery } from '@app/contracts';
import { isElsewhere, type Queries } from '../http/queries.js';
import type { QueryRequest } from '../http/query-request.js';

const dayMs = 86_400_000;
const none = { OPEN: 0, DUE_SOON: 0, OVERDUE: 0, KEPT: 0, LATE: 0, MISSED: 0 };

/** Reads the deadline board. */
export class MonitoringReader {
  constructor(private readonly queries: Queries) {}

  async duties(
    { bucket = 'OVERDUE', soonDays = 3, ...query }: DutiesQuery,
    asking: QueryRequest,
  ): Promise<DeadlineBoardDto> {
    const asOf = asking.now;
    const soonUntil = new Date(Date.parse(asOf) + soonDays * dayMs).toISOString();
    const request = { ...query, officeId: asking.officeScope ?? query.officeId, asOf, soonUntil };
    return this.queries.ask(asking, async ({ deadlines }) => {
      const [page, { counts, asOf: countedAt }] = await Promise.all([
        deadlines.page({ ...request, bucket }),
        deadlines.recentCounts(request, asking.minPosition),
      ]);
      if (isElsewhere(query.officeId, asking))
        return { bucket, asOf, ...page, items: [], nextCursor: null, counts: none, countedAt };
      return { bucket, asOf, ...page, counts, countedAt };
    });
  }
}
