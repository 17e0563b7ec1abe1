import type { Collection, Db } from 'mongodb';
import type { Failure } from './fold.js';
import { collectionOf, type Filling, type Stored } from './projection.js';

/**
 * A document held back in a projection: an event could not be folded. The event itself stays in the log, where its personal
 * data is sealed; here is its place.
 */
export type Quarantined = Readonly<{
  _id: string;
  /** The collection, e.g. `case-view-v1`. */
  projection: string;
  documentId: string;
  stream: string;
  revision: number;
  position: number;
  eventId: string;
  eventType: string;
  reason: string;
  /** When it was last tried, ISO 8601. */
  triedAt: string;
}>;

/** Where held back documents are named. */
export const quarantineOf = (database: Db): Collection<Quarantined> => database.collection<Quarantined>('quarantine');

/** A document, or its rows, that a projection holds back, and why. */
export type HeldBackNow = Readonly<{ projection: Filling; documentId: string; failure: Failure }>;

/** Names a document as held back. */
export const holdBack = async (
  database: Db,
  { projection, documentId, failure }: HeldBackNow,
  triedAt: string,
): Promise<void> => {
  const { place, reason } = failure;
  const { stream, revision, position, id: eventId, type: eventType } = place;
  const held = { projection: collectionOf(projection), documentId, stream, revision, position, eventId, eventType };
  await quarantineOf(database).replaceOne(
    { _id: quarantineId(projection, documentId) },
    { ...held, reason, triedAt },
    { upsert: true },
  );
};

/** Takes a document's name off the list, unless it is held back past the position that it has reached: another process may have met the next poison. */
export const release = async (
  database: Db,
  projection: Filling,
  { _id: documentId, position }: Pick<Stored<object>, '_id' | 'position'>,
): Promise<void> => {
  await quarantineOf(database).deleteOne({
    _id: quarantineId(projection, documentId),
    position: { $lte: position },
  });
};

const quarantineId = (projection: Filling, documentId: string): string => `${collectionOf(projection)}/${documentId}`;
