import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ComplaintTrailDto, TrailQuery } from '@app/contracts';
import { ComplaintNotFound } from '@app/application';
import { ProblemError } from '@app/platform';
import type { KeptTrail, TrailDocument } from '@app/read-models';
import { AllowToSeePersons } from '../http/auth/allow.decorator.js';
import { ComplaintIdPipe } from '../http/id.pipes.js';
import { tellLanguage } from '../http/language.js';
import { Queries, visible } from '../http/queries.js';
import { Asking, type QueryRequest } from '../http/query-request.js';
import { trailAnswer } from './trail-answer.js';

/** What whoever judges a complaint needs to know, as one document. */
@ApiTags('Complaints')
@Controller('api/v1/complaints')
export class TrailController {
  constructor(private readonly queries: Queries) {}

  @Get(':complaintId/trail')
  @AllowToSeePersons('complaint:read')
  @ApiOperation({
    summary:
      'Read the trail of a complaint: the complaint, the case as it was known at the contested moment, the duties then and now, who acted, what changed since',
  })
  @ApiOkResponse({ type: ComplaintTrailDto })
  async trail(
    @Param('complaintId', ComplaintIdPipe) complaintId: string,
    @Query() { at = 'now' }: TrailQuery,
    @Asking() asking: QueryRequest,
  ): Promise<ComplaintTrailDto> {
    const kept = await this.queries.askOf(asking, ({ trails }) => trails.of(complaintId));
    const { document, heldBackAt } = kept;
    if (!document && heldBackAt !== null)
      throw new ProblemError('event-unreadable', `The event at position ${heldBackAt} cannot be applied.`);
    const missing = () => new ComplaintNotFound(complaintId);
    const found = visible(document, asking, missing);
    const answer = at === 'now' ? asItIs(kept, found, asking) : asDecided(kept, found, asking);
    if (!answer) throw missing();
    tellLanguage(asking.reply, asking.language);
    return answer;
  }
}

const asItIs = (
  { position, heldBackAt }: KeptTrail,
  { trail, decided, officeId }: TrailDocument,
  asking: QueryRequest,
): ComplaintTrailDto | null => {
  const told = trailAnswer(trail, officeId, asking);
  return told && { position: position ?? -1, heldBackAt, decidedAt: decided?.decidedAt ?? null, ...told };
};

const asDecided = (
  { heldBackAt }: KeptTrail,
  { decided, officeId }: TrailDocument,
  { looking, language }: QueryRequest,
): ComplaintTrailDto | null => {
  if (!decided) throw new ProblemError('complaint-not-decided', 'There is a trail as decided once the complaint is.');
  const { decidedAt, decidedPosition: position } = decided;
  const told = trailAnswer(decided, officeId, { looking, language, now: decidedAt });
  return told && { position, heldBackAt, decidedAt, ...told };
};
