import type { ComplaintEvent } from '@app/domain';
import type { Recorded } from '@app/event-store';
import type { Collection } from 'mongodb';
import type { Stored } from '../engine/projection.js';
import { pageLimit } from '../queries/page.js';
import type { ComplaintDocument } from './complaints.projection.js';

/** A decision on a complaint, or a ruling, that has the case decided anew. */
export type Order = Readonly<{
  /** Of the event that says so: what follows from it has an id made of this one. */
  eventId: string;
  position: number;
  cause: 'COMPLAINT' | 'COURT';
  /** The moment, ISO 8601, and the local day of the decision or ruling. */
  at: string;
  orderedOn: string;
  /** The day by which it must be carried out; null where it was made before that was asked for. */
  carryOutBy: string | null;
}>;

/** An order with the complaint and the case that it was made on. */
export type OrderOnCase = Order &
  Readonly<{
    complaintId: string;
    caseId: string;
    officeId: string;
    /** The position of the last order of this complaint. */
    orderedPosition: number;
  }>;

/** The orders of a complaint with that of one event more, if it is one. */
export const withOrder = (orders: readonly Order[], event: Recorded<ComplaintEvent>): readonly Order[] => {
  const { id: eventId, position } = event;
  if (event.type === 'ComplaintDecided' && event.data.effect?.kind === 'DECIDE_ANEW') {
    const { at, decidedOn: orderedOn, effect } = event.data;
    return [...orders, { eventId, position, cause: 'COMPLAINT', at, orderedOn, carryOutBy: effect.carryOutBy }];
  }
  if (event.type === 'CourtRulingRecorded' && event.data.effect?.kind === 'DECIDE_ANEW') {
    const { at, ruledOn: orderedOn, effect } = event.data;
    return [...orders, { eventId, position, cause: 'COURT', at, orderedOn, carryOutBy: effect.carryOutBy }];
  }
  return orders;
};

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
