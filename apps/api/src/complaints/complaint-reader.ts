import { Injectable } from '@nestjs/common';
import { ComplaintNotFound } from '@app/application';
import type {
  ComplaintDto,
  ComplaintDutiesDto,
  ComplaintPageDto,
  ComplaintsQuery,
  ComplaintWhyDto,
  LongListQuery,
  WhyQuery,
} from '@app/contracts';
import { ProblemError } from '@app/platform';
import { isElsewhere, Queries } from '../http/queries.js';
import { pageOfAll } from '../http/page-of-all.js';
import type { QueryRequest } from '../http/query-request.js';
import { complaintAnswer, complaintDutyAnswer } from './complaint-answer.js';

/** Reads complaints for a caller: only of the caller's office, and of persons only what the caller's role needs. */
@Injectable()
export class ComplaintReader {
  constructor(private readonly queries: Queries) {}

  async list({ overdue, ...query }: ComplaintsQuery, asking: QueryRequest): Promise<ComplaintPageDto> {
    const { officeScope, now } = asking;
    const officeId = officeScope ?? query.officeId;
    const isOverdue = overdue === undefined ? undefined : overdue === 'true';
    const page = await this.queries.ask(asking, ({ complaints }) =>
      complaints.page({ ...query, now, officeId, overdue: isOverdue }),
    );
    return isElsewhere(query.officeId, asking) ? { ...page, items: [], nextCursor: null } : page;
  }

  /** Throws `ComplaintNotFound`. */
  async one(complaintId: string, asking: QueryRequest): Promise<ComplaintDto> {
    const found = await this.queries.ask(asking, ({ complaints }) => complaints.byId(complaintId));
    const answer = complaintAnswer(visible(found, complaintId, asking), asking);
    if (!answer) throw new ComplaintNotFound(complaintId);
    asking.reply.header('etag', `"${answer.revision}"`);
    return answer;
  }

  /** Throws `ComplaintNotFound`, `InvalidCursor`. */
  async duties(complaintId: string, query: LongListQuery, asking: QueryRequest): Promise<ComplaintDutiesDto> {
    const found = await this.queries.ask(asking, ({ complaints }) => complaints.duties(complaintId));
    const { revision, duties } = visible(found, complaintId, asking);
    const { items, nextCursor } = pageOfAll(`duties of ${complaintId}`, duties, query);
    return { complaintId, revision, duties: items.map((duty) => complaintDutyAnswer(duty, asking.now)), nextCursor };
  }

  /** Throws `ComplaintNotFound`, or a problem 404 where the complaint has no duty under the rule. */
  async why(complaintId: string, rule: string, { lang }: WhyQuery, asking: QueryRequest): Promise<ComplaintWhyDto> {
    const found = await this.queries.ask(asking, ({ complaints }) => complaints.duty(complaintId, rule, lang));
    const { revision, explained } = visible(found, complaintId, asking);
    if (!explained) throw new ProblemError('duty-not-found', 'The complaint has no duty under this rule, or not yet.');
    const { derivation, acceptance: _acceptance, paragraphText, ...duty } = explained.duty;
    const { text } = explained;
    return { complaintId, revision, duty: complaintDutyAnswer(duty, asking.now), paragraphText, text, derivation };
  }
}

/** What was found of a complaint, where it is of the caller's office. Throws `ComplaintNotFound`. */
const visible = <T extends Readonly<{ officeId: string | null }>>(
  found: T | null,
  complaintId: string,
  { officeScope }: QueryRequest,
): T & Readonly<{ officeId: string }> => {
  const { officeId } = found ?? { officeId: null };
  if (found === null || officeId === null) throw new ComplaintNotFound(complaintId);
  if (officeScope !== null && officeScope !== officeId) throw new ComplaintNotFound(complaintId);
  return { ...found, officeId };
};
