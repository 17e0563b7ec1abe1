import { failureAt, type Failure } from '../engine/fold.js';
import { collectionOf } from '../engine/projection.js';
import { holdBack, quarantineOf } from '../engine/quarantine.js';
import type { Retried } from '../engine/retry.js';
import type { Engine } from '../engine/take-in.js';
import { writeGuarded } from '../engine/write-guarded.js';
import { trails, trailsOf, type StoredTrail } from './stored-trails.js';
import { readHistories, trailDocument, type MadeTrail } from './trail-document.js';

/**
 * Makes the trail of a complaint as the log is at a position, and writes it over an older one only: whoever makes it for the
 * same position makes the same, and a repeat changes nothing. What cannot be made or written is held back by name. Throws
 * where a store is away.
 */
export const writeTrail = async (engine: Engine, complaintId: string, position: number): Promise<Failure | null> => {
  const { database, readStream, now } = engine;
  const made = trailDocument(complaintId, await readHistories(readStream, complaintId), position);
  const { document } = made;
  const left = (await unwritten(engine, made)) ?? made.failure;
  if (left) await holdBack(database, { projection: trails, documentId: complaintId, failure: left }, now());
  else if (document) await release(engine, document);
  return left;
};

/** Tries the trails that are held back once more, as of a position; those for which a stream stands in the way where it is named. */
export const retryHeldTrails = async (
  engine: Engine,
  position: number,
  ofStream?: string,
): Promise<readonly Retried[]> => {
  const filter = { projection: collectionOf(trails), ...(ofStream !== undefined && { stream: ofStream }) };
  const retried: Retried[] = [];
  for (const { documentId } of await quarantineOf(engine.database).find(filter).toArray()) {
    const failure = await writeTrail(engine, documentId, position);
    retried.push({ projection: trails.name, documentId, reason: failure?.reason ?? null });
  }
  return retried;
};

/** Writes a trail; why it can never be written so, null where it was, or a newer one was there. */
const unwritten = async ({ database }: Engine, { document, last }: MadeTrail): Promise<Failure | null> => {
  if (!document || !last) return null;
  const [error = null] = await writeGuarded(database, [{ filling: trails, document }]);
  return error && failureAt(last, error);
};

/** A trail is released by one that goes past what it was held back at: another process may have met the next poison. */
const release = async ({ database }: Engine, { _id, position }: StoredTrail): Promise<void> => {
  await quarantineOf(database).deleteOne({
    projection: collectionOf(trails),
    documentId: _id,
    position: { $lte: position },
  });
};

/** The trails of a database, for whoever makes all of them anew. */
export const storedIds = (database: Engine['database']): AsyncIterable<string> =>
  trailsOf(database)
    .find({}, { projection: { _id: 1 } })
    .sort({ _id: 1 })
    // What the driver gives of a collection is what was written to it.
    .map(({ _id }: Readonly<{ _id: string }>): string => _id);
