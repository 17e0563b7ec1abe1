import type { ComplaintEvent, OrderCause } from '@app/domain';
import type { Recorded } from '@app/event-store';

/** A decision on a complaint, or a ruling, that has the case decided anew. */
export type Order = Readonly<{
  /** Of the event that says so: what follows from it has an id made of this one. */
  eventId: string;
  position: number;
  cause: OrderCause;
  /** The moment, ISO 8601, and the local day of the decision or ruling. */
  at: string;
  orderedOn: string;
  /** The day by which it must be carried out; null where it was made before that was asked for. */
  carryOutBy: string | null;
  /** The position of the event that named the day afterwards; absent where none did. */
  datedAt?: number;
}>;

/** An order with the complaint and the case that it was made on. */
export type OrderOnCase = Order &
  Readonly<{
    complaintId: string;
    caseId: string;
    officeId: string;
    /** The position of the last event that made an order of this complaint, or named its day. */
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
  return event.type === 'CarryOutDaySet' ? withDay(orders, { ...event.data, position }) : orders;
};

type Day = Readonly<{ cause: Order['cause']; carryOutBy: string; position: number }>;

/** The last order of its kind had no day, and has it now. */
const withDay = (orders: readonly Order[], { cause, carryOutBy, position }: Day): readonly Order[] => {
  const place = orders.findLastIndex((order) => order.cause === cause);
  const order = orders[place];
  return order === undefined ? orders : orders.with(place, { ...order, carryOutBy, datedAt: position });
};

/** The position of the last event that made an order, or named its day; null where there is none. */
export const orderedPositionOf = (orders: readonly Order[]): number | null =>
  orders.reduce<number | null>((last, { position, datedAt = position }) => Math.max(last ?? datedAt, datedAt), null);
