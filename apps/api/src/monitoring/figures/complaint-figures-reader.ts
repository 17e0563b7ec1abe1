import { Injectable } from '@nestjs/common';
import type {
  ComplaintFiguresDto,
  ComplaintFiguresQuery,
  ComplaintsBehindDto,
  ComplaintsBehindQuery,
} from '@app/contracts';
import { localDateOf } from '@app/domain';
import type { ComplaintFigure } from '@app/read-models';
import { Queries } from '../../http/queries.js';
import type { QueryRequest } from '../../http/query-request.js';
import { addressAt, queryOf, type Parameters } from './addresses.js';
import { askAt, assertInOrder, countedOffice } from './asked-position.js';

/** Where today is told where nobody says as of which day. */
const zone = 'Asia/Almaty';

/** Counts complaints for a caller: those about its office, or about every one, at a position of the log. */
@Injectable()
export class ComplaintFiguresReader {
  constructor(private readonly queries: Queries) {}

  /** Throws a problem 422 where the months are in no order, 503 where the position did not come in time. */
  async all(query: ComplaintFiguresQuery, asking: QueryRequest): Promise<ComplaintFiguresDto> {
    assertInOrder(query);
    const asOf = query.asOf ?? (query.position === undefined ? localDateOf(asking.now, zone) : undefined);
    const { addressee, from, until } = query;
    const asked = { officeId: query.officeId ?? asking.officeScope ?? undefined, addressee, from, until, asOf };
    const selection = { ...asked, officeId: countedOffice(query.officeId, asking) };
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

  /** Throws a problem 422 where the months are in no order, 503 where the position did not come in time. */
  async cases(query: ComplaintsBehindQuery, asking: QueryRequest): Promise<ComplaintsBehindDto> {
    assertInOrder(query);
    const { addressee, outcome, term, extended, ...rest } = query;
    const kind = { addressee, outcome: outcome === 'none' ? null : outcome, term, extended: extended === 'true' };
    const officeId = countedOffice(query.officeId, asking);
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
