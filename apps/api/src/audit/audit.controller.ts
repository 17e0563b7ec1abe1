import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseDiffDto, CaseStateDto, DiffQuery, EventsQuery, RawEventsDto, StateQuery } from '@app/contracts';
import { CaseHistories, type CaseHistory } from '@app/application';
import { UndecodableEvent } from '@app/event-store';
import { foldCase } from '@app/read-models';
import { VaultUnavailable } from '@app/vault';
import { Allow, AllowToSeePersons } from '../http/auth/allow.decorator.js';
import { seenCase } from '../http/access/persons.js';
import { CaseIdPipe } from '../http/id.pipes.js';
import { tellLanguage } from '../http/language.js';
import { pageOfAll, Queries } from '../http/queries.js';
import { Asking, type QueryRequest } from '../http/query-request.js';
import { caseThen, differenceOf, sideOf } from './case-then.js';
import { pointIn, revisionsIn } from './points.js';
import { rawEventsAnswer } from './raw-events-answer.js';

/** Histories of cases, folded from the log itself, no read model between: for auditors, across offices. */
@ApiTags('Audit')
@Controller('api/v1/audit/cases')
export class AuditController {
  constructor(
    private readonly histories: CaseHistories,
    private readonly queries: Queries,
  ) {}

  @Get(':caseId/events')
  @AllowToSeePersons('audit:read')
  @ApiOperation({ summary: 'Read the raw events of a case with metadata, and check their hash chain' })
  @ApiOkResponse({ type: RawEventsDto })
  async events(
    @Param('caseId', CaseIdPipe) caseId: string,
    @Query() query: EventsQuery,
    @Asking() asking: QueryRequest,
  ): Promise<RawEventsDto> {
    await this.queries.assertInLog(asking);
    const stored = await this.histories.stored(caseId);
    const entries = await this.#readable(stored);
    const facts =
      foldCase(entries.flatMap((entry) => (entry instanceof UndecodableEvent ? [] : [entry])))?.facts ?? null;
    const sees = asking.looking.at(seenCase(caseId, facts));
    tellLanguage(asking.reply, asking.language);
    return rawEventsAnswer({ caseId, stored, entries }, query, { sees, language: asking.language });
  }

  @Get(':caseId/state')
  @AllowToSeePersons('audit:read')
  @ApiOperation({
    summary: 'Read a case and its duties at a revision, as recorded at an instant, or as true at an instant',
  })
  @ApiOkResponse({ type: CaseStateDto })
  async state(
    @Param('caseId', CaseIdPipe) caseId: string,
    @Query() query: StateQuery,
    @Asking() asking: QueryRequest,
  ): Promise<CaseStateDto> {
    const history = await this.#history(caseId, asking);
    const then = caseThen(history, pointIn(query, history, asking.now), asking);
    tellLanguage(asking.reply, asking.language);
    const { items, nextCursor } = pageOfAll(`revisions of ${caseId}`, then.revisions, query);
    return { ...then, revisions: items, nextCursor };
  }

  @Get(':caseId/diff')
  @Allow('audit:read')
  @ApiOperation({ summary: 'Tell what changed in a case between two revisions, in words' })
  @ApiOkResponse({ type: CaseDiffDto })
  async diff(
    @Param('caseId', CaseIdPipe) caseId: string,
    @Query() query: DiffQuery,
    @Asking() asking: QueryRequest,
  ): Promise<CaseDiffDto> {
    const history = await this.#history(caseId, asking);
    const { from, to } = revisionsIn(query, history);
    const before = sideOf(history, { kind: 'REVISION', revision: from });
    const after = sideOf(history, { kind: 'REVISION', revision: to });
    const { happened, ...difference } = differenceOf(before, after, asking.language);
    tellLanguage(asking.reply, asking.language);
    const { items, nextCursor } = pageOfAll(`differences of ${caseId}`, happened, query);
    return {
      caseId,
      from: from < 0 ? { revision: null, recordedAt: null } : { revision: from, recordedAt: before.asOf },
      to: { revision: to, recordedAt: after.asOf },
      happened: items,
      ...difference,
      nextCursor,
    };
  }

  /** Nothing where the key store is away: the log shows its events all the same, without words. */
  async #readable(stored: CaseHistory['stored']): Promise<CaseHistory['entries']> {
    try {
      return await this.histories.entries(stored);
    } catch (error) {
      if (error instanceof VaultUnavailable) return [];
      throw error;
    }
  }

  /** The log itself includes every position that it has. */
  async #history(caseId: string, asking: QueryRequest): Promise<CaseHistory> {
    await this.queries.assertInLog(asking);
    return this.histories.of(caseId);
  }
}
