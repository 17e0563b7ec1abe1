import { setTimeout as delay } from 'node:timers/promises';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActionsOfCase, CaseNotFound } from '@app/application';
import { SpokenUnmaskQuery, WholeCaseDto } from '@app/contracts';
import type { CaseView, ReadModels, TimelineEntry } from '@app/read-models';
import { seenCase } from '../http/access/persons.js';
import { AllowToSeePersons } from '../http/auth/allow.decorator.js';
import { CaseIdPipe } from '../http/id.pipes.js';
import { tellLanguage } from '../http/language.js';
import { Queries, visible } from '../http/queries.js';
import { Asking, type QueryRequest } from '../http/query-request.js';
import { caseActionsAnswer } from './case-actions.js';
import { caseAnswer } from './case-answer.js';
import { entryAnswer } from './entry-answer.js';

/** What a page shows of a case, in one answer: made as the single addresses make it. */
@ApiTags('Casework')
@Controller('api/v1/cases')
export class WholeCaseController {
  constructor(
    private readonly queries: Queries,
    private readonly bus: QueryBus,
  ) {}

  @Get(':caseId/page')
  @AllowToSeePersons('case:read')
  @ApiOperation({ summary: 'Read a case with its duties, what may be done next and what happened, at one revision' })
  @ApiOkResponse({ type: WholeCaseDto })
  async whole(
    @Param('caseId', CaseIdPipe) caseId: string,
    @Asking() asking: QueryRequest,
    @Query() _query: SpokenUnmaskQuery,
  ): Promise<WholeCaseDto> {
    const { caller, officeScope, looking, language, now, reply } = asking;
    const found = await this.queries.ask(asking, (readModels) => atOneRevision(readModels, caseId));
    const view = visible(found?.view ?? null, asking, () => new CaseNotFound(caseId));
    const next = await this.bus.execute(new ActionsOfCase(caseId, { actor: caller.subject, office: officeScope, now }));
    const shown = caseAnswer(view, { sees: looking.at(seenCase(caseId, view.facts)), now, language });
    if (!shown || !found) throw new CaseNotFound(caseId);
    reply.header('etag', `"${shown.revision}"`);
    tellLanguage(reply, language);
    const actions = caseActionsAnswer(next.actions, { role: caller.role, language, now, about: { caseId } });
    return {
      position: found.timeline.position,
      case: shown,
      actions: { caseId, revision: next.revision, actions },
      timeline: { ...found.timeline, items: found.timeline.items.map((entry) => entryAnswer(entry, language)) },
    };
  }
}

/** The two are written one after the other: so often it is looked again where the history is not as far as the case. */
const mostLooks = 5;

/** A case, and what happened up to its revision; null where there is no such case. */
const atOneRevision = async (
  { cases, timeline }: Pick<ReadModels, 'cases' | 'timeline'>,
  caseId: string,
  looks = 1,
): Promise<Found | null> => {
  const view = await cases.byId(caseId);
  const happened = await timeline.ofCase(caseId);
  if (view === null || happened === null) return null;
  if (!reaches(happened, view) && looks < mostLooks) {
    await delay(20);
    return atOneRevision({ cases, timeline }, caseId, looks + 1);
  }
  const { nextCursor, position } = happened;
  const items = happened.items.filter(({ revision }) => revision <= view.revision);
  return { view, timeline: { items, nextCursor, position } };
};

const reaches = ({ items, nextCursor }: Found['timeline'], { revision }: CaseView): boolean =>
  nextCursor !== null || (items.at(-1)?.revision ?? -1) >= revision;

type Happened = Omit<WholeCaseDto['timeline'], 'items'> & Readonly<{ items: readonly TimelineEntry[] }>;
type Found = Readonly<{ view: CaseView; timeline: Happened }>;
