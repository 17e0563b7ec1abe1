import type { LongListQuery } from '@app/contracts';
import { pageLimit, pageOf, readCursor, writeCursor } from '@app/read-models';

/** Of a list that is there as a whole, what was asked for, and where it goes on. `list` names it, so that no other takes its cursors. Throws `InvalidCursor`. */
export const pageOfAll = <Item>(
  list: string,
  all: readonly Item[],
  { limit = pageLimit, cursor }: LongListQuery,
): Readonly<{ items: readonly Item[]; nextCursor: string | null }> => {
  const from = Number(readCursor(list, cursor) ?? 0);
  return pageOf(all.slice(from, from + limit + 1), limit, () => writeCursor(list, String(from + limit)));
};
