import type { Stored } from '../engine/projection.js';
import type { LiveFillings } from '../engine/rebuild/live-fillings.js';
import { limitOf, pageOf, readCursor, writeCursor, type Page, type PageRequest } from '../queries/page.js';
import { caseView, type CaseViewDocument } from '../case-view/case-view.projection.js';
import { withFindings, type Owed } from './missed-words.js';
import { timeline, type TimelineDocument, type TimelineEntry } from './timeline.projection.js';

/** A page of what happened in a case, and the office it belongs to. */
export type TimelinePage = Page<TimelineEntry> & Readonly<{ officeId: string | null }>;

export type TimelineQueries = Readonly<{
  /** What happened in a case, oldest first; null where there is no such case. Throws `InvalidCursor`. */
  ofCase: (caseId: string, request?: PageRequest) => Promise<TimelinePage | null>;
}>;

/** The queries on timelines. */
export const timelineQueries = (live: LiveFillings, position: () => Promise<number | null>): TimelineQueries => {
  return {
    ofCase: async (caseId, request = {}) => {
      const list = `timeline of ${caseId}`;
      const after = Number(readCursor(list, request.cursor) ?? -1);
      const limit = limitOf(request);
      const included = await position();
      const found = await live.collection<Stored<TimelineDocument>>(timeline).findOne({ _id: caseId });
      if (!found) return null;
      const entries = found.entries.some(({ type }) => type === 'DutyMissed')
        ? withFindings(found.entries, await owedBy(live, caseId))
        : found.entries;
      const left = entries.filter(({ revision }) => revision > after).slice(0, limit + 1);
      const { items, nextCursor } = pageOf(left, limit, ({ revision }) => writeCursor(list, String(revision)));
      return { items, nextCursor, position: included, officeId: found.officeId };
    },
  };
};

/** Nothing where the case is not shown yet. */
const owedBy = async (live: LiveFillings, caseId: string): Promise<Owed> => {
  const options = { projection: { duties: 1, 'facts.missedDuties': 1 } };
  const found = await live.collection<Stored<CaseViewDocument>>(caseView).findOne({ _id: caseId }, options);
  return found ?? { duties: [], facts: { missedDuties: [] } };
};
