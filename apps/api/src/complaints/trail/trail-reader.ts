import { Injectable } from '@nestjs/common';
import { ComplaintNotFound } from '@app/application';
import type { ComplaintTrailDto, TrailQuery } from '@app/contracts';
import { ProblemError } from '@app/platform';
import type { KeptTrail, TrailDocument } from '@app/read-models';
import { Queries } from '../../http/queries.js';
import type { QueryRequest } from '../../http/query-request.js';
import { trailAnswer } from './trail-answer.js';

/** Reads the trails of complaints for a caller: only of the caller's office, and of persons only what the caller's role needs. */
@Injectable()
export class TrailReader {
  constructor(private readonly queries: Queries) {}

  /**
   * Throws `ComplaintNotFound`, also for a complaint of another office; a problem 404 where the complaint is not decided and
   * the trail as decided is asked for, 500 where not one event can be applied, 503 with the lag where the trail is older than asked.
   */
  async trail(complaintId: string, { at = 'now' }: TrailQuery, asking: QueryRequest): Promise<ComplaintTrailDto> {
    const kept = await this.queries.askOf(
      asking,
      ({ trails }) => trails.waitForPosition,
      ({ trails }) => trails.of(complaintId),
    );
    const found = visible(kept, complaintId, asking);
    const answer = at === 'now' ? asItIs(kept, found, asking) : asDecided(kept, found, asking);
    if (!answer) throw new ComplaintNotFound(complaintId);
    return answer;
  }
}

const visible = ({ document, heldBackAt }: KeptTrail, complaintId: string, { officeScope }: QueryRequest) => {
  if (!document && heldBackAt !== null)
    throw new ProblemError('event-unreadable', `The event at position ${heldBackAt} cannot be applied.`);
  const isElsewhere = officeScope !== null && officeScope !== document?.officeId;
  if (!document || isElsewhere) throw new ComplaintNotFound(complaintId);
  return document;
};

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
  { seesPersonalData }: QueryRequest,
): ComplaintTrailDto | null => {
  if (!decided) throw new ProblemError('complaint-not-decided', 'There is a trail as decided once the complaint is.');
  const { decidedAt, decidedPosition: position } = decided;
  const told = trailAnswer(decided, officeId, { seesPersonalData, now: decidedAt });
  return told && { position, heldBackAt, decidedAt, ...told };
};
