import { caseTabs, type CaseStage, type CaseStatus, type CaseTab, type Route } from '@app/domain';
import type { Collection, Filter } from 'mongodb';
import type { LiveFillings } from '../engine/rebuild/live-fillings.js';
import { utc } from '../instants.js';
import { KeptCounts } from '../queries/kept-counts.js';
import { limitOf, pageOf, readCursor, writeCursor, type Page, type PageRequest } from '../queries/page.js';
import { searchFor, type Search } from './search.js';
import { indexOfTab, inTab, type TabView } from './tabs.js';
import { worklist, type WorklistDocument, type WorklistRow } from './worklist.projection.js';

/** What to list. Everything left out does not narrow. */
export type WorklistRequest = PageRequest &
  WorklistFilter &
  Readonly<{
    /** Only what stands in a tab, as who looks sees it. */
    within?: (TabView & Readonly<{ tab: CaseTab }>) | undefined;
    /** `due`: what is due next first (the default); `submitted`: the newest first. */
    sort?: 'due' | 'submitted' | undefined;
  }>;

/** Narrows a list and its counts. */
export type WorklistFilter = Readonly<{
  status?: CaseStatus | undefined;
  stage?: CaseStage | undefined;
  route?: Route | undefined;
  officeId?: string | undefined;
  /** The official who examined the case last. */
  assignee?: string | undefined;
  /** `YYYY-MM-DD`: cases whose next duty is due before that day. */
  dueBefore?: string | undefined;
  /** True: only cases with a duty past due at `now`; false: only the others. */
  overdue?: boolean | undefined;
  /** A case id, registration number or IIN exactly, else the beginning of the applicant's name (then sorted by name). */
  q?: string | undefined;
  /** Now, ISO 8601. */
  now: string;
}>;

/** How many cases stand in each tab, and the instant and position as of which they were counted. */
export type WorklistCounts = Readonly<{
  counts: Readonly<Record<CaseTab, number>>;
  asOf: string;
  position: number | null;
}>;

/** A page, and whose cases its rows are: the IIN by the case; none where that was erased. */
export type CasePage = Page<WorklistRow> & Readonly<{ applicants: ReadonlyMap<string, string> }>;

export type WorklistQueries = Readonly<{
  /** One page of cases. Throws `InvalidCursor`. */
  page: (request: WorklistRequest) => Promise<CasePage>;
  /**
   * How many cases each tab would list under the same filters, or what was counted of the same a while ago where counting is expensive;
   * `atLeast` is the log position that the counts must include, null for any.
   */
  counts: (request: WorklistFilter & TabView, atLeast: number | null) => Promise<WorklistCounts>;
}>;

/** The queries on the worklist. */
export const worklistQueries = (live: LiveFillings, position: () => Promise<number | null>): WorklistQueries => {
  const kept = new KeptCounts<WorklistCounts>();
  const countAll = async (request: WorklistFilter & TabView): Promise<WorklistCounts> => {
    const rows = live.collection<Row>(worklist);
    const included = await position();
    const counted = await Promise.all(caseTabs.map(async (tab) => [tab, await countOf(rows, tab, request)] as const));
    // each tab was counted
    const counts = Object.fromEntries(counted) as WorklistCounts['counts'];
    return { counts, asOf: request.now, position: included };
  };
  return {
    counts: (request, atLeast) => {
      const { now, soonUntil, ...filter } = request;
      const key = JSON.stringify([filter, Date.parse(soonUntil) - Date.parse(now)]);
      return kept.of(key, atLeast, () => live.steadily(() => countAll(request)));
    },
    page: async (request) => {
      const rows = live.collection<Row>(worklist);
      const search = searchFor(request.q);
      const order = orders[search?.by === 'name' ? 'name' : (request.sort ?? 'due')];
      const after = await placeOf(rows, order, request.cursor);
      const limit = limitOf(request);
      const included = await position();
      const found = await rows
        .find({ $and: filtersOf(request, search, order, after) })
        .sort({ [order.field]: order.direction })
        .hint(indexFor(request, search, order))
        .limit(limit + 1)
        .toArray();
      const { items, nextCursor } = pageOf(found, limit, (last) => writeCursor(order.list, order.placeOf(last)));
      return {
        items: items.map(({ row }) => row),
        applicants: new Map(items.flatMap(applicantOf)),
        nextCursor,
        position: included,
      };
    },
  };
};

const countOf = (rows: Collection<Row>, tab: CaseTab, request: WorklistFilter & TabView): Promise<number> => {
  const search = searchFor(request.q);
  const hint = search
    ? indexFor(request, search, orders[search.by === 'name' ? 'name' : 'due'])
    : indexOfTab(tab, request.officeId);
  return rows.countDocuments({ $and: [...narrowedBy(request, search), inTab(tab, request)] }, { hint });
};

/** The applicant's IIN stands last among the keys: a registration number may have twelve digits, too. */
const applicantOf = ({ keys, row: { caseId } }: Row): readonly (readonly [string, string])[] => {
  const last = keys.at(-1);
  return last !== undefined && /^\d{12}$/.test(last) ? [[caseId, last]] : [];
};

type Row = WorklistDocument & Readonly<{ _id: string }>;
type IndexKeys = { [field: string]: 1 };
type Order = Readonly<{
  list: string;
  /** A field that no two rows share, and that an index serves. */
  field: 'dueOrder' | 'submittedOrder' | 'nameOrder';
  direction: 1 | -1;
  /** What a cursor holds: never a name, which is personal, but the id of the case that bears it. */
  placeOf: (row: Row) => string;
}>;

const orders: Readonly<Record<'due' | 'submitted' | 'name', Order>> = {
  due: { list: 'worklist by due', field: 'dueOrder', direction: 1, placeOf: ({ dueOrder }) => dueOrder },
  submitted: {
    list: 'worklist by submission',
    field: 'submittedOrder',
    direction: -1,
    placeOf: ({ submittedOrder }) => submittedOrder,
  },
  name: { list: 'worklist by name', field: 'nameOrder', direction: 1, placeOf: ({ _id }) => _id },
};

const placeOf = async (
  rows: Collection<Row>,
  { list, field }: Order,
  cursor: string | null | undefined,
): Promise<string | null> => {
  const place = readCursor(list, cursor);
  if (place === null || field !== 'nameOrder') return place;
  return (await rows.findOne({ _id: place }))?.nameOrder ?? null;
};

const filtersOf = (
  request: WorklistRequest,
  search: Search | null,
  { field, direction }: Order,
  after: string | null,
): Filter<Row>[] => [
  after === null ? { [field]: { $gt: '' } } : { [field]: { [direction === 1 ? '$gt' : '$lt']: after } },
  ...narrowedBy(request, search),
  ...(request.within === undefined ? [] : [inTab(request.within.tab, { ...request.within, now: request.now })]),
];

const narrowedBy = (request: WorklistFilter, search: Search | null): Filter<Row>[] => [
  ...(search ? [search.filter] : []),
  ...equalities(request),
  ...dueFilters(request),
];

/** The declared index that leads to the rows wanted, so that no list is ever a scan of all cases. */
const indexFor = ({ officeId, status }: WorklistFilter, search: Search | null, { field }: Order): IndexKeys => {
  if (search?.by === 'key') return { keys: 1 };
  if (field === 'nameOrder' || officeId === undefined) return { [field]: 1 };
  return field === 'dueOrder' && status !== undefined
    ? { officeId: 1, 'row.status': 1, dueOrder: 1 }
    : { officeId: 1, [field]: 1 };
};

const equalities = ({ status, stage, route, officeId, assignee }: WorklistFilter): Filter<Row>[] =>
  Object.entries({ 'row.status': status, 'row.stage': stage, 'row.route': route, officeId, 'row.assignee': assignee })
    .filter(([, value]) => value !== undefined)
    .map(([path, value]) => ({ [path]: value }));

/** The end of a local day lies at most half a day after the beginning of the next one in UTC: a bound that the index can use. */
const dueFilters = ({ dueBefore, overdue, now }: WorklistFilter): Filter<Row>[] => [
  ...(dueBefore === undefined
    ? []
    : [{ 'row.nextDue.due': { $lt: dueBefore } }, { dueOrder: { $lt: `${dueBefore}T12:00:00.000Z` } }]),
  ...(overdue === undefined ? [] : [{ dueOrder: overdue ? { $lt: utc(now) } : { $gte: utc(now) } }]),
];
