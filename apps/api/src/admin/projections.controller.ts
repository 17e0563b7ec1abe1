import { Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DroppedDto, JobDto, RebuildQuery, RetryAnswerDto, VerifyQuery } from '@app/contracts';
import type { JobKind } from '@app/domain';
import { ProblemError } from '@app/platform';
import { projections as everyProjection, type ReadModels } from '@app/read-models';
import { engineOf } from '@app/stores';
import { Allow } from '../http/auth/allow.decorator.js';
import { CaseIdPipe } from '../http/id.pipes.js';
import { Queries } from '../http/queries.js';
import { Asking, type QueryRequest } from '../http/query-request.js';
import { jobAnswer } from '../monitoring/projection-answer.js';

/** What the projectors are asked to do. GET /monitoring/projections tells how far they are, and the result. */
@ApiTags('Admin')
@Controller('api/v1/admin/projections')
export class ProjectionsController {
  constructor(private readonly queries: Queries) {}

  @Post(':name/verify')
  @HttpCode(202)
  @Allow('projections:administer')
  @ApiOperation({
    summary: 'Verify a projection: does it hold every event once, and every document as the log gives it?',
  })
  @ApiAcceptedResponse({ type: JobDto })
  verify(@Param('name') name: string, @Query() { sample }: VerifyQuery, @Asking() asking: QueryRequest) {
    return this.#askFor('VERIFY', { name, sample: sample ?? null }, asking);
  }

  @Post(':name/rebuild')
  @HttpCode(202)
  @Allow('projections:administer')
  @ApiOperation({
    summary: 'Rebuild a projection beside the one that is read, and switch to it when it is complete',
  })
  @ApiAcceptedResponse({ type: JobDto })
  rebuild(@Param('name') name: string, @Query() { eventsPerSecond }: RebuildQuery, @Asking() asking: QueryRequest) {
    return this.#askFor('REBUILD', { name, eventsPerSecond: eventsPerSecond ?? null }, asking);
  }

  @Post(':name/rebuild/cancel')
  @HttpCode(200)
  @Allow('projections:administer')
  @ApiOperation({ summary: 'Cancel a rebuild and remove what it has filled' })
  @ApiOkResponse({ type: JobDto })
  cancel(@Param('name') name: string, @Asking() asking: QueryRequest): Promise<JobDto> {
    return this.queries.askOnce(asking, async (readModels) => {
      assertProjection(readModels, name);
      const job = await readModels.callOff('REBUILD', name, asking.now);
      if (job) return jobAnswer(job, asking.now);
      throw new ProblemError('projection-not-found', `Nobody has asked for a rebuild of ${name}.`);
    });
  }

  async #askFor(
    kind: JobKind,
    { name, sample = null, eventsPerSecond = null }: Asked,
    asking: QueryRequest,
  ): Promise<JobDto> {
    return this.queries.askOnce(asking, async (readModels) => {
      assertProjection(readModels, name);
      const { subject } = asking.caller;
      const ask = { kind, projection: name, sample, eventsPerSecond, askedAt: asking.now, askedBy: subject };
      return jobAnswer(await readModels.askFor(ask), asking.now);
    });
  }
}

type Asked = Readonly<{ name: string; sample?: number | null; eventsPerSecond?: number | null }>;

/** Documents of earlier versions of projections stay until an administrator removes them. */
@ApiTags('Admin')
@Controller('api/v1/admin/projections')
export class OlderVersionsController {
  constructor(private readonly queries: Queries) {}

  @Post(':name/older/drop')
  @HttpCode(200)
  @Allow('projections:administer')
  @ApiOperation({
    summary: 'Remove the documents of earlier versions of a projection. Refused while one of them is still read',
  })
  @ApiOkResponse({ type: DroppedDto })
  drop(@Param('name') name: string, @Asking() asking: QueryRequest): Promise<DroppedDto> {
    return this.queries.askOnce(asking, async (readModels) => {
      assertProjection(readModels, name);
      return { projection: name, dropped: await readModels.dropOlder(name) };
    });
  }
}

/** Throws a problem 404 where there is no such projection. */
const assertProjection = ({ isProjection }: ReadModels, name: string): void => {
  if (isProjection(name)) return;
  const names = everyProjection.map((one) => one.name).join(', ');
  throw new ProblemError('projection-not-found', `There is no projection ${name}; there are ${names}.`);
};

/** Cases that a projection holds back because an event could not be applied. */
@ApiTags('Admin')
@Controller('api/v1/admin/quarantine')
export class QuarantineController {
  constructor(private readonly queries: Queries) {}

  @Post(':caseId/retry')
  @HttpCode(200)
  @Allow('projections:administer')
  @ApiOperation({ summary: 'Try the events of a held-back case again, in order' })
  @ApiOkResponse({ type: RetryAnswerDto })
  retry(@Param('caseId', CaseIdPipe) caseId: string, @Asking() asking: QueryRequest): Promise<RetryAnswerDto> {
    return this.queries.askOnce(asking, async (readModels, stores) => {
      const retried = await readModels.retryHeldBack(`case-${caseId}`, engineOf(stores));
      if (retried.length > 0) return { caseId, retried };
      throw new ProblemError('nothing-held-back', 'No projection holds back anything of this case.');
    });
  }
}
