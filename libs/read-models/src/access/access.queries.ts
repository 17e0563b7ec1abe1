import type { Filter } from 'mongodb';
import type { LiveFillings } from '../engine/rebuild/live-fillings.js';
import { utc } from '../instants.js';
import { limitOf, pageOf, readCursor, writeCursor, type Page, type PageRequest } from '../queries/page.js';
import { accessRecords, type AccessRow } from './access-records.projection.js';
import type { AccessRecord } from './access-streams.projection.js';

/** Which looks. Everything left out does not narrow. */
export type AccessRequest = PageRequest &
  Readonly<{
    caseId?: string | undefined;
    /** The subject of the reader's token, or what stands for one that is an IIN. */
    who?: string | undefined;
    /** Any of these key ids: those that a person has and had. */
    subjects?: readonly string[] | undefined;
    /** From this instant on, and before that one (ISO 8601). */
    from?: string | undefined;
    to?: string | undefined;
  }>;

export type AccessQueries = Readonly<{
  /** One page of looks, the newest first. Throws `InvalidCursor`. */
  page: (request: AccessRequest) => Promise<Page<AccessRecord>>;
}>;

type Row = AccessRow & Readonly<{ _id: string }>;

const list = 'looks at personal data';

/** The queries on who looked. */
export const accessQueries = (live: LiveFillings, position: () => Promise<number | null>): AccessQueries => ({
  page: async (request) => {
    const after = readCursor(list, request.cursor);
    const limit = limitOf(request);
    const included = await position();
    const found = await live
      .collection<Row>(accessRecords)
      .find({ $and: filtersOf(request, after) })
      .sort({ order: -1 })
      .limit(limit + 1)
      .toArray();
    const { items, nextCursor } = pageOf(found, limit, ({ order }) => writeCursor(list, order));
    return { items: items.map(({ record }) => record), nextCursor, position: included };
  },
});

const filtersOf = ({ caseId, who, subjects, from, to }: AccessRequest, after: string | null): Filter<Row>[] => [
  { order: after === null ? { $gt: '' } : { $lt: after } },
  ...(caseId === undefined ? [] : [{ cases: caseId }]),
  ...(who === undefined ? [] : [{ who }]),
  ...(subjects === undefined ? [] : [{ subjects: { $in: [...subjects] } }]),
  ...(from === undefined ? [] : [{ order: { $gte: utc(from) } }]),
  ...(to === undefined ? [] : [{ order: { $lt: utc(to) } }]),
];
