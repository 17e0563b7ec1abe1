import { createHash } from 'node:crypto';
import { canonicalJson } from '@app/proof';
import type { QueryRequest } from './query-request.js';

/** How long a caller may show what it has before it asks again. */
const freshSeconds = 300;

/**
 * An answer that is the same for everybody until the system is another: with an `ETag` of its contents; nothing (304) where the caller
 * has it already.
 */
export const answerUnlessKnown = <T>({ reply, ifNoneMatch }: QueryRequest, answer: T): T | undefined => {
  const digest = createHash('sha256').update(canonicalJson(answer)).digest('base64url').slice(0, 27);
  const etag = `"${digest}"`;
  reply.header('etag', etag).header('cache-control', `private, max-age=${freshSeconds}`);
  if (!ifNoneMatch.includes(etag)) return answer;
  reply.code(304);
  return undefined;
};
