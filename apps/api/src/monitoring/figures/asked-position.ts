import { ProblemError } from '@app/platform';
import type { ReadModels } from '@app/read-models';
import { isElsewhere, type Queries } from '../../http/queries.js';
import type { QueryRequest } from '../../http/query-request.js';

/** No office has an empty id: what is counted of it is nothing. */
const nowhere = '';

/** The office whose cases are counted for a caller; undefined for every office. */
export const countedOffice = (officeId: string | undefined, asking: QueryRequest): string | undefined =>
  isElsewhere(officeId, asking) ? nowhere : (officeId ?? asking.officeScope ?? undefined);

/**
 * Asks about a log position: the one asked for, once the read models include it, or else the one that they include; null
 * before the first event. Throws a problem 422 where a position is beyond the end of the log, 503 with the lag where it did not come in time.
 */
export const askAt = async <T>(
  queries: Queries,
  { position: asked, asking }: Readonly<{ position: string | undefined; asking: QueryRequest }>,
  query: (readModels: ReadModels, position: number | null) => Promise<T>,
): Promise<T> => {
  const position = asked === undefined ? null : Number(asked);
  const minPosition = position === null ? asking.minPosition : Math.max(position, asking.minPosition ?? 0);
  const minPositionName = position === minPosition ? 'position' : undefined;
  return queries.ask({ ...asking, minPosition, minPositionName }, async (readModels) =>
    query(readModels, position ?? (await readModels.position())),
  );
};

/** Throws a problem 422 where the last month comes before the first. */
export const assertInOrder = ({ from, until }: Readonly<{ from?: string; until?: string }>): void => {
  if (from !== undefined && until !== undefined && until < from) throw invalid('until', 'must not come before from');
};

/** A problem 422 that names one parameter. */
export const invalid = (path: string, message: string): ProblemError =>
  new ProblemError('fields-invalid', 'See errors: each names a field by its path.', { errors: [{ path, message }] });
