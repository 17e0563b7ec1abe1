import { createHash } from 'node:crypto';
import type { ExportQuery, ExportsDto } from '@app/contracts';
import type { EventStore } from '@app/event-store';
import { ProblemError } from '@app/platform';
import { datasets, rowsAsText, type Dataset, type ExportFormat, type ExportPage } from '@app/read-models';
import type { Queries } from '../../http/queries.js';
import { headerOf } from '../../http/headers.js';
import type { QueryRequest } from '../../http/query-request.js';

const address = '/api/v1/monitoring/exports';

/** How long reading the log for one page may take. */
const readingMs = 20_000;

/** Writes pages of datasets, with a digest and the place where the next one begins. */
export class ExportsReader {
  constructor(
    private readonly queries: Queries,
    private readonly log: EventStore,
  ) {}

  async all(asking: QueryRequest): Promise<ExportsDto> {
    await this.queries.assertInLog(asking);
    return {
      items: datasets.map(({ name, about, columns }) => ({ name, about, address: `${address}/${name}`, columns })),
    };
  }

  /** The bytes of a page; headers say the rest. Throws a problem 404 without such a dataset, 422 beyond the end of the log. */
  async page(name: string, { after = 0, limit = 1000, format }: ExportQuery, asking: QueryRequest): Promise<Buffer> {
    const dataset = datasetNamed(name);
    const logEnd = (await this.log.lastPosition()) ?? 0;
    if (after > logEnd) throw beyondTheEnd(after, logEnd);
    const request = { after, limit, signal: AbortSignal.timeout(readingMs) };
    const page = await this.queries.ask(asking, ({ stageRecords }) =>
      dataset.page({ log: this.log, stageRecords }, request),
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
  new ProblemError('fields-invalid', `The log ends at ${logEnd}: position ${after} is not one of it.`, {
    errors: [{ path: 'after', message: `must be at most ${logEnd}` }],
  });

/** The first of our two media types that a caller accepts. */
const formatIn = (accept: string | null): ExportFormat => {
  const types = (accept ?? '').split(',').map((type) => type.replace(/;.*$/, '').trim().toLowerCase());
  const first = types.find((type) => type === 'text/csv' || type === 'application/x-ndjson');
  return first === 'text/csv' ? 'csv' : 'ndjson';
};
