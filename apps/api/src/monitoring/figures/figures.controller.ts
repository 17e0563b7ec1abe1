import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CasesBehindDto,
  CasesBehindQuery,
  figureDimensions,
  FiguresDto,
  FiguresQuery,
  type CaseSelectionQuery,
} from '@app/contracts';
import { fieldInvalid } from '@app/platform';
import type { CaseBehind, CaseSelection, FigureDimension, GroupFigures, GroupKey } from '@app/read-models';
import { Allow } from '../../http/auth/allow.decorator.js';
import { officeOf, Queries } from '../../http/queries.js';
import { Asking, type QueryRequest } from '../../http/query-request.js';
import { askAt, addressAt, assertInOrder, queryOf, type Parameters } from './asked-position.js';
import { groupAnswer } from './figures-answer.js';

/** Figures of cases, each with the cases behind it. */
@ApiTags('Monitoring')
@Controller('api/v1/monitoring/figures')
export class FiguresController {
  constructor(private readonly queries: Queries) {}

  @Get()
  @Allow('figures:monitor')
  @ApiOperation({
    summary: 'Count cases and measure how long they took and how many were on time, each figure with its receipt',
  })
  @ApiOkResponse({ type: FiguresDto })
  async all(@Query() query: FiguresQuery, @Asking() asking: QueryRequest): Promise<FiguresDto> {
    assertInOrder(query);
    const by = figureDimensions.filter((dimension) => query.by?.split(',').includes(dimension));
    const parameters = parametersOf(query, asking);
    const asked = { by: by.length === 0 ? undefined : by.join(','), ...parameters };
    return askAt(this.queries, { position: query.position, asking }, async ({ caseFigures }, position) => {
      const request = { ...query, ...selectionOf(query, asking), by: by.filter(isOfGroups), position: position ?? 0 };
      const { heldBack, total, groups } = await caseFigures.figures(request);
      const rest = { position, asOf: query.asOf ?? null, heldBack };
      const answer = (key: GroupKey, figures: GroupFigures) =>
        groupAnswer(figures, { key, parameters, byStage: by.includes('stage'), ...rest });
      return {
        receipt: {
          query: queryOf(asked),
          ...rest,
          rulebooks: total.rulebooks,
          again: addressAt('figures', asked, position),
        },
        total: answer({}, total),
        groups: groups.map(({ key, figures }) => answer(key, figures)),
      };
    });
  }

  @Get('cases')
  @Allow('figures:monitor')
  @ApiOperation({ summary: 'List the cases behind a figure, as they were at its position' })
  @ApiOkResponse({ type: CasesBehindDto })
  async cases(@Query() query: CasesBehindQuery, @Asking() asking: QueryRequest): Promise<CasesBehindDto> {
    assertInOrder(query);
    assertWhole(query);
    const { month, ...rest } = query;
    return askAt(this.queries, { position: query.position, asking }, async ({ caseFigures }, position) => {
      const selection = { ...selectionOf(query, asking), month: month === 'none' ? null : month };
      const page = await caseFigures.behind({ ...rest, ...selection, position: position ?? 0 });
      return { ...page, items: page.items.map(caseAnswer), position };
    });
  }
}

const isOfGroups = (dimension: string): dimension is FigureDimension => dimension !== 'stage';

const selectionOf = (query: CaseSelectionQuery, asking: QueryRequest): CaseSelection => {
  const { route, form, monthOf = 'RECEIPT', from, until } = query;
  return { officeId: officeOf(query.officeId, asking), route, form, monthOf, from, until };
};

/** What was asked, with nothing left open: so asked again by somebody of another office it is the same. */
const parametersOf = (query: CaseSelectionQuery, { officeScope }: QueryRequest): Parameters => {
  const { officeId, route, form, monthOf = 'RECEIPT', from, until, rule, asOf } = query;
  return { officeId: officeId ?? officeScope ?? undefined, route, form, monthOf, from, until, rule, asOf };
};

const assertWhole = ({ figure, stage, span, asOf }: CasesBehindQuery): void => {
  if (figure === 'LYING' && stage === undefined) throw fieldInvalid('stage', 'must be given with LYING');
  if (figure === 'MEASURED' && span === undefined) throw fieldInvalid('span', 'must be given with MEASURED');
  if (figure === 'OVERDUE' && asOf === undefined) throw fieldInvalid('asOf', 'must be given with OVERDUE');
};

const caseAnswer = ({ days, ...one }: CaseBehind): CasesBehindDto['items'][number] => ({
  ...one,
  calendarDays: days?.[0] ?? null,
  workingDays: days?.[1] ?? null,
});
