import { passagesOf, type DeadlineBucket } from '@app/domain';
import type { Collection, Filter } from 'mongodb';
import { dwellingClaims, type DwellingClaim } from '../dwelling-claims/dwelling-claims.projection.js';
import type { Stored } from '../engine/projection.js';
import type { LiveFillings } from '../engine/rebuild/live-fillings.js';
import { utc } from '../instants.js';
import { KeptCounts } from '../queries/kept-counts.js';
import { limitOf, pageLimit, pageOf, readCursor, writeCursor, type Page, type PageRequest } from '../queries/page.js';
import { deadlineBoard, type BoardRow, type DeadlineRow } from './deadline-board.projection.js';
import { boardRowOf, type StoredRow } from './stored-row.js';

/** Narrows the board; everything left out does not. */
export type DeadlineFilter = Readonly<{
  officeId?: string | undefined;
  /** `R-27`. */
  rule?: string | undefined;
  /** A paragraph of the Order with all its parts (`6`), or one part (`6(1)`). */
  paragraph?: string | undefined;
  debtor?: DeadlineRow['debtor'] | undefined;
}>;

/** The instants (ISO 8601) that tell open, due soon and overdue apart. */
export type DeadlineInstants = Readonly<{ asOf: string; soonUntil: string }>;

export type DeadlineRequest = PageRequest & DeadlineFilter & DeadlineInstants & Readonly<{ bucket: DeadlineBucket }>;

/** A duty that is owed past its day, and of which nothing says so yet. */
export type OverdueDuty = Readonly<{
  caseId: string;
  rule: string;
  instance: number | null;
  due: string;
  dueAt: string;
  watched: string;
}>;

export type DeadlineQueries = Readonly<{
  /**
   * Duties owed and due before an instant (ISO 8601) that are not recorded as missed, the earliest due date first, after a place
   * (`watched` of the last one, or null), at most 200.
   */
  overdueAfter: (place: string | null, asOf: string) => Promise<readonly OverdueDuty[]>;
  /** Duties of one bucket, the earliest due date first. Throws `InvalidCursor`. */
  page: (request: DeadlineRequest) => Promise<Page<BoardRow>>;
  /** How many duties each bucket holds; `DUE_SOON` is a part of `OPEN`. */
  counts: (request: DeadlineFilter & DeadlineInstants) => Promise<DeadlineCounts>;
  /**
   * The same, or what was counted of the same a while ago where counting is expensive; `atLeast` is the log position that the counts must
   * include, null for any.
   */
  recentCounts: (request: DeadlineFilter & DeadlineInstants, atLeast: number | null) => Promise<RecentCounts>;
}>;

export type DeadlineCounts = Readonly<Record<DeadlineBucket, number>>;

/** Counts, and the instant (ISO 8601) as of which they tell open and overdue apart. */
export type RecentCounts = Readonly<{ counts: DeadlineCounts; asOf: string; position: number | null }>;

/** The queries on the deadline board. */
export const deadlineQueries = (live: LiveFillings, position: () => Promise<number | null>): DeadlineQueries => {
  const rows = () => live.collection<StoredRow>(deadlineBoard);
  const countOf = (bucket: DeadlineBucket, request: DeadlineFilter & DeadlineInstants): Promise<number> =>
    rows().countDocuments(
      { $and: [...inBucket(bucket, request), ...narrowed(request)] },
      { hint: indexFor({ ...request, bucket }) },
    );
  const counts = async (request: DeadlineFilter & DeadlineInstants): Promise<DeadlineCounts> => {
    const [OPEN, DUE_SOON, OVERDUE, KEPT, LATE, MISSED, PENDING] = await Promise.all([
      countOf('OPEN', request),
      countOf('DUE_SOON', request),
      countOf('OVERDUE', request),
      countOf('KEPT', request),
      countOf('LATE', request),
      countOf('MISSED', request),
      countOf('PENDING', request),
    ]);
    return { OPEN, DUE_SOON, OVERDUE, KEPT, LATE, MISSED, PENDING };
  };
  const kept = new KeptCounts<RecentCounts>();
  return {
    overdueAfter: (place, asOf) => overdueAfter(rows(), place, asOf),
    page: async (request) => {
      const included = await position();
      const { items, nextCursor } = await rowsOfPage(rows(), request);
      return { items: await shown(items, live), nextCursor, position: included };
    },
    counts,
    recentCounts: (request, atLeast) =>
      kept.of(JSON.stringify([narrowed(request), soonOf(request)]), atLeast, () =>
        live.steadily(async () => {
          const included = await position();
          return { counts: await counts(request), asOf: request.asOf, position: included };
        }),
      ),
  };
};

const rowsOfPage = async (rows: Collection<StoredRow>, request: DeadlineRequest) => {
  const list = `deadlines ${request.bucket}`;
  const after = readCursor(list, request.cursor);
  const limit = limitOf(request);
  const found = await rows
    .find({
      $and: [
        ...inBucket(request.bucket, request),
        ...narrowed(request),
        ...(after === null ? [] : [{ order: { $gt: after } }]),
      ],
    })
    .sort({ order: 1 })
    .hint(indexFor(request))
    .limit(limit + 1)
    .toArray();
  const { items, nextCursor } = pageOf(found, limit, ({ order }) => writeCursor(list, order));
  return { items, nextCursor };
};

/** Who holds the dwelling of a reopened case is asked now: it may change with another case. */
const shown = async (rows: readonly StoredRow[], live: LiveFillings): Promise<readonly BoardRow[]> => {
  const wanted = rows.flatMap(({ dwellingToHold }) => dwellingToHold ?? []);
  const claims = live.collection<Stored<DwellingClaim>>(dwellingClaims);
  const found = wanted.length === 0 ? [] : await claims.find({ _id: { $in: wanted } }).toArray();
  const holders = new Map(found.flatMap(({ _id, holder }) => (holder === null ? [] : [[_id, holder] as const])));
  return rows.map((row) => boardRowOf(row, holders));
};

/** How far ahead is soon, in milliseconds. */
const soonOf = ({ asOf, soonUntil }: DeadlineInstants): number => Date.parse(soonUntil) - Date.parse(asOf);

export const inBucket = (bucket: DeadlineBucket, { asOf, soonUntil }: DeadlineInstants): Filter<StoredRow>[] => {
  switch (bucket) {
    case 'OPEN':
      return [{ outcome: 'OPEN' }, { order: { $gte: utc(asOf) } }];
    case 'DUE_SOON':
      return [{ outcome: 'OPEN' }, { order: { $gte: utc(asOf), $lt: utc(soonUntil) } }];
    case 'OVERDUE':
      return [{ outcome: 'OPEN' }, { order: { $lt: utc(asOf) } }];
    case 'MISSED':
      return [{ missed: true }];
    default:
      return [{ outcome: bucket }];
  }
};

/** The declared index that leads to the rows wanted. */
export const indexFor = ({
  bucket,
  officeId,
  rule,
  paragraph,
}: DeadlineFilter & Readonly<{ bucket: DeadlineBucket }>): { [field: string]: 1 } => {
  if (bucket === 'MISSED') return { missed: 1, order: 1 };
  if (officeId !== undefined) return { officeId: 1, outcome: 1, order: 1 };
  if (rule !== undefined) return { rule: 1, outcome: 1, order: 1 };
  return paragraph === undefined ? { outcome: 1, order: 1 } : { paragraph: 1, outcome: 1, order: 1 };
};

/** What narrows the board, as a filter. */
export const narrowed = ({ officeId, rule, debtor, paragraph }: DeadlineFilter): Filter<StoredRow>[] => [
  ...Object.entries({ officeId, rule, debtor })
    .filter(([, value]) => value !== undefined)
    .map(([path, value]) => ({ [path]: value })),
  ...(paragraph === undefined ? [] : [{ paragraph: { $in: passagesOf(paragraph).map((part) => part.paragraph) } }]),
];

/** Only what has a day is watched. */
const overdueOf = ({ caseId, rule, instance, due, dueAt, watched }: StoredRow): readonly OverdueDuty[] =>
  due === null || dueAt === null ? [] : [{ caseId, rule, instance, due, dueAt, watched }];

const overdueAfter = async (
  rows: Collection<StoredRow>,
  place: string | null,
  asOf: string,
): Promise<readonly OverdueDuty[]> => {
  const found = await rows
    .find({ watched: { $gt: place ?? '', $lt: utc(asOf) } })
    .sort({ watched: 1 })
    .hint({ watched: 1 })
    .limit(pageLimit)
    .toArray();
  return found.flatMap(overdueOf);
};
