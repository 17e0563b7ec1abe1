import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ComplaintFiguresDto, ComplaintFiguresQuery, ComplaintsBehindDto, ComplaintsBehindQuery } from '@app/contracts';
import type { ComplaintFigure } from '@app/read-models';
import { Allow } from '../../http/auth/allow.decorator.js';
import { officeOf, Queries } from '../../http/queries.js';
import { Asking, todayOf, type QueryRequest } from '../../http/query-request.js';
import { askAt, addressAt, assertInOrder, queryOf, type Parameters } from './asked-position.js';

/** Figures of complaints, each with the complaints behind it. */
@ApiTags('Monitoring')
@Controller('api/v1/monitoring/complaints')
export class ComplaintFiguresController {
  constructor(private readonly queries: Queries) {}

  @Get()
  @Allow('complaint:monitor')
  @ApiOperation({ summary: 'Count complaints by addressee, outcome, term and extension, each count with its receipt' })
  @ApiOkResponse({ type: ComplaintFiguresDto })
  async all(@Query() query: ComplaintFiguresQuery, @Asking() asking: QueryRequest): Promise<ComplaintFiguresDto> {
    assertInOrder(query);
    const asOf = query.asOf ?? (query.position === undefined ? todayOf(asking) : undefined);
    const { addressee, from, until } = query;
    const asked = { officeId: query.officeId ?? asking.officeScope ?? undefined, addressee, from, until, asOf };
    const selection = { ...asked, officeId: officeOf(query.officeId, asking) };
    return askAt(this.queries, { position: query.position, asking }, async ({ complaintFigures }, position) => {
      const { items, heldBack } = await complaintFigures.figures({ ...selection, position: position ?? 0 });
      const rest = { position, asOf: asOf ?? null, heldBack };
      return {
        asOf: asOf ?? null,
        position,
        receipt: {
          query: queryOf(asked),
          ...rest,
          rulebooks: [...new Set(items.flatMap(({ rulebooks }) => rulebooks))].toSorted(),
          again: addressAt('complaints', asked, position),
        },
        total: items.reduce((sum, { count }) => sum + count, 0),
        items: items.map((item) => figureAnswer(item, { asked, ...rest })),
      };
    });
  }

  @Get('cases')
  @Allow('complaint:monitor')
  @ApiOperation({ summary: 'List the complaints behind a figure, as they were at its position' })
  @ApiOkResponse({ type: ComplaintsBehindDto })
  async cases(@Query() query: ComplaintsBehindQuery, @Asking() asking: QueryRequest): Promise<ComplaintsBehindDto> {
    assertInOrder(query);
    const { addressee, outcome, term, extended, ...rest } = query;
    const kind = { addressee, outcome: outcome === 'none' ? null : outcome, term, extended: extended === 'true' };
    const officeId = officeOf(query.officeId, asking);
    return askAt(this.queries, { position: query.position, asking }, async ({ complaintFigures }, position) => {
      const page = await complaintFigures.behind({ ...rest, kind, officeId, position: position ?? 0 });
      return { ...page, position };
    });
  }
}

type Rest = Readonly<{ asked: Parameters; position: number | null; asOf: string | null; heldBack: number }>;

const figureAnswer = (
  { rulebooks, count, ...kind }: ComplaintFigure,
  { asked, position, asOf, heldBack }: Rest,
): ComplaintFiguresDto['items'][number] => {
  const parameters = { ...asked, ...kind, outcome: kind.outcome ?? 'none' };
  const cases = addressAt('complaints/cases', parameters, position);
  return { ...kind, count, receipt: { query: queryOf(parameters), position, asOf, rulebooks, heldBack, cases } };
};
