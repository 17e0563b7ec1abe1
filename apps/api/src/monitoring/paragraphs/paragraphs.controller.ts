import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ParagraphDetailDto,
  ParagraphsDto,
  ParagraphsQuery,
  type ParagraphCountsDto,
  type ParagraphDto,
} from '@app/contracts';
import { orderParagraphs, passagesOf, rulesOf } from '@app/domain';
import { ProblemError } from '@app/platform';
import { paragraphBuckets, type ParagraphCount } from '@app/read-models';
import { Allow } from '../../http/auth/allow.decorator.js';
import { officeOf, Queries } from '../../http/queries.js';
import { Asking, type QueryRequest } from '../../http/query-request.js';

const dayMs = 86_400_000;

/** The Order, paragraph by paragraph: which duties stand under it, and which code and tests carry its rules. */
@ApiTags('Monitoring')
@Controller('api/v1/monitoring/paragraphs')
export class ParagraphsController {
  constructor(private readonly queries: Queries) {}

  @Get()
  @Allow('duties:monitor')
  @ApiOperation({
    summary:
      'List the paragraphs of the Order, with their rules and the duties open, due soon, overdue, missed and pending under each',
  })
  @ApiOkResponse({ type: ParagraphsDto })
  async all(@Query() query: ParagraphsQuery, @Asking() asking: QueryRequest): Promise<ParagraphsDto> {
    const { counts, position } = await this.#counts(query, asking);
    return {
      asOf: asking.now,
      position,
      items: orderParagraphs.map((paragraph) => paragraphAnswer(paragraph, counts)),
    };
  }

  @Get(':paragraph')
  @Allow('duties:monitor')
  @ApiOperation({ summary: 'Read one paragraph of the Order, with the code and the tests of each of its rules' })
  @ApiOkResponse({ type: ParagraphDetailDto })
  async one(
    @Param('paragraph') paragraph: string,
    @Query() query: ParagraphsQuery,
    @Asking() asking: QueryRequest,
  ): Promise<ParagraphDetailDto> {
    if (!orderParagraphs.includes(paragraph))
      throw new ProblemError(
        'paragraph-not-found',
        `There is no paragraph ${paragraph}; GET /monitoring/paragraphs lists them.`,
      );
    const { counts, position } = await this.#counts(query, asking);
    const under = countsUnder(paragraph, counts);
    return {
      ...paragraphAnswer(paragraph, counts),
      asOf: asking.now,
      position,
      passages: passagesOf(paragraph),
      rules: rulesOf(paragraph).flatMap((rule) => {
        const carried = carriedRule(rule);
        return carried ? [{ ...carried, counts: summed(under.filter((one) => one.rule === rule)) }] : [];
      }),
    };
  }

  #counts({ officeId, soonDays = 3 }: ParagraphsQuery, asking: QueryRequest) {
    const soonUntil = new Date(Date.parse(asking.now) + soonDays * dayMs).toISOString();
    const request = { officeId: officeOf(officeId, asking), asOf: asking.now, soonUntil };
    return this.queries.ask(asking, (readModels) => readModels.paragraphCounts(request));
  }
}

const paragraphAnswer = (paragraph: string, counts: readonly ParagraphCount[]): ParagraphDto => ({
  paragraph,
  begins: passagesOf(paragraph)[0]?.text[0] ?? null,
  ruleIds: rulesOf(paragraph),
  counts: summed(countsUnder(paragraph, counts)),
  address: `/api/v1/monitoring/paragraphs/${encodeURIComponent(paragraph)}`,
  duties: `/api/v1/monitoring/duties?paragraph=${encodeURIComponent(paragraph)}`,
});

/** A duty stands under the paragraph that it names, whole or a part of it. */
const countsUnder = (paragraph: string, counts: readonly ParagraphCount[]): readonly ParagraphCount[] => {
  const parts = new Set(passagesOf(paragraph).map((part) => part.paragraph));
  return counts.filter((one) => parts.has(one.paragraph));
};

const summed = (counts: readonly ParagraphCount[]): ParagraphCountsDto => {
  const [OPEN = 0, DUE_SOON = 0, OVERDUE = 0, MISSED = 0, PENDING = 0] = paragraphBuckets.map((bucket) =>
    counts.filter((one) => one.bucket === bucket).reduce((sum, { count }) => sum + count, 0),
  );
  return { OPEN, DUE_SOON, OVERDUE, MISSED, PENDING };
};

import rows from './conformance.json' with { type: 'json' };

/** A rule of docs/law/rules.md, and the code and tests that carry it; made by `npm run docs`. */
type CarriedRule = Readonly<{
  rule: string;
  place: string;
  asks: string;
  code: readonly string[];
  tests: readonly Readonly<{ file: string; title: string }>[];
  notForSoftware: string | null;
}>;

const byRule: ReadonlyMap<string, CarriedRule> = new Map(rows.map((row) => [row.rule, row]));

/** What carries a rule; null where docs/law/rules.md has no row of it. */
const carriedRule = (rule: string): CarriedRule | null => byRule.get(rule) ?? null;
