import type { Collection } from 'mongodb';
import type { Stored } from '../engine/projection.js';
import { pageLimit } from '../queries/page.js';
import type { CaseViewDocument } from './case-view.projection.js';

/** A case that goes on after it had been decided, and the dwelling that it is about. */
export type ReopenedCase = Readonly<{ caseId: string; dwellingId: string; reopenedPosition: number }>;

export type EndingQueries = Readonly<{
  /** Cases closed after a log position (null: ever), in that order, at most 200. */
  closedAfter: (position: number | null) => Promise<readonly Readonly<{ caseId: string; closedPosition: number }>[]>;
  /** Cases that were reopened after a log position (null: ever) and are open, in that order, at most 200. */
  reopenedAfter: (position: number | null) => Promise<readonly ReopenedCase[]>;
}>;

/** The queries on how cases ended and went on. */
export const endingQueries = (cases: () => Collection<Stored<CaseViewDocument>>): EndingQueries => ({
  closedAfter: async (position) => {
    const found = await cases()
      .find({ closedPosition: { $gt: position ?? -1 } }, { projection: { closedPosition: 1 } })
      .sort({ closedPosition: 1 })
      .limit(pageLimit)
      .toArray();
    return found.map(({ _id, closedPosition }) => ({ caseId: _id, closedPosition: closedPosition ?? 0 }));
  },
  reopenedAfter: async (position) => {
    const found = await cases()
      .find(
        { reopenedPosition: { $gt: position ?? -1 } },
        { projection: { reopenedPosition: 1, 'state.application.dwellingId': 1 } },
      )
      .sort({ reopenedPosition: 1 })
      .limit(pageLimit)
      .toArray();
    return found.flatMap(({ _id, reopenedPosition, state: { application } }) =>
      application === null
        ? []
        : [{ caseId: _id, dwellingId: application.dwellingId, reopenedPosition: reopenedPosition ?? 0 }],
    );
  },
});
