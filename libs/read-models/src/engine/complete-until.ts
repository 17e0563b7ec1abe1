import type { Db } from 'mongodb';
import { loadPositions } from './checkpoints.js';
import { collectionOf, type Projection } from './projection.js';
import { quarantineOf, type Quarantined } from './quarantine.js';

/** How far a projection is complete: `position` is null before its first event. */
export type Completeness = Readonly<{
  position: number | null;
  /** The documents that are not, each with the log position of the event that it waits for. */
  heldBack: readonly Pick<Quarantined, 'documentId' | 'position'>[];
}>;

/**
 * Up to which log position every document of a projection includes its events, but for those that it holds back. A document is
 * named as held back before the checkpoint passes it: hence the order of the two looks.
 */
export const completeUntil = async (database: Db, projection: Projection): Promise<Completeness> => {
  const [position] = await loadPositions(database, [projection]);
  const held = await quarantineOf(database)
    .find({ projection: collectionOf(projection) }, { projection: { _id: 0, documentId: 1, position: 1 } })
    .toArray();
  return { position: position ?? null, heldBack: held };
};
