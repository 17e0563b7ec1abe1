import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DeadlineBoardDto, DutiesQuery, ProjectionsDto } from '@app/contracts';
import { logLimit } from '@app/event-store';
import { nearestNotShown } from '@app/read-models';
import { engineOf } from '@app/stores';
import { Allow } from '../http/auth/allow.decorator.js';
import { officeOf, Queries } from '../http/queries.js';
import { Asking, type QueryRequest } from '../http/query-request.js';
import { projectionAnswer } from './projection-answer.js';

const dayMs = 86_400_000;

/** How long counting what is not projected yet may take. */
const countingMs = 5_000;

/** What the body that monitors quality reads. */
@ApiTags('Monitoring')
@Controller('api/v1/monitoring')
export class MonitoringController {
  constructor(private readonly queries: Queries) {}

  @Get('duties')
  @Allow('duties:monitor')
  @ApiOperation({ summary: 'List duties by bucket: open, due soon, overdue, kept, late or missed' })
  @ApiOkResponse({ type: DeadlineBoardDto })
  async duties(
    @Query() { bucket = 'OVERDUE', soonDays = 3, ...query }: DutiesQuery,
    @Asking() asking: QueryRequest,
  ): Promise<DeadlineBoardDto> {
    const asOf = asking.now;
    const soonUntil = new Date(Date.parse(asOf) + soonDays * dayMs).toISOString();
    const request = { ...query, officeId: officeOf(query.officeId, asking), asOf, soonUntil };
    return this.queries.ask(asking, async ({ deadlines }) => {
      const [page, { counts, asOf: countedAt }] = await Promise.all([
        deadlines.page({ ...request, bucket }),
        deadlines.recentCounts(request, asking.minPosition),
      ]);
      return { bucket, asOf, ...page, counts, countedAt };
    });
  }

  @Get('projections')
  @Allow('projections:monitor')
  @ApiOperation({ summary: 'Tell how far each projection is, what it holds back, and whether it is complete' })
  @ApiOkResponse({ type: ProjectionsDto })
  projections(@Asking() asking: QueryRequest): Promise<ProjectionsDto> {
    return this.queries.ask(asking, async (readModels, stores) => {
      const { eventStore } = stores;
      const [logPosition, position, partitions, reports, behind] = await Promise.all([
        eventStore.lastPosition(),
        readModels.position(),
        readModels.partitionStates(asking.now),
        readModels.projectionReports(asking.now),
        readModels.behind(eventStore, logLimit(countingMs)),
      ]);
      const streams = new Set([...behind.values()].flatMap((one) => one.streams));
      const notShown = await nearestNotShown(engineOf(stores).readStream, [...streams]);
      const projections = reports.map((report) => projectionAnswer(report, behind.get(report.name), asking.now));
      return { logPosition, position, nearestNotShown: notShown, partitions, projections };
    });
  }
}
