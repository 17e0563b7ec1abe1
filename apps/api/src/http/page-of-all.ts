import type { LongListQuery } from '@app/contracts';
import { pageLimit, pageOf, readCursor, writeCursor } from '@app/read-models';

/** One page of a list that is in memory, and the cursor of the next page. `list` names it, so that no other takes its cursors. Throws `InvalidCursor`. */
export const pageOfAll = <Item>(
  list: string,
  all: readonly Item[],
  { limit = pageLimit, cursor }: LongListQuery,
): Readonly<{ items: readonly Item[]; nextCursor: string | null }> => {
  const from = Number(readCursor(list, cursor) ?? 0);
  return pageOf(all.slice(from, from + limit + 1), limit, () => writeCursor(list, String(from + limit)));
};
