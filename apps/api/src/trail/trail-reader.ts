import { Injectable } from '@nestjs/common';
import { CaseHistories, ComplaintHistories, ComplaintNotFound } from '@app/application';
import type { ComplaintTrailDto } from '@app/contracts';
import { foldComplaint, complaintInPlainWords, type ComplaintNow } from '@app/read-models';
import { caseThen, sideOf } from '../audit/case-then.js';
import { differenceOf } from '../audit/difference.js';
import { happenedAnswer } from '../audit/happened-answer.js';
import { complaintAnswer } from '../complaints/complaint-answer.js';
import type { QueryRequest } from '../http/query-request.js';
import { actorsOf } from './actors.js';
import { contestedMoment } from './contested-moment.js';

/** Makes the trail of a complaint from the streams of the complaint and of its case: what it tells is never behind. */
@Injectable()
export class TrailReader {
  constructor(
    private readonly complaints: ComplaintHistories,
    private readonly cases: CaseHistories,
  ) {}

  /** Throws `ComplaintNotFound`, also for a complaint of another office, and `UndecodableEvent`. */
  async trail(complaintId: string, asking: QueryRequest): Promise<ComplaintTrailDto> {
    const events = await this.complaints.of(complaintId);
    const filed = events.find(({ type }) => type === 'ComplaintFiled');
    if (filed?.type !== 'ComplaintFiled') throw new ComplaintNotFound(complaintId);
    const history = await this.cases.of(filed.data.caseId);
    const complaint = visibleAnswer(foldComplaint(events, history.calendars), complaintId, asking);

    const now = { kind: 'RECORDED', at: asking.now } as const;
    const after = sideOf(history, now);
    const contestedAt = contestedMoment(filed.data, after.duties, filed.metadata.effectiveAt);
    const known = { kind: 'RECORDED', at: contestedAt } as const;
    const effective = { kind: 'EFFECTIVE', effectiveAt: contestedAt, knownAt: asking.now } as const;
    return {
      complaint,
      events: events.map((event) => happenedAnswer(event, complaintInPlainWords(event))),
      contestedAt,
      known: caseThen(history, known, asking),
      effective: caseThen(history, effective, asking),
      dutiesNow: caseThen(history, now, asking).duties,
      since: differenceOf(sideOf(history, known), after),
      actors: actorsOf(after.events, events),
    };
  }
}

const visibleAnswer = (
  found: ComplaintNow | null,
  complaintId: string,
  asking: QueryRequest,
): ComplaintTrailDto['complaint'] => {
  const officeId = found?.officeId ?? null;
  const isElsewhere = asking.officeScope !== null && asking.officeScope !== officeId;
  const answer = found && officeId !== null && !isElsewhere ? complaintAnswer({ ...found, officeId }, asking) : null;
  if (!answer) throw new ComplaintNotFound(complaintId);
  return answer;
};
