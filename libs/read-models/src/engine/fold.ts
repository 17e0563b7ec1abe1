import { placeOf, type Fold, type LogEntry, type Place, type Stored } from './projection.js';
import { shown } from './show.js';
import { withEvent } from './tally.js';

/** An event that could not be taken in, and why. A gap means that events before it have not come. */
export type Failure = Readonly<{ place: Place; reason: string; gap: boolean }>;

/**
 * What came of folding: the document as far as it goes (the very one it started from where nothing changed), the last entry
 * that went into it (null for none), and what stopped it.
 */
export type Folded = Readonly<{
  stored: Stored<object> | null;
  /** What was derived of it; undefined where nothing changed. */
  derived?: unknown;
  last: Place | null;
  failure: Failure | null;
}>;

/**
 * Folds one document's entries into it, in order, past those that it includes already. Stops at the first that cannot
 * be folded, or that does not follow the last one; what was folded before it stands.
 */
export const fold = (projection: Fold, start: Stored<object> | null, entries: readonly LogEntry[]): Folded => {
  const reached = advance(projection, start, entries);
  if (reached.last === null || reached.stored === null) return reached;
  try {
    return { ...reached, ...shown(projection, reached.stored) };
  } catch {
    return foldOneByOne(projection, start, entries);
  }
};

/** Finds the entry after which the document cannot be shown: shows after each instead of once. */
const foldOneByOne = (projection: Fold, start: Stored<object> | null, entries: readonly LogEntry[]): Folded => {
  let reached: Folded = { stored: start, last: null, failure: null };
  for (const entry of entries) {
    const step = advance(projection, reached.stored, [entry]);
    if (step.failure) return { ...reached, failure: step.failure };
    if (step.last === null || step.stored === null) continue;
    try {
      reached = { ...step, ...shown(projection, step.stored) };
    } catch (error) {
      return { ...reached, failure: failureAt(step.last, error) };
    }
  }
  return reached;
};

const advance = (projection: Fold, start: Stored<object> | null, entries: readonly LogEntry[]): Folded => {
  let stored = start;
  let last: Place | null = null;
  for (const entry of entries) {
    const place = placeOf(entry);
    const next = (stored?.revision ?? -1) + 1;
    if (place.revision < next) continue;
    if (place.revision > next)
      return { stored, last, failure: { place, reason: `event ${next} of ${place.stream} has not come`, gap: true } };
    try {
      stored = after(projection, stored, entry);
      last = place;
    } catch (error) {
      return { stored, last, failure: failureAt(place, error) };
    }
  }
  return { stored, last, failure: null };
};

/** The document with an entry in it. Throws what cannot be read, and what the fold throws. */
const after = (projection: Fold, stored: Stored<object> | null, entry: LogEntry): Stored<object> => {
  if (entry instanceof Error) throw entry;
  const { id, position, revision } = entry;
  const tally = withEvent(stored?.tally, id);
  return { ...projection.evolve(stored, entry), _id: projection.idOf(entry), position, revision, tally };
};

/** A failure at a place, with what was thrown there. */
export const failureAt = (place: Place, error: unknown): Failure => ({
  place,
  reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  gap: false,
});
