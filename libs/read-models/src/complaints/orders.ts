import type { ComplaintEvent, ComplaintState, OrderCause } from '@app/domain';
import type { Recorded } from '@app/event-store';

/** A decision on a complaint, or a ruling, that has the case decided anew. */
export type Order = Readonly<{
  /** Of the event that says so: what follows from it has an id made of this one. */
  eventId: string;
  position: number;
  /** Its place in the stream of the complaint. */
  revision: number;
  cause: OrderCause;
  /** The moment, ISO 8601, and the local day of the decision or ruling. */
  at: string;
  orderedOn: string;
  /** The day by which it must be carried out; null where it was made before that was asked for. */
  carryOutBy: string | null;
  /** The position of the event that named the day afterwards, or set the order right; absent where none did. */
  datedAt?: number;
}>;

/** An order with the complaint and the case that it was made on. */
export type OrderOnCase = Order &
  Readonly<{
    complaintId: string;
    caseId: string;
    officeId: string;
    /** The position of the last event that made an order of this complaint, named its day or set it right. */
    orderedPosition: number;
  }>;

/** The orders of a complaint after an event, of a state that holds it: what it set right of them stands in the history. */
export const ordersAfter = (
  orders: readonly Order[],
  event: Recorded<ComplaintEvent>,
  { history }: ComplaintState,
): readonly Order[] => {
  if (event.type !== 'ComplaintCorrected') return withOrder(orders, event, event);
  const right = history.reduce<readonly Order[]>((known, { event: one, revision }) => {
    const before = orders.find((order) => order.revision === revision);
    // What made no order before makes none by a correction.
    return withOrder(known, one, { id: before?.eventId ?? '', position: before?.position ?? 0, revision });
  }, []);
  return orders.map((order, place) => {
    const now = right[place];
    if (now === undefined) return order;
    const { at, orderedOn, carryOutBy } = now;
    const isSame = at === order.at && orderedOn === order.orderedOn && carryOutBy === order.carryOutBy;
    return isSame ? order : { ...order, at, orderedOn, carryOutBy, datedAt: event.position };
  });
};

type Recording = Pick<Recorded, 'id' | 'position' | 'revision'>;

const withOrder = (orders: readonly Order[], event: ComplaintEvent, recording: Recording): readonly Order[] => {
  const { id: eventId, position, revision } = recording;
  if (event.type === 'ComplaintDecided' && event.data.effect?.kind === 'DECIDE_ANEW') {
    const { at, decidedOn: orderedOn, effect } = event.data;
    const { carryOutBy } = effect;
    return [...orders, { eventId, position, revision, cause: 'COMPLAINT', at, orderedOn, carryOutBy }];
  }
  if (event.type === 'CourtRulingRecorded' && event.data.effect?.kind === 'DECIDE_ANEW') {
    const { at, ruledOn: orderedOn, effect } = event.data;
    const { carryOutBy } = effect;
    return [...orders, { eventId, position, revision, cause: 'COURT', at, orderedOn, carryOutBy }];
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

/** The position of the last event that made an order, named its day or set it right; null where there is none. */
export const orderedPositionOf = (orders: readonly Order[]): number | null =>
  orders.reduce<number | null>((last, { position, datedAt = position }) => Math.max(last ?? datedAt, datedAt), null);
