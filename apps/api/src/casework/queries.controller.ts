import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CaseActionsDto,
  CaseAttributionDto,
  CaseCountsDto,
  CaseDto,
  CaseDutiesDto,
  CasePageDto,
  CasesQuery,
  LanguageQuery,
  SearchCasesDto,
  SpokenListQuery,
  SpokenLongListQuery,
  SpokenUnmaskQuery,
  TimelinePageDto,
  UnmaskQuery,
  WhyDto,
  WhyQuery,
} from '@app/contracts';
import { ActionsOfCase, CaseNotFound, hidden } from '@app/application';
import { ProblemError } from '@app/platform';
import { iinSought, looksForAPerson, type WorklistRequest, type WorklistRow } from '@app/read-models';
import type { Looking } from '../http/access/looking.js';
import { seenCase } from '../http/access/persons.js';
import { Allow, AllowToSeePersons } from '../http/auth/allow.decorator.js';
import { CaseIdPipe } from '../http/id.pipes.js';
import { tellLanguage } from '../http/language.js';
import { pageOfAll, flagOf, officeOf, Queries, visible } from '../http/queries.js';
import { Asking, type QueryRequest } from '../http/query-request.js';
import { caseActionsAnswer } from './case-actions.js';
import { caseAnswer, dutyAnswer } from './case-answer.js';
import { type Soon, tabViewOf } from './tab-view.js';
import { entryAnswer } from './entry-answer.js';

/** Everything that may be read of cases: only of the caller's office, and of persons only what the caller's role needs. */
@ApiTags('Casework')
@Controller('api/v1/cases')
export class CaseQueriesController {
  constructor(
    private readonly queries: Queries,
    private readonly bus: QueryBus,
  ) {}

  @Get()
  @AllowToSeePersons('case:read')
  @ApiOperation({ summary: 'List cases: the worklist' })
  @ApiOkResponse({ type: CasePageDto })
  list(
    @Query() { overdue, unmask: _unmask, ...query }: CasesQuery,
    @Asking() asking: QueryRequest,
  ): Promise<CasePageDto> {
    return this.#page({ ...query, overdue: flagOf(overdue) }, asking);
  }

  @Post('search')
  @HttpCode(200)
  @AllowToSeePersons('case:read')
  @ApiOperation({ summary: 'List cases by what stands in no address: the IIN of an applicant' })
  @ApiOkResponse({ type: CasePageDto })
  search(
    @Body() sought: SearchCasesDto,
    @Asking() asking: QueryRequest,
    @Query() _query: UnmaskQuery,
  ): Promise<CasePageDto> {
    return this.#page(withoutNulls(sought), asking);
  }

  @Get('counts')
  @AllowToSeePersons('case:read')
  @ApiOperation({
    summary:
      'Count the cases of each tab of the worklist under its filters; `tab`, `sort`, `limit` and `cursor` change nothing',
  })
  @ApiOkResponse({ type: CaseCountsDto })
  async counts(@Query() { overdue, ...query }: CasesQuery, @Asking() asking: QueryRequest): Promise<CaseCountsDto> {
    const { status, stage, route, assignee, dueBefore, q } = query;
    if (looksForAPerson(q)) lookUp(q, asking.looking);
    const officeId = officeOf(query.officeId, asking);
    const filter = {
      status,
      stage,
      route,
      officeId,
      assignee,
      dueBefore,
      q,
      overdue: flagOf(overdue),
      now: asking.now,
    };
    const request = { ...filter, ...tabViewOf(query, asking) };
    const { counts, asOf, position } = await this.queries.ask(asking, ({ worklist }) =>
      worklist.counts(request, asking.minPosition),
    );
    return { counts, total: counts.OPEN + counts.CLOSED, countedAt: asOf, position };
  }

  @Get(':caseId')
  @AllowToSeePersons('case:read')
  @ApiOperation({ summary: 'Read a case' })
  @ApiOkResponse({ type: CaseDto })
  async one(
    @Param('caseId', CaseIdPipe) caseId: string,
    @Asking() asking: QueryRequest,
    @Query() _query: SpokenUnmaskQuery,
  ): Promise<CaseDto> {
    const found = await this.queries.ask(asking, ({ cases }) => cases.byId(caseId));
    const view = visibleCase(found, caseId, asking);
    const sees = asking.looking.at(seenCase(caseId, view.facts));
    const answer = caseAnswer(view, { sees, now: asking.now, language: asking.language });
    if (!answer) throw new CaseNotFound(caseId);
    asking.reply.header('etag', `"${answer.revision}"`);
    tellLanguage(asking.reply, asking.language);
    return answer;
  }

  @Get(':caseId/actions')
  @Allow('case:read')
  @ApiOperation({ summary: 'Tell what the caller may do next with a case, and what stands in the way of the rest' })
  @ApiOkResponse({ type: CaseActionsDto })
  async actionsOf(
    @Param('caseId', CaseIdPipe) caseId: string,
    @Asking() { caller, officeScope, now, language, reply }: QueryRequest,
    @Query() _lang: LanguageQuery,
  ): Promise<CaseActionsDto> {
    const asking = { actor: caller.subject, office: officeScope, now };
    const { revision, actions } = await this.bus.execute(new ActionsOfCase(caseId, asking));
    reply.header('etag', `"${revision}"`);
    tellLanguage(reply, language);
    const asker = { role: caller.role, language, now, about: { caseId } };
    return { caseId, revision, actions: caseActionsAnswer(actions, asker) };
  }

  @Get(':caseId/timeline')
  @Allow('case:read')
  @ApiOperation({ summary: 'List what happened in a case, oldest first' })
  @ApiOkResponse({ type: TimelinePageDto })
  async timeline(
    @Param('caseId', CaseIdPipe) caseId: string,
    @Query() query: SpokenListQuery,
    @Asking() asking: QueryRequest,
  ): Promise<TimelinePageDto> {
    const found = await this.queries.ask(asking, ({ timeline }) => timeline.ofCase(caseId, query));
    const { items, nextCursor, position } = visibleCase(found, caseId, asking);
    tellLanguage(asking.reply, asking.language);
    return { items: items.map((entry) => entryAnswer(entry, asking.language)), nextCursor, position };
  }

  @Get(':caseId/duties')
  @Allow('case:read')
  @ApiOperation({ summary: 'List the duties of a case: who must do what until when' })
  @ApiOkResponse({ type: CaseDutiesDto })
  async duties(
    @Param('caseId', CaseIdPipe) caseId: string,
    @Query() query: SpokenLongListQuery,
    @Asking() asking: QueryRequest,
  ): Promise<CaseDutiesDto> {
    const found = await this.queries.ask(asking, ({ cases }) => cases.duties(caseId));
    const { revision, duties } = visibleCase(found, caseId, asking);
    const { items, nextCursor } = pageOfAll(`duties of ${caseId}`, duties, query);
    tellLanguage(asking.reply, asking.language);
    return { caseId, revision, duties: items.map((duty) => dutyAnswer(duty, asking)), nextCursor };
  }

  @Get(':caseId/duties/:rule/why')
  @Allow('case:read')
  @ApiOperation({ summary: 'Explain a due date of a case, day by day and in words' })
  @ApiOkResponse({ type: WhyDto })
  async why(
    @Param('caseId', CaseIdPipe) caseId: string,
    @Param('rule') rule: string,
    @Query() { instance }: WhyQuery,
    @Asking() asking: QueryRequest,
  ): Promise<WhyDto> {
    const owed = visibleCase(await this.queries.ask(asking, ({ cases }) => cases.duties(caseId)), caseId, asking);
    const which = { rule, instance: instance ?? null };
    const found = await this.queries.ask(asking, ({ cases }) => cases.duty(caseId, which, asking.language));
    if (!found) throw noSuchDuty(owed.duties.filter((duty) => duty.rule === rule));
    tellLanguage(asking.reply, asking.language);
    const { revision, text, duty: whole } = found;
    const { derivation, acceptance, paragraphText, ...duty } = whole;
    return { caseId, revision, duty: dutyAnswer(duty, asking), paragraphText, text, derivation, acceptance };
  }

  @Get(':caseId/attribution')
  @Allow('case:read')
  @ApiOperation({ summary: 'Tell who held a case on each day, and who made its duties late' })
  @ApiOkResponse({ type: CaseAttributionDto })
  async attribution(
    @Param('caseId', CaseIdPipe) caseId: string,
    @Asking() asking: QueryRequest,
  ): Promise<CaseAttributionDto> {
    const found = await this.queries.ask(asking, ({ cases }) => cases.attribution(caseId, asking.now));
    const { revision, attribution } = visibleCase(found, caseId, asking);
    return { caseId, revision, ...attribution };
  }

  /** One page of the worklist, and who is looked for in it on record. */
  async #page({ tab, soonDays, ...filters }: Listed, asking: QueryRequest): Promise<CasePageDto> {
    const { looking, now } = asking;
    if (looksForAPerson(filters.q)) lookUp(filters.q, looking);
    const within = tab && { tab, ...tabViewOf({ soonDays }, asking) };
    const request = { ...filters, within, now, officeId: officeOf(filters.officeId, asking) };
    const { applicants, ...page } = await this.queries.ask(asking, ({ worklist }) => worklist.page(request));
    return { ...page, items: page.items.map((row) => rowAnswer(row, applicants.get(row.caseId), looking)) };
  }
}

type Listed = Omit<WorklistRequest, 'now' | 'within'> & Pick<CasesQuery, 'tab'> & Soon;

/** A body may say null of what it leaves out. */
const withoutNulls = <T extends object>(body: T): T =>
  // What is left has the types that it had.
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null)) as T;

/** What was found of a case, where it is of the caller's office. Throws `CaseNotFound`. */
const visibleCase = <T extends Readonly<{ officeId: string | null }>>(
  found: T | null,
  caseId: string,
  asking: QueryRequest,
) => visible(found, asking, () => new CaseNotFound(caseId));

/** Of what is owed by instalments, each has a number, and has to be named by it. */
const noSuchDuty = (ofRule: readonly Readonly<{ instance: number | null }>[]): ProblemError => {
  const numbers = ofRule.flatMap(({ instance }) => instance ?? []);
  const detail =
    numbers.length > 0
      ? `The case has several duties under this rule: name one by \`?instance=\`, from ${Math.min(...numbers)} to ${Math.max(...numbers)}.`
      : 'The case has no duty under this rule, or not yet.';
  return new ProblemError('duty-not-found', detail);
};

/** Notes who is looked for. Throws a problem 403 where the caller may not look people up. */
const lookUp = (q: string | undefined, looking: Looking): void => {
  looking.note(iinSought(q));
  if (!looking.looksUpPersons) throw personsAreNotYours();
};

/** A row as a reader may see it. */
const rowAnswer = (row: WorklistRow, applicant: string | undefined, looking: Looking): WorklistRow => {
  const { caseId, route, applicantName } = row;
  if (applicantName === '') return row;
  const sees = looking.at({ caseId, route, persons: { applicants: applicant ? [applicant] : [], relatives: [] } });
  return sees('APPLICANT') ? row : { ...row, applicantName: hidden };
};

const personsAreNotYours = (): ProblemError =>
  new ProblemError('permission-missing', 'Your role may look for cases by their numbers, not by persons.', {
    permission: 'personal-data:read',
  });
