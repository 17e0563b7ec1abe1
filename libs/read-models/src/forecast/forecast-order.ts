import { isDate, type LocalDate } from '@app/domain';
import { InvalidCursor, readCursor, writeCursor } from '../queries/page.js';

/** The greatest share first and what has none last, where alike what is due first; or all by what is due first. */
export type ForecastOrder = 'share' | 'due';

/** What decides the place of a duty: its share (null for none), and the order of the deadline board. */
export type InOrder = Readonly<{ share: number | null; order: string }>;

/** The duty after which a page begins, and the day as of which the list was begun. */
export type Place = Readonly<{ asOf: LocalDate; share: number; order: string }>;

type Listing = Readonly<{ sort: ForecastOrder; leastShare?: number | undefined }>;

/** Those with at least a share, in the order asked for, from a place on. */
export const inOrder = <Item extends InOrder>(
  items: readonly Item[],
  { sort, leastShare }: Listing,
  place: Place | null,
): readonly Item[] => {
  const comesAfter = (one: Item, { share, order }: Place): boolean =>
    sort === 'share' && rankOf(one) !== share ? rankOf(one) < share : one.order > order;
  const wanted = items.filter(
    (one) => (leastShare === undefined || rankOf(one) >= leastShare) && (place === null || comesAfter(one, place)),
  );
  // Stable: what has the same share stays in the order of the dates.
  return sort === 'share' ? wanted.toSorted((one, other) => rankOf(other) - rankOf(one)) : wanted;
};

/** The place that a cursor of this order names; null for the first page. Throws `InvalidCursor`. */
export const placeIn = ({ sort, cursor }: Listing & Readonly<{ cursor?: string | null | undefined }>): Place | null => {
  const place = readCursor(listOf(sort), cursor);
  if (place === null) return null;
  const [asOf = '', share = '', ...order] = place.split(' ');
  if (!isDate(asOf) || Number.isNaN(Number(share))) throw new InvalidCursor('the cursor cannot be read');
  return { asOf, share: Number(share), order: order.join(' ') };
};

/** The cursor of the page after the one that ends with this duty. */
export const cursorAfter = (last: InOrder, { sort, asOf }: Listing & Readonly<{ asOf: LocalDate }>): string =>
  writeCursor(listOf(sort), `${asOf} ${rankOf(last)} ${last.order}`);

const listOf = (sort: ForecastOrder): string => `forecast by ${sort}`;

/** What has no share comes after what has one of 0. */
const rankOf = ({ share }: InOrder): number => share ?? -1;
