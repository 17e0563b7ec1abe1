import type { Collection } from 'mongodb';
import type { Stored } from '../engine/projection.js';
import { pageLimit } from '../queries/page.js';
import type { ComplaintDocument } from './complaints.projection.js';
import type { OrderOnCase } from './orders.js';

/** The orders of the complaints whose last one came after a log position (null: ever), in that order: those of at most 200. */
const orderedAfter = async (
  rows: Collection<Stored<ComplaintDocument>>,
  position: number | null,
): Promise<readonly OrderOnCase[]> => {
  const found = await rows
    .find(
      { orderedPosition: { $gt: position ?? -1 } },
      { projection: { complaintId: 1, caseId: 1, officeId: 1, orders: 1, orderedPosition: 1 } },
    )
    .sort({ orderedPosition: 1 })
    .limit(pageLimit)
    .toArray();
  return found.flatMap(({ complaintId, caseId, officeId, orders, orderedPosition }) =>
    caseId === null || officeId === null || orderedPosition === null
      ? []
      : orders.map((order) => ({ ...order, complaintId, caseId, officeId, orderedPosition })),
  );
};

/** Every order that names no day: few, and no more of them come. */
const undatedOrders = async (rows: Collection<Stored<ComplaintDocument>>): Promise<readonly OrderOnCase[]> => {
  const undated: OrderOnCase[] = [];
  let after: number | null = null;
  for (;;) {
    const found: readonly OrderOnCase[] = await orderedAfter(rows, after);
    const last = found.at(-1);
    if (last === undefined) return undated;
    undated.push(...found.filter(({ carryOutBy }) => carryOutBy === null));
    after = last.orderedPosition;
  }
};

export type OrderQueries = Readonly<{
  /** The orders of the complaints whose last one came after a log position (null: ever), in that order: those of at most 200. */
  orderedAfter: (position: number | null) => Promise<readonly OrderOnCase[]>;
  /** Every order that names no day: no case was reopened by it. */
  undatedOrders: () => Promise<readonly OrderOnCase[]>;
}>;

/** The queries on orders. */
export const orderQueries = (rows: () => Collection<Stored<ComplaintDocument>>): OrderQueries => ({
  orderedAfter: (position) => orderedAfter(rows(), position),
  undatedOrders: () => undatedOrders(rows()),
});
