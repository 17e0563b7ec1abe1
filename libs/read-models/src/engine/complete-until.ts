import type { Db } from 'mongodb';
import { loadPositions } from './checkpoints.js';
import { collectionOf, type Projection } from './projection.js';
import { quarantineOf } from './quarantine.js';

/** How far a projection is complete: `position` is null before its first event, `heldBack` names the documents that are not. */
export type Completeness = Readonly<{ position: number | null; heldBack: readonly string[] }>;

/**
 * Up to which log position every document of a projection includes its events, but for those that it holds back. A document is
 * named as held back before the checkpoint passes it: hence the order of the two looks.
 */
export const completeUntil = async (database: Db, projection: Projection): Promise<Completeness> => {
  const [position] = await loadPositions(database, [projection]);
  const held = await quarantineOf(database)
    .find({ projection: collectionOf(projection) }, { projection: { documentId: 1 } })
    .toArray();
  return { position: position ?? null, heldBack: held.map(({ documentId }) => documentId) };
};
