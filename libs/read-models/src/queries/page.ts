/** One page of a list. `position` is the log position that the page includes at least; null before the first event. */
export type Page<Item> = Readonly<{ items: readonly Item[]; nextCursor: string | null; position: number | null }>;

/** How much of a list, and from where: `limit` 1 to 200 (50 where absent), `cursor` as the page before gave it. */
export type PageRequest = Readonly<{ limit?: number | undefined; cursor?: string | null | undefined }>;

/** The most that one page holds. */
export const pageLimit = 200;

/** Thrown where a cursor was not given by the same list. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';
}

/** The limit asked for, kept between 1 and 200. */
export const limitOf = ({ limit = 50 }: PageRequest): number => Math.min(Math.max(Math.trunc(limit), 1), pageLimit);

/** Writes down after which row of which list the next page begins; another list refuses it. */
export const writeCursor = (list: string, after: string): string =>
  Buffer.from(JSON.stringify([list, after])).toString('base64url');

/** The row that a cursor of this list names; null for the first page. Throws `InvalidCursor`. */
export const readCursor = (list: string, cursor: string | null | undefined): string | null => {
  if (cursor === null || cursor === undefined) return null;
  const parts = partsOf(cursor);
  if (!Array.isArray(parts)) throw new InvalidCursor('the cursor cannot be read');
  // Each part is checked below.
  const [writtenFor, after] = parts as readonly unknown[];
  if (writtenFor !== list || typeof after !== 'string') throw new InvalidCursor('the cursor belongs to another list');
  return after;
};

/** Cuts what was found (one more than a page holds) into the page and the cursor of the next. */
export const pageOf = <Item>(
  found: readonly Item[],
  limit: number,
  cursorAfter: (last: Item) => string,
): Readonly<{ items: readonly Item[]; nextCursor: string | null }> => {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: last !== undefined && found.length > limit ? cursorAfter(last) : null };
};

const partsOf = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch (cause) {
    throw new InvalidCursor('the cursor cannot be read', { cause });
  }
};
