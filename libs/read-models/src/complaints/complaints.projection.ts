import {
  evolveComplaint,
  initialComplaint,
  isMissed,
  knownDutiesOfComplaint,
  type ComplaintEvent,
  type ComplaintState,
  type KnownComplaintDuty,
} from '@app/domain';
import type { Recorded } from '@app/event-store';
import type { Fold, Place } from '../engine/projection.js';
import { dueOrderOf } from '../queries/due-order.js';
import { utc } from '../instants.js';
import { complaintFactsAfter, noComplaintFacts, type ComplaintFacts } from './complaint-facts.js';
import { complaintRow, type ComplaintRow } from './complaint-row.js';
import { type Order, orderedPositionOf, ordersAfter } from './orders.js';
import { watchedFrom } from './unrecorded-duties.js';

/** A duty without the steps that led to its date. */
export type ComplaintDutyView = Omit<KnownComplaintDuty, 'derivation' | 'acceptance' | 'paragraphText'>;

/** What is folded of a complaint. */
export type FoldedComplaint = Readonly<{
  complaintId: string;
  state: ComplaintState;
  facts: ComplaintFacts;
  /** The decisions and rulings that have its case decided anew, oldest first. */
  orders: readonly Order[];
  /** When its last event was recorded, ISO 8601 in UTC. */
  updatedAt: string;
}>;

/** One complaint with everything that is shown of it. Holds personal data. */
export type ComplaintDocument = FoldedComplaint &
  Readonly<{
    officeId: string | null;
    caseId: string | null;
    duties: readonly ComplaintDutyView[];
    /** What is recorded as missed and not known by now to have been kept. */
    missed: readonly Pick<ComplaintDutyView, 'rule' | 'paragraph'>[];
    /** Null before it was filed. */
    row: ComplaintRow | null;
    /** The earliest due date first, no two alike; empty before it was filed. */
    dueOrder: string;
    /** The same by the first duty owed that is not recorded as missed; empty where there is none. */
    watched: string;
    /** The position of the last event that made an order, or named its day; null where there is none. */
    orderedPosition: number | null;
  }>;

/** One document per complaint: what is known, where it stands, and what is owed by whom until when. */
export const complaints: Fold<FoldedComplaint, ComplaintDocument, readonly KnownComplaintDuty[]> = {
  name: 'complaints',
  version: 5,
  streams: ['complaint-'],
  idOf: ({ stream }) => complaintIdOf(stream),
  evolve: (document, recorded) => {
    const event = complaintEvent(recorded);
    const state = evolveComplaint(document?.state ?? initialComplaint, event, recorded.metadata.recordedAt);
    return {
      complaintId: complaintIdOf(recorded.stream),
      state,
      facts: complaintFactsAfter(document?.facts ?? noComplaintFacts, event, state),
      orders: ordersAfter(document?.orders ?? [], event, state),
      updatedAt: utc(recorded.metadata.recordedAt),
    };
  },
  derive: ({ state }, calendars) => knownDutiesOfComplaint(state, calendars),
  show: (document, duties) => {
    const { complaintId, state, facts, orders, updatedAt } = document;
    const row = complaintRow(document, duties);
    const { officeId = null, caseId = null } = row ?? {};
    const watched = watchedFrom(duties, state);
    return {
      complaintId,
      state,
      facts,
      orders,
      orderedPosition: orderedPositionOf(orders),
      updatedAt,
      officeId,
      caseId,
      duties: duties.map(dutyView),
      missed: duties.filter((duty) => isMissed(duty, state.missed)).map(({ rule, paragraph }) => ({ rule, paragraph })),
      row,
      dueOrder: placeOf(row),
      watched: watched === null ? '' : `${watched} ${complaintId}`,
    };
  },
  indexes: [
    { keys: { dueOrder: 1 } },
    { keys: { officeId: 1, dueOrder: 1 } },
    { keys: { caseId: 1, dueOrder: 1 } },
    { keys: { watched: 1 } },
    { keys: { orderedPosition: 1 } },
  ],
};

/** The earliest due date first; what owes nothing comes after every date. */
const placeOf = (row: ComplaintRow | null): string =>
  row === null ? '' : `${row.nextDue ? dueOrderOf(row.nextDue) : '~'} ${row.complaintId}`;

const complaintIdOf = (stream: Place['stream']): string => stream.slice('complaint-'.length);

/** An event of a complaint's stream as the domain knows it. */
export const complaintEvent = (recorded: Recorded): Recorded<ComplaintEvent> =>
  // A complaint's stream holds the complaint's events; the folds pass over types that they do not know.
  recorded as Recorded<ComplaintEvent>;

const dutyView = ({
  derivation: _days,
  acceptance: _acceptance,
  paragraphText: _text,
  ...view
}: KnownComplaintDuty): ComplaintDutyView => view;
