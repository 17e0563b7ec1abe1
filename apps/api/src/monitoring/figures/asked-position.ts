import { fieldInvalid } from '@app/platform';
import type { ReadModels } from '@app/read-models';
import type { Queries } from '../../http/queries.js';
import type { QueryRequest } from '../../http/query-request.js';

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
  if (from !== undefined && until !== undefined && until < from)
    throw fieldInvalid('until', 'must not come before from');
};

/** The parameters of a query; those that are undefined are not asked for. */
export type Parameters = Readonly<Record<string, string | number | boolean | undefined>>;

/** Parameters as an address has them, in the order given. */
export const queryOf = (parameters: Parameters): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.append(name, String(value));
  return query.toString();
};

/** An address that says the same at a log position for ever; null before the first event, as there is none then. */
export const addressAt = (path: string, parameters: Parameters, position: number | null): string | null =>
  position === null ? null : `/api/v1/monitoring/${path}?${queryOf({ ...parameters, position })}`;
