import { loadPositions } from '../engine/checkpoints.js';
import type { Joined } from '../engine/projection.js';
import { quarantineOf } from '../engine/quarantine.js';
import type { LiveFillings } from '../engine/rebuild/live-fillings.js';
import { trails, type TrailDocument } from './trails.projection.js';

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
}>;

/** The queries on trails. */
export const trailQueries = (live: LiveFillings): TrailQueries => ({
  of: async (complaintId) => {
    const kept = live.collection<TrailDocument & Joined>(trails);
    // First the checkpoint: what is read after it is as new, or held back.
    const [reached = null] = await loadPositions(live.database, [live.of(trails)]);
    const [document, held] = await Promise.all([
      kept.findOne({ _id: complaintId }),
      quarantineOf(live.database).findOne({ projection: kept.collectionName, documentId: complaintId }),
    ]);
    const heldBackAt = held?.position ?? null;
    const position = includedIn([reached, document?.position ?? null], heldBackAt);
    return { document, position, heldBackAt };
  },
});

/** What a document includes: all that the checkpoint says, or it itself, up to where it is held back; null for nothing. */
const includedIn = (reached: readonly (number | null)[], heldBackAt: number | null): number | null => {
  const included = Math.max(...reached.map((position) => position ?? -1));
  const position = heldBackAt === null ? included : Math.min(included, heldBackAt - 1);
  return position < 0 ? null : position;
};
