import { Injectable } from '@nestjs/common';
import {
  figureDimensions,
  type CasesBehindDto,
  type CasesBehindQuery,
  type CaseSelectionQuery,
  type FiguresDto,
  type FiguresQuery,
} from '@app/contracts';
import type { CaseBehind, CaseSelection, FigureDimension, GroupFigures, GroupKey } from '@app/read-models';
import { Queries } from '../../http/queries.js';
import type { QueryRequest } from '../../http/query-request.js';
import { addressAt, queryOf, type Parameters } from './addresses.js';
import { askAt, assertInOrder, countedOffice, invalid } from './asked-position.js';
import { groupAnswer } from './figures-answer.js';

/** Counts cases for a caller: those of its office, or of every one, at a position of the log. */
@Injectable()
export class FiguresReader {
  constructor(private readonly queries: Queries) {}

  /** Throws a problem 422 where the months are in no order, 503 where the position did not come in time. */
  async all(query: FiguresQuery, asking: QueryRequest): Promise<FiguresDto> {
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

  /** Throws a problem 422 where a figure is not told whole, 503 where the position did not come in time. */
  async cases(query: CasesBehindQuery, asking: QueryRequest): Promise<CasesBehindDto> {
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
  return { officeId: countedOffice(query.officeId, asking), route, form, monthOf, from, until };
};

/** What was asked, with nothing left open: so asked again by somebody of another office it is the same. */
const parametersOf = (query: CaseSelectionQuery, { officeScope }: QueryRequest): Parameters => {
  const { officeId, route, form, monthOf = 'RECEIPT', from, until, rule, asOf } = query;
  return { officeId: officeId ?? officeScope ?? undefined, route, form, monthOf, from, until, rule, asOf };
};

const assertWhole = ({ figure, stage, span, asOf }: CasesBehindQuery): void => {
  if (figure === 'LYING' && stage === undefined) throw invalid('stage', 'must be given with LYING');
  if (figure === 'MEASURED' && span === undefined) throw invalid('span', 'must be given with MEASURED');
  if (figure === 'OVERDUE' && asOf === undefined) throw invalid('asOf', 'must be given with OVERDUE');
};

const caseAnswer = ({ days, ...one }: CaseBehind): CasesBehindDto['items'][number] => ({
  ...one,
  calendarDays: days?.[0] ?? null,
  workingDays: days?.[1] ?? null,
});
