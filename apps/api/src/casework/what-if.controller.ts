import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { LanguageQuery, ProblemDto, WhatIfAnswerDto, WhatIfDto } from '@app/contracts';
import type { CaseChangesDto, SupposedDto, SupposedEventDto } from '@app/contracts';
import {
  eventSchemas,
  Refusal,
  suppose,
  type CaseEvent,
  type Changes,
  type SupposedDuty,
  type Supposing,
} from '@app/domain';
import { fieldInvalid } from '@app/platform';
import { pageLimit, pageOf, readCursor, writeCursor, type CaseInState, type ReadModels } from '@app/read-models';
import { CaseNotFound } from '@app/application';
import { Allow } from '../http/auth/allow.decorator.js';
import { officeOf, Queries, visible } from '../http/queries.js';
import { Asking, type QueryRequest } from '../http/query-request.js';

/** Which duties would change if something were so. Nothing is written. */
@ApiTags('Casework')
@Controller('api/v1/what-if')
export class WhatIfController {
  constructor(private readonly queries: Queries) {}

  @Post()
  @HttpCode(200)
  @Allow('what-if:read')
  @ApiOperation({
    summary: 'Ask which duties would change under another calendar, other terms or supposed events. Nothing is written',
  })
  @ApiOkResponse({ type: WhatIfAnswerDto })
  @ApiConflictResponse({
    description: 'A rule refused what is supposed.',
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } },
  })
  async ask(
    @Body() { caseId, officeId, changes, limit, cursor }: WhatIfDto,
    @Asking() asking: QueryRequest,
    @Query() _lang: LanguageQuery,
  ): Promise<WhatIfAnswerDto> {
    const single = caseId ?? null;
    const supposed = changesOf(changes, single !== null, asking.now);
    return this.queries.ask(asking, async (readModels) => {
      const position = await readModels.position();
      const supposing = suppose(supposed, await readModels.calendars(), asking.now);
      const office = officeOf(officeId ?? undefined, asking) ?? null;
      const found =
        single === null
          ? await ofAll(readModels, office, supposing)
          : await ofOne(readModels, single, { asking, supposing });
      const after = readCursor(list, cursor) ?? '';
      const left = found.cases.filter((one) => one.caseId > after).sort(byCaseId);
      const { items, nextCursor } = pageOf(left, limit ?? pageLimit, (last) => writeCursor(list, last.caseId));
      return { asOf: asking.now, position, summary: found.summary, cases: items, nextCursor };
    });
  }
}

/** The name that its cursors bear. */
const list = 'what-if';

const byCaseId = (one: CaseChangesDto, other: CaseChangesDto): number => (one.caseId < other.caseId ? -1 : 1);

type Found = Pick<WhatIfAnswerDto, 'summary' | 'cases'>;
type Asked = Readonly<{ asking: QueryRequest; supposing: Supposing }>;

const ofOne = async ({ cases }: ReadModels, caseId: string, { asking, supposing }: Asked): Promise<Found> => {
  const found = visible(await cases.stateOf(caseId), asking, () => new CaseNotFound(caseId));
  const changed = changesIn(found, supposing);
  return {
    summary: summaryOf(1, changed),
    cases: changed.length === 0 ? [] : [{ caseId, officeId: found.officeId, duties: changed }],
  };
};

/** `office`: null for all. */
const ofAll = async ({ cases }: ReadModels, office: string | null, supposing: Supposing): Promise<Found> => {
  const changed: CaseChangesDto[] = [];
  let looked = 0;
  for await (const { caseId, officeId, state } of cases.openStates(office)) {
    looked += 1;
    const duties = supposing(state);
    if (duties.length > 0) changed.push({ caseId, officeId: officeId ?? '', duties: duties.map(brief) });
  }
  return {
    summary: summaryOf(
      looked,
      changed.flatMap(({ duties }) => duties),
    ),
    cases: changed,
  };
};

const brief = ({ derivation: _days, ...change }: SupposedDuty) => change;

const summaryOf = (cases: number, changed: CaseChangesDto['duties']): Found['summary'] => ({
  cases,
  dutiesMoved: changed.filter(({ dueNow, dueThen }) => dueNow !== null && dueThen !== null && dueNow !== dueThen)
    .length,
  newlyOverdue: changed.filter(({ statusNow, statusThen }) => statusThen === 'OVERDUE' && statusNow !== 'OVERDUE')
    .length,
});

/** Facts whose shape is the caller's may be none that a case can bear. */
const changesIn = ({ state }: CaseInState, supposing: Supposing): readonly SupposedDuty[] => {
  try {
    return supposing(state);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw fieldInvalid('changes.events', 'must be events with the data that the event catalogue names');
  }
};

const changesOf = ({ calendarDays, terms, events }: SupposedDto, single: boolean, now: string): Changes => {
  const supposed = events ?? [];
  if (supposed.length > 0 && !single) throw fieldInvalid('changes.events', 'can be supposed of a single case only');
  return {
    calendarDays: calendarDays ?? [],
    terms: terms ?? [],
    events: supposed.map((event, index) => eventOf(event, index, now)),
  };
};

const eventOf = ({ type, data }: SupposedEventDto, index: number, now: string): CaseEvent => {
  if (!Object.hasOwn(eventSchemas, type))
    throw fieldInvalid(`changes.events.${index}.type`, 'must be an event of the event catalogue');
  // Whether the data is that of the type, the fold finds out.
  return { type, data: { at: now, ...data } } as unknown as CaseEvent;
};
