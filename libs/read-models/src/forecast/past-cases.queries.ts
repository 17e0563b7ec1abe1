import type { Form, LocalDate, Route } from '@app/domain';
import type { Filter } from 'mongodb';
import { deadlineBoard, type DeadlineRow } from '../deadline-board/deadline-board.projection.js';
import { deadlineOf, type StoredRow } from '../deadline-board/stored-row.js';
import type { LiveFillings } from '../engine/rebuild/live-fillings.js';
import {
  InvalidCursor,
  limitOf,
  pageOf,
  readCursor,
  writeCursor,
  type Page,
  type PageRequest,
} from '../queries/page.js';

/** The past duties behind a share: of one rule, and of the office, route and form that they were compared by. */
export type PastCasesRequest = PageRequest &
  Readonly<{
    rule: string;
    officeId?: string | undefined;
    route?: Route | undefined;
    form?: Form | undefined;
    /** Only those that were still open when so many days of their term were used up. */
    usedDays: number;
    /** The day as of which, at its end. */
    asOf: LocalDate;
  }>;

/** One past duty; `late` as of the day asked for. */
export type PastCase = Readonly<{ duty: DeadlineRow; usedDays: number | null; late: boolean }>;

export type PastCaseQueries = Readonly<{
  /** The duties that a forecast counts as still open at its point, those that were late first. Throws `InvalidCursor`. */
  page: (request: PastCasesRequest) => Promise<Page<PastCase>>;
}>;

/** The queries on what forecasts rest on. */
export const pastCaseQueries = (live: LiveFillings, position: () => Promise<number | null>): PastCaseQueries => {
  return {
    page: async (request) => {
      const rows = live.collection<StoredRow>(deadlineBoard);
      const limit = limitOf(request);
      const place = placeIn(readCursor(list, request.cursor));
      const included = await position();
      const found: StoredRow[] = [];
      // One after another, so that each is a walk along its index to the end of the page and no further.
      for (const [index, outcome] of outcomes.entries()) {
        if (index < place.index || found.length > limit) continue;
        const after = index === place.index ? place.order : '';
        const wanted = { $and: [{ outcome, order: { $gt: after } }, ...conditions(outcome, request)] };
        const next = rows
          .find(wanted)
          .sort({ order: 1 })
          .hint(indexFor(request))
          .limit(limit + 1 - found.length);
        found.push(...(await next.toArray()));
      }
      const { items, nextCursor } = pageOf(found, limit, ({ outcome, order }) =>
        writeCursor(list, `${outcomes.indexOf(outcome)} ${order}`),
      );
      return { items: items.map(pastCaseOf), nextCursor, position: included };
    },
  };
};

const list = 'past cases';

/** The order in which the outcomes of today are gone through. */
const outcomes: readonly StoredRow['outcome'][] = ['LATE', 'OPEN', 'FALLEN_AWAY', 'KEPT'];

type Place = Readonly<{ index: number; order: string }>;

const placeIn = (place: string | null): Place => {
  if (place === null) return { index: 0, order: '' };
  const [index = '', ...order] = place.split(' ');
  if (!/^[0-3]$/u.test(index)) throw new InvalidCursor('the cursor cannot be read');
  return { index: Number(index), order: order.join(' ') };
};

const conditions = (
  outcome: StoredRow['outcome'],
  { rule, officeId, route, form, asOf, usedDays }: PastCasesRequest,
): Filter<StoredRow>[] => [
  ...Object.entries({ rule, officeId, route, form })
    .filter(([, value]) => value !== undefined)
    .map(([path, value]) => ({ [path]: value })),
  ...atTheEndOf(asOf, outcome, usedDays),
];

/** What was late by then was due before: done late, or owed still; also where it was done or fell away after that day. */
const atTheEndOf = (asOf: LocalDate, outcome: StoredRow['outcome'], usedDays: number): Filter<StoredRow>[] => {
  switch (outcome) {
    case 'KEPT':
      return [{ endedOn: { $lte: asOf } }, { usedDays: { $gte: usedDays } }];
    case 'FALLEN_AWAY':
      return [{ due: { $lt: asOf } }, { endedOn: { $gt: asOf } }];
    default:
      return [{ due: { $lt: asOf } }];
  }
};

const indexFor = ({ officeId }: PastCasesRequest): { [field: string]: 1 } =>
  officeId === undefined ? { rule: 1, outcome: 1, order: 1 } : { officeId: 1, outcome: 1, order: 1 };

const pastCaseOf = (row: StoredRow): PastCase => ({
  duty: deadlineOf(row),
  usedDays: row.usedDays,
  late: row.outcome !== 'KEPT',
});
