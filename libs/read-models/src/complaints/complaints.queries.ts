import {
  complaintDutyText,
  knownDutiesOfComplaint,
  movedText,
  type Addressee,
  type Calendars,
  type ComplaintOutcome,
  type ComplaintState,
  type ComplaintStatus,
  type KnownComplaintDuty,
  type Language,
} from '@app/domain';
import type { Collection, Filter } from 'mongodb';
import type { Stored } from '../engine/projection.js';
import type { LiveFillings } from '../engine/rebuild/live-fillings.js';
import { utc } from '../instants.js';
import { limitOf, pageOf, readCursor, writeCursor, type Page, type PageRequest } from '../queries/page.js';
import type { ComplaintRow } from './complaint-row.js';
import { complaints, type ComplaintDocument, type ComplaintDutyView } from './complaints.projection.js';
import { type OrderQueries, orderQueries } from './orders.queries.js';
import { overdueComplaintDuties, type OverdueComplaintDuty } from './overdue-complaint-duties.js';

/** What to list. Everything left out does not narrow. */
export type ComplaintsRequest = PageRequest &
  Readonly<{
    caseId?: string | undefined;
    officeId?: string | undefined;
    addressee?: Addressee | undefined;
    status?: ComplaintStatus | undefined;
    outcome?: ComplaintOutcome | undefined;
    /** True: only complaints with a duty past due at `now`; false: only the others. */
    overdue?: boolean | undefined;
    /** Now, ISO 8601. */
    now: string;
  }>;

/** A complaint as one document. `revision` is the ETag. Holds personal data. */
export type ComplaintView = Pick<ComplaintDocument, 'complaintId' | 'officeId' | 'facts' | 'row' | 'duties'> &
  Readonly<{ position: number; revision: number }>;

/** One duty with every step that led to its date, and the same in words. */
export type ExplainedComplaintDuty = Readonly<{
  complaintId: string;
  officeId: string | null;
  revision: number;
  /** Null where the complaint has no duty under the rule so far. */
  explained: Readonly<{ duty: KnownComplaintDuty; text: string }> | null;
}>;

export type ComplaintQueries = Readonly<{
  /**
   * Duties owed and due before an instant (ISO 8601) that are not recorded as missed, complaint by complaint, what is due
   * first first, after a place (`watched` of the last one, or null): those of at most 200 complaints.
   */
  overdueAfter: (place: string | null, asOf: string) => Promise<readonly OverdueComplaintDuty[]>;
  /** One page of complaints, the earliest due date first. Throws `InvalidCursor`. */
  page: (request: ComplaintsRequest) => Promise<Page<ComplaintRow & Readonly<{ revision: number }>>>;
  /** The complaint, or null. */
  byId: (complaintId: string) => Promise<ComplaintView | null>;
  /** What is owed by whom until when; null where there is no such complaint. */
  duties: (
    complaintId: string,
  ) => Promise<Readonly<{ officeId: string | null; revision: number; duties: readonly ComplaintDutyView[] }> | null>;
  /** What is owed in each of these complaints, by the complaint; those that are not known are left out. */
  dutiesOf: (complaintIds: readonly string[]) => Promise<ReadonlyMap<string, readonly ComplaintDutyView[]>>;
  /** Why a date is what it is; null where there is no such complaint. */
  duty: (complaintId: string, rule: string, language?: Language) => Promise<ExplainedComplaintDuty | null>;
}> &
  OrderQueries;

type Row = Stored<ComplaintDocument>;

const list = 'complaints by due';

/** The queries on complaints. */
export const complaintQueries = (
  live: LiveFillings,
  position: () => Promise<number | null>,
  calendars: () => Promise<Calendars>,
): ComplaintQueries => {
  const rows = () => live.collection<Row>(complaints);
  return {
    overdueAfter: (place, asOf) => overdueComplaintDuties(rows(), place, asOf),
    ...orderQueries(rows),
    page: async (request) => {
      const after = readCursor(list, request.cursor) ?? '';
      const limit = limitOf(request);
      const included = await position();
      const found = await rows()
        .find({ $and: [{ dueOrder: { $gt: after } }, ...filtersOf(request)] })
        .sort({ dueOrder: 1 })
        .hint(indexFor(request))
        .limit(limit + 1)
        .toArray();
      const { items, nextCursor } = pageOf(found, limit, ({ dueOrder }) => writeCursor(list, dueOrder));
      return {
        items: items.flatMap(({ row, revision }) => (row ? [{ ...row, revision }] : [])),
        nextCursor,
        position: included,
      };
    },
    byId: async (complaintId) => {
      const found = await rows().findOne({ _id: complaintId });
      if (!found) return null;
      const { officeId, facts, row, duties, position: at, revision } = found;
      return { complaintId, officeId, facts, row, duties, position: at, revision };
    },
    duties: async (complaintId) => {
      const found = await rows().findOne({ _id: complaintId }, { projection: { officeId: 1, revision: 1, duties: 1 } });
      return found && { officeId: found.officeId, revision: found.revision, duties: found.duties };
    },
    dutiesOf: (complaintIds) => dutiesIn(rows(), complaintIds),
    duty: async (complaintId, rule, language) => {
      const found = await rows().findOne({ _id: complaintId }, { projection: { officeId: 1, revision: 1, state: 1 } });
      if (!found) return null;
      const { officeId, revision, state } = found;
      return { complaintId, officeId, revision, explained: explained(state, await calendars(), rule, language) };
    },
  };
};

const explained = (state: ComplaintState, calendars: Calendars, rule: string, language: Language | undefined) => {
  const duty = knownDutiesOfComplaint(state, calendars).find((one) => one.rule === rule);
  return duty === undefined ? null : { duty, text: explanationOf(duty, language) };
};

const dutiesIn = async (
  rows: Collection<Row>,
  complaintIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ComplaintDutyView[]>> => {
  const found = await rows.find({ _id: { $in: [...complaintIds] } }, { projection: { duties: 1 } }).toArray();
  return new Map(found.map(({ _id, duties }) => [_id, duties]));
};

const explanationOf = (duty: KnownComplaintDuty, language?: Language): string =>
  [complaintDutyText(duty, language), ...(duty.moved === null ? [] : [movedText(duty.moved, language)])].join('\n');

const filtersOf = ({
  caseId,
  officeId,
  addressee,
  status,
  outcome,
  overdue,
  now,
}: ComplaintsRequest): Filter<Row>[] => [
  ...Object.entries({ caseId, officeId, 'row.addressee': addressee, 'row.status': status, 'row.outcome': outcome })
    .filter(([, value]) => value !== undefined)
    .map(([path, value]) => ({ [path]: value })),
  ...(overdue === undefined ? [] : [{ dueOrder: overdue ? { $lt: utc(now) } : { $gte: utc(now) } }]),
];

/** The declared index that leads to the rows wanted. */
const indexFor = ({ caseId, officeId }: ComplaintsRequest): { [field: string]: 1 } => {
  if (caseId !== undefined) return { caseId: 1, dueOrder: 1 };
  return officeId === undefined ? { dueOrder: 1 } : { officeId: 1, dueOrder: 1 };
};
