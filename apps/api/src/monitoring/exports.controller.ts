import { createHash } from 'node:crypto';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ExportQuery, ExportsDto } from '@app/contracts';
import { logLimit } from '@app/event-store';
import { fieldInvalid, ProblemError } from '@app/platform';
import { datasets, rowsAsText, type Dataset, type ExportFormat, type ExportPage } from '@app/read-models';
import { Allow } from '../http/auth/allow.decorator.js';
import { headerOf } from '../http/headers.js';
import { Queries } from '../http/queries.js';
import { Asking, type QueryRequest } from '../http/query-request.js';

const address = '/api/v1/monitoring/exports';

/** How long reading the log for one page may take. */
const readingMs = 20_000;

const header = (description: string, type: string = 'integer') => ({ description, schema: { type } });

/** Datasets of the log for the body that monitors quality: the same range gives the same bytes for ever. */
@ApiTags('Monitoring')
@Controller('api/v1/monitoring/exports')
export class ExportsController {
  constructor(private readonly queries: Queries) {}

  @Get()
  @Allow('exports:read')
  @ApiOperation({ summary: 'List the datasets that may be exported, with their columns' })
  @ApiOkResponse({ type: ExportsDto })
  async all(@Asking() asking: QueryRequest): Promise<ExportsDto> {
    await this.queries.assertInLog(asking);
    return {
      items: datasets.map(({ name, about, columns }) => ({ name, about, address: `${address}/${name}`, columns })),
    };
  }

  @Get(':dataset')
  @Allow('exports:read')
  @ApiOperation({
    summary: 'Export rows of a dataset in the order of the log, as NDJSON or CSV, without personal data',
  })
  @ApiOkResponse({
    description:
      'The rows, one a line. CSV begins with a line of column names; a cell that begins like a formula has an apostrophe before it.',
    content: {
      'application/x-ndjson': { schema: { type: 'string' } },
      'text/csv': { schema: { type: 'string' } },
    },
    headers: {
      'Content-Digest': header('The SHA-256 of the bytes (RFC 9530).', 'string'),
      Link: header('The address of the next page, as `rel="next"`.', 'string'),
      'X-Export-After': header('The `after` of the request: all rows lie behind this position.'),
      'X-Export-Next': header('The `after` for the next request: every row up to this position has been given.'),
      'X-Export-Count': header('The number of rows in the answer.'),
      'X-Export-End': header('`true` where there are no more rows yet, else `false`.', 'string'),
      'X-Export-Log-End': header('The position at which the log ended.'),
      'X-Export-Held-Back-At': header(
        'The position at which the export waits for a case that the read models hold back; absent where none does.',
      ),
    },
  })
  async page(
    @Param('dataset') name: string,
    @Query() { after = 0, limit = 1000, format }: ExportQuery,
    @Asking() asking: QueryRequest,
  ): Promise<Buffer> {
    const dataset = datasetNamed(name);
    const logEnd = await this.queries.logEnd();
    if (after > logEnd) throw beyondTheEnd(after, logEnd);
    const request = { after, limit, signal: logLimit(readingMs) };
    const page = await this.queries.ask(asking, ({ stageRecords, cases, complaints }, { eventStore: log }) =>
      dataset.page({ log, stageRecords, cases, complaints }, request),
    );
    const written = format ?? formatIn(headerOf(asking.reply.request.headers, 'accept'));
    const bytes = Buffer.from(rowsAsText(written, dataset.columns, page.rows));
    const next = `<${address}/${name}?after=${page.next}&limit=${limit}&format=${written}>; rel="next"`;
    asking.reply.headers({
      'content-type': mediaTypes[written],
      'content-digest': `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`,
      link: next,
      'x-export-after': after,
      'x-export-log-end': Math.max(logEnd, page.next),
      ...told(page),
    });
    return bytes;
  }
}

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
};

const told = ({ rows, next, end, heldBackAt }: ExportPage) => ({
  'x-export-next': next,
  'x-export-count': rows.length,
  'x-export-end': String(end),
  ...(heldBackAt !== null && { 'x-export-held-back-at': heldBackAt }),
});

const datasetNamed = (name: string): Dataset => {
  const found = datasets.find((dataset) => dataset.name === name);
  if (found) return found;
  const names = datasets.map((dataset) => dataset.name).join(', ');
  throw new ProblemError('dataset-not-found', `There is no dataset ${name}; there are ${names}.`);
};

/** Such a place was given by another log, or by this one before it was set back: going on from there would skip rows. */
const beyondTheEnd = (after: number, logEnd: number): ProblemError =>
  fieldInvalid('after', `must be at most ${logEnd}`, `The log ends at ${logEnd}: position ${after} is not one of it.`);

/** The first of our two media types that a caller accepts. */
const formatIn = (accept: string | null): ExportFormat => {
  const types = (accept ?? '').split(',').map((type) => type.replace(/;.*$/, '').trim().toLowerCase());
  const first = types.find((type) => type === 'text/csv' || type === 'application/x-ndjson');
  return first === 'text/csv' ? 'csv' : 'ndjson';
};
