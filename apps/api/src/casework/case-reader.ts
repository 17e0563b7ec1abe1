import { Injectable } from '@nestjs/common';
import { CaseNotFound } from '@app/application';
import type {
  CaseAttributionDto,
  CaseDto,
  CaseDutiesDto,
  CasePageDto,
  CasesQuery,
  ListQuery,
  LongListQuery,
  TimelinePageDto,
  WhyDto,
  WhyQuery,
} from '@app/contracts';
import { ProblemError } from '@app/platform';
import { looksForAPerson } from '@app/read-models';
import { pageOfAll } from '../http/page-of-all.js';
import type { QueryRequest } from '../http/query-request.js';
import { caseAnswer, dutyAnswer } from './case-answer.js';
import { hidden } from '../http/masking.js';
import { isElsewhere, Queries, visible } from '../http/queries.js';

/** Reads cases for a caller: only of the caller's office, and of persons only what the caller's role needs. */
@Injectable()
export class CaseReader {
  constructor(private readonly queries: Queries) {}

  /** Throws a problem 403 where persons are looked for by a role that does not see them. */
  async list({ overdue, ...query }: CasesQuery, asking: QueryRequest): Promise<CasePageDto> {
    const { officeScope, seesPersonalData, now } = asking;
    if (!seesPersonalData && looksForAPerson(query.q)) throw personsAreNotYours();
    const officeId = officeScope ?? query.officeId;
    const page = await this.queries.ask(asking, ({ worklist }) =>
      worklist.page({ ...query, now, officeId, overdue: flag(overdue) }),
    );
    if (isElsewhere(query.officeId, asking)) return { ...page, items: [], nextCursor: null };
    const { items } = page;
    return { ...page, items: seesPersonalData ? items : items.map((row) => ({ ...row, applicantName: hidden })) };
  }

  /** Throws `CaseNotFound`. */
  async one(caseId: string, asking: QueryRequest): Promise<CaseDto> {
    const found = await this.queries.ask(asking, ({ cases }) => cases.byId(caseId));
    const answer = caseAnswer(visible(found, caseId, asking), asking);
    if (!answer) throw new CaseNotFound(caseId);
    asking.reply.header('etag', `"${answer.revision}"`);
    return answer;
  }

  /** Throws `CaseNotFound`. */
  async timeline(caseId: string, query: ListQuery, asking: QueryRequest): Promise<TimelinePageDto> {
    const found = await this.queries.ask(asking, ({ timeline }) => timeline.ofCase(caseId, query));
    const { items, nextCursor, position } = visible(found, caseId, asking);
    return { items, nextCursor, position };
  }

  /** Throws `CaseNotFound`, `InvalidCursor`. */
  async duties(caseId: string, query: LongListQuery, asking: QueryRequest): Promise<CaseDutiesDto> {
    const found = await this.queries.ask(asking, ({ cases }) => cases.duties(caseId));
    const { revision, duties } = visible(found, caseId, asking);
    const { items, nextCursor } = pageOfAll(`duties of ${caseId}`, duties, query);
    return { caseId, revision, duties: items.map((duty) => dutyAnswer(duty, asking.now)), nextCursor };
  }

  /** Throws `CaseNotFound`. */
  async attribution(caseId: string, asking: QueryRequest): Promise<CaseAttributionDto> {
    const found = await this.queries.ask(asking, ({ cases }) => cases.attribution(caseId, asking.now));
    const { revision, attribution } = visible(found, caseId, asking);
    return { caseId, revision, ...attribution };
  }

  /** Throws `CaseNotFound`, or a problem 404 where the case has no duty under the rule. */
  async why(caseId: string, rule: string, { lang }: WhyQuery, asking: QueryRequest): Promise<WhyDto> {
    visible(await this.queries.ask(asking, ({ cases }) => cases.duties(caseId)), caseId, asking);
    const found = await this.queries.ask(asking, ({ cases }) => cases.duty(caseId, rule, lang));
    if (!found) throw new ProblemError('duty-not-found', 'The case has no duty under this rule, or not yet.');
    const { revision, text, duty: whole } = found;
    const { derivation, acceptance, paragraphText, ...duty } = whole;
    return { caseId, revision, duty: dutyAnswer(duty, asking.now), paragraphText, text, derivation, acceptance };
  }
}

const flag = (text: 'true' | 'false' | undefined): boolean | undefined =>
  text === undefined ? undefined : text === 'true';

const personsAreNotYours = (): ProblemError =>
  new ProblemError('permission-missing', 'Your role may look for cases by their numbers, not by persons.', {
    permission: 'personal-data:read',
  });
