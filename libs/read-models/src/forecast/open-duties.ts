import type { LocalDate, Route, Term } from '@app/domain';
import type { Collection, Filter } from 'mongodb';
import type { DeadlineRow } from '../deadline-board/deadline-board.projection.js';
import type { StoredRow } from '../deadline-board/stored-row.js';
import { stillOwed } from '../deadline-board/track-record.js';
import { endedIndex } from './count-past.js';

/** Narrows the open duties; everything left out does not. */
export type OpenFilter = Readonly<{
  officeId?: string | undefined;
  rule?: string | undefined;
  debtor?: DeadlineRow['debtor'] | undefined;
  route?: Route | undefined;
  /** True: only those whose day was over; false: only the others. */
  overdue?: boolean | undefined;
}>;

/** Of a row what its forecast needs: a page shows few of the many that are compared. */
export type OpenRow = Pick<
  StoredRow,
  '_id' | 'order' | 'rule' | 'officeId' | 'route' | 'form' | 'triggeredOn' | 'due'
> &
  Readonly<{ term: Term }>;

const compared = { order: 1, rule: 1, officeId: 1, route: 1, form: 1, term: 1, triggeredOn: 1, due: 1 };

/** The whole rows of those that a page shows, by their place in the order. */
export const wholeRows = async (
  rows: Collection<StoredRow>,
  shown: readonly Readonly<{ row: OpenRow }>[],
): Promise<ReadonlyMap<string, StoredRow>> => {
  const ids = shown.map(({ row: { _id } }) => _id);
  const found = await rows.find({ _id: { $in: ids } }).toArray();
  return new Map(found.map((row) => [row.order, row]));
};

/** The day at whose end they were open; today where `today` is the same. */
export type Day = Readonly<{ asOf: LocalDate; today: LocalDate }>;

/** The part of a list that is wanted: after a row (`order`, null for the first), so many at most. */
export type Stretch = Readonly<{ after: string | null; limit: number }>;

/**
 * The duties that were open at the end of a day, the earliest due date first: those that still are and had begun, and those that ended
 * since. Of today all that are open, also what begins tomorrow.
 */
export const openDuties = async (
  rows: Collection<StoredRow>,
  filter: OpenFilter & Day,
  { after, limit }: Stretch,
): Promise<readonly OpenRow[]> => {
  const { asOf, today } = filter;
  const wanted = [...narrowed(filter), ...(after === null ? [] : [{ order: { $gt: after } }])];
  const find = (by: Filter<StoredRow>, index: { [field: string]: 1 }): Promise<OpenRow[]> =>
    rows
      .find<OpenRow>({ $and: [by, ...wanted] }, { projection: compared })
      .sort({ order: 1 })
      .hint(index)
      .limit(limit)
      .toArray();
  if (asOf === today) return find({ outcome: 'OPEN' }, openIndex(filter));
  const [open, since] = await Promise.all([
    find({ outcome: 'OPEN', triggeredOn: { $lte: asOf } }, openIndex(filter)),
    find({ endedOn: { $gt: asOf, $lt: stillOwed }, triggeredOn: { $lte: asOf } }, endedIndex),
  ]);
  return [...open, ...since].toSorted((one, other) => (one.order < other.order ? -1 : 1)).slice(0, limit);
};

const openIndex = ({ officeId, rule }: OpenFilter): { [field: string]: 1 } => {
  if (officeId !== undefined) return { officeId: 1, outcome: 1, order: 1 };
  return rule === undefined ? { outcome: 1, order: 1 } : { rule: 1, outcome: 1, order: 1 };
};

const narrowed = ({ officeId, rule, debtor, route, overdue, asOf }: OpenFilter & Day): Filter<StoredRow>[] => [
  // How much of an agreed day is used up says nothing.
  { term: { $ne: null } },
  ...Object.entries({ officeId, rule, debtor, route })
    .filter(([, value]) => value !== undefined)
    .map(([path, value]) => ({ [path]: value })),
  ...(overdue === undefined ? [] : [overdue ? { due: { $lt: asOf } } : { due: { $gte: asOf } }]),
  // The order begins with the end of the last day in UTC, half a day from the day at most: a bound that the index can use.
  ...(overdue === true ? [{ order: { $lt: `${asOf}T12:00:00.000Z` } }] : []),
];
