import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ComplaintActionsDto,
  ComplaintDto,
  ComplaintDutiesDto,
  ComplaintPageDto,
  ComplaintsQuery,
  ComplaintWhyDto,
  LongListQuery,
  LanguageQuery,
  SpokenUnmaskQuery,
} from '@app/contracts';
import { ActionsOfComplaint, ComplaintNotFound } from '@app/application';
import { ProblemError } from '@app/platform';
import { Allow, AllowToSeePersons } from '../http/auth/allow.decorator.js';
import { ComplaintIdPipe } from '../http/id.pipes.js';
import { tellLanguage } from '../http/language.js';
import { pageOfAll, flagOf, officeOf, Queries, visible } from '../http/queries.js';
import { Asking, type QueryRequest } from '../http/query-request.js';
import { seenComplaint } from '../http/access/persons.js';
import { complaintActionsAnswer } from './complaint-actions.js';
import { complaintAnswer, complaintDutyAnswer } from './complaint-answer.js';

/** Everything that may be read of complaints: only of the caller's office, and of persons only what the caller's role needs. */
@ApiTags('Complaints')
@Controller('api/v1')
export class ComplaintQueriesController {
  constructor(
    private readonly queries: Queries,
    private readonly bus: QueryBus,
  ) {}

  @Get('complaints')
  @Allow('complaint:read')
  @ApiOperation({ summary: 'List complaints, the next due date first' })
  @ApiOkResponse({ type: ComplaintPageDto })
  list(@Query() { overdue, ...query }: ComplaintsQuery, @Asking() asking: QueryRequest): Promise<ComplaintPageDto> {
    const officeId = officeOf(query.officeId, asking);
    const request = { ...query, now: asking.now, officeId, overdue: flagOf(overdue) };
    return this.queries.ask(asking, ({ complaints }) => complaints.page(request));
  }

  @Get('complaints/:complaintId')
  @AllowToSeePersons('complaint:read')
  @ApiOperation({ summary: 'Read a complaint' })
  @ApiOkResponse({ type: ComplaintDto })
  async one(
    @Param('complaintId', ComplaintIdPipe) id: string,
    @Asking() asking: QueryRequest,
    @Query() _query: SpokenUnmaskQuery,
  ): Promise<ComplaintDto> {
    const found = await this.queries.ask(asking, ({ complaints }) => complaints.byId(id));
    const complaint = visibleComplaint(found, id, asking);
    const { filing } = complaint.facts;
    const sees = asking.looking.at(seenComplaint(filing?.caseId ?? '', filing?.complainant ?? null));
    const answer = complaintAnswer(complaint, { sees, now: asking.now, language: asking.language });
    if (!answer) throw new ComplaintNotFound(id);
    asking.reply.header('etag', `"${answer.revision}"`);
    tellLanguage(asking.reply, asking.language);
    return answer;
  }

  @Get('complaints/:complaintId/actions')
  @Allow('complaint:read')
  @ApiOperation({
    summary: 'Tell what the caller may do next about a complaint, and what stands in the way of the rest',
  })
  @ApiOkResponse({ type: ComplaintActionsDto })
  async actionsOf(
    @Param('complaintId', ComplaintIdPipe) complaintId: string,
    @Asking() { caller, officeScope, now, language, reply }: QueryRequest,
    @Query() _lang: LanguageQuery,
  ): Promise<ComplaintActionsDto> {
    const asking = { actor: caller.subject, office: officeScope, now };
    const { revision, actions } = await this.bus.execute(new ActionsOfComplaint(complaintId, asking));
    reply.header('etag', `"${revision}"`);
    tellLanguage(reply, language);
    const asker = { role: caller.role, language, now, about: { complaintId } };
    return { complaintId, revision, actions: complaintActionsAnswer(actions, asker) };
  }

  @Get('complaints/:complaintId/duties')
  @Allow('complaint:read')
  @ApiOperation({ summary: 'List the duties of a complaint: who must do what until when' })
  @ApiOkResponse({ type: ComplaintDutiesDto })
  async duties(
    @Param('complaintId', ComplaintIdPipe) complaintId: string,
    @Query() query: LongListQuery,
    @Asking() asking: QueryRequest,
  ): Promise<ComplaintDutiesDto> {
    const found = await this.queries.ask(asking, ({ complaints }) => complaints.duties(complaintId));
    const { revision, duties } = visibleComplaint(found, complaintId, asking);
    const { items, nextCursor } = pageOfAll(`duties of ${complaintId}`, duties, query);
    return { complaintId, revision, duties: items.map((duty) => complaintDutyAnswer(duty, asking.now)), nextCursor };
  }

  @Get('complaints/:complaintId/duties/:rule/why')
  @Allow('complaint:read')
  @ApiOperation({ summary: 'Explain a due date of a complaint, day by day and in words' })
  @ApiOkResponse({ type: ComplaintWhyDto })
  async why(
    @Param('complaintId', ComplaintIdPipe) complaintId: string,
    @Param('rule') rule: string,
    @Asking() asking: QueryRequest,
    @Query() _lang: LanguageQuery,
  ): Promise<ComplaintWhyDto> {
    const found = await this.queries.ask(asking, ({ complaints }) =>
      complaints.duty(complaintId, rule, asking.language),
    );
    const { revision, explained } = visibleComplaint(found, complaintId, asking);
    if (!explained) throw new ProblemError('duty-not-found', 'The complaint has no duty under this rule, or not yet.');
    tellLanguage(asking.reply, asking.language);
    const { derivation, acceptance: _acceptance, paragraphText, ...duty } = explained.duty;
    const { text } = explained;
    return { complaintId, revision, duty: complaintDutyAnswer(duty, asking.now), paragraphText, text, derivation };
  }
}

/** What was found of a complaint, where it is of the caller's office. Throws `ComplaintNotFound`. */
const visibleComplaint = <T extends Readonly<{ officeId: string | null }>>(
  found: T | null,
  complaintId: string,
  asking: QueryRequest,
) => visible(found, asking, () => new ComplaintNotFound(complaintId));
