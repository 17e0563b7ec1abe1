import type { Collection } from 'mongodb';
import type { Stored } from '../engine/projection.js';
import { utc } from '../instants.js';
import { pageLimit } from '../queries/page.js';
import type { ComplaintDocument } from './complaints.projection.js';
import { unrecorded } from './unrecorded-duties.js';

/** A duty of a complaint that is owed past its day, and of which nothing says so yet. */
export type OverdueComplaintDuty = Readonly<{
  complaintId: string;
  rule: string;
  due: string;
  dueAt: string;
  watched: string;
}>;

/** The overdue duties of the complaints after a place, at most those of 200 complaints. */
export const overdueComplaintDuties = async (
  rows: Collection<Stored<ComplaintDocument>>,
  place: string | null,
  asOf: string,
): Promise<readonly OverdueComplaintDuty[]> => {
  const found = await rows
    .find({ watched: { $gt: place ?? '', $lt: utc(asOf) } }, { projection: { facts: 0, row: 0, 'state.history': 0 } })
    .sort({ watched: 1 })
    .hint({ watched: 1 })
    .limit(pageLimit)
    .toArray();
  return found.flatMap(({ complaintId, state, duties, watched }) =>
    unrecorded(duties, state)
      .flatMap(({ rule, due, dueAt }) =>
        due === null || dueAt === null ? [] : [{ complaintId, rule, due, dueAt, watched }],
      )
      .filter(({ dueAt }) => dueAt < utc(asOf)),
  );
};
