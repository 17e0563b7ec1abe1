import type { Db } from 'mongodb';
import { collectionOf } from '../engine/projection.js';
import { quarantineOf } from '../engine/quarantine.js';
import { positionWaiter, type PositionWait } from '../queries/wait-for-position.js';
import { loadMark, trails, trailsOf, type TrailDocument } from './stored-trails.js';

/** A trail as it is kept. */
export type KeptTrail = Readonly<{
  /** Null where there is none: no such complaint, or not one event of it can be applied. */
  document: TrailDocument | null;
  /** Everything of the log up to here is in it; null before the first event. */
  position: number | null;
  /** The position of the event that it is held back at; null where it is not. */
  heldBackAt: number | null;
}>;

export type TrailQueries = Readonly<{
  /** The trail of a complaint: one document. */
  of: (complaintId: string) => Promise<KeptTrail>;
  /** Waits, at most so many milliseconds, until every trail that is not held back includes a position. */
  waitForPosition: PositionWait;
}>;

/** The queries on trails. */
export const trailQueries = (database: Db): TrailQueries => ({
  of: async (complaintId) => {
    // First the mark: what is read after it is as new, or held back.
    const mark = await loadMark(database);
    const [document, held] = await Promise.all([
      trailsOf(database).findOne({ _id: complaintId }),
      quarantineOf(database).findOne({ projection: collectionOf(trails), documentId: complaintId }),
    ]);
    const heldBackAt = held?.position ?? null;
    return { document, position: includedIn([mark, document], heldBackAt), heldBackAt };
  },
  waitForPosition: positionWaiter(async () => (await loadMark(database))?.position ?? null),
});

/** What a document includes: all that the mark says, or it itself, up to where it is held back; null for nothing. */
const includedIn = (reached: readonly (Readonly<{ position: number }> | null)[], heldBackAt: number | null) => {
  const included = Math.max(...reached.map((one) => one?.position ?? -1));
  const position = heldBackAt === null ? included : Math.min(included, heldBackAt - 1);
  return position < 0 ? null : position;
};
