import { createHash } from 'node:crypto';
import type { ExportQuery } from '@app/contracts';
import { patiently, type ApiRequest } from '../api-request.js';
import { OpsProblem } from '../command.js';

export type Format = NonNullable<ExportQuery['format']>;

/** What is exported, from which position on (exclusive), in pages of how many rows. */
export type Asked = Readonly<{ dataset: string; format: Format; after: number; limit: number }>;

/** One page, its digest verified. CSV comes with its line of names. */
export type Page = Readonly<{ bytes: Buffer; next: number; rows: number; end: boolean; logEnd: number }>;

/** Every page of a dataset from a position to the end. Throws `OpsProblem`: what the api says, or `digest-mismatch`. */
export async function* pagesOf(request: ApiRequest, asked: Asked): AsyncGenerator<Page, void, undefined> {
  let after = asked.after;
  for (;;) {
    const page = await patiently(() => pageOf(request, { ...asked, after }));
    yield page;
    if (page.end) return;
    after = page.next;
  }
}

const pageOf = async (request: ApiRequest, { dataset, format, after, limit }: Asked): Promise<Page> => {
  const path = `/monitoring/exports/${encodeURIComponent(dataset)}?after=${after}&limit=${limit}&format=${format}`;
  const { headers, ...response } = await answerOf(request, path);
  const digest = `sha-256=:${createHash('sha256').update(response.bytes).digest('base64')}:`;
  if (headers.get('content-digest') !== digest)
    throw new OpsProblem('digest-mismatch', `the page after ${after} is not what the api sent: ask for it again`);
  return {
    bytes: response.bytes,
    next: Number(headers.get('x-export-next')),
    rows: Number(headers.get('x-export-count')),
    end: headers.get('x-export-end') === 'true',
    logEnd: Number(headers.get('x-export-log-end')),
  };
};

const answerOf = async (request: ApiRequest, path: string): Promise<Readonly<{ headers: Headers; bytes: Buffer }>> => {
  const response = await request('GET', path);
  return { headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
};
