import type { Recorded } from '@app/event-store';
import { fold } from './fold.js';
import { placeOf, type LogEntry, type Projection, type Stored } from './projection.js';
import { rowsOf, type StoredRow } from './rows.js';

/** What a projection's collections ought to hold, each in order of `_id`. */
export type Refolded = Readonly<{ documents: readonly Stored<object>[]; rows: readonly StoredRow[] }>;

/**
 * Folds recorded events (in log order, other streams' among them or not) through a projection in memory, from nothing:
 * what its collections must equal. Throws where an event cannot be folded.
 */
export const refold = (projection: Projection, events: readonly Recorded[]): Refolded => {
  const documents = [...grouped(projection, events)].map(([id, own]) => {
    const { stored, failure } = fold(projection, null, own);
    if (failure || !stored) throw new Error(`${projection.name} ${id}: ${failure?.reason ?? 'no event'}`);
    return stored;
  });
  documents.sort(byId);
  const rows = documents.flatMap((document) => rowsOf(projection, document));
  rows.sort(byId);
  return { documents, rows };
};

/** The entries that a projection follows, by the document they belong to. */
export const grouped = (
  projection: Projection,
  entries: readonly LogEntry[],
): ReadonlyMap<string, readonly LogEntry[]> => {
  const groups = new Map<string, LogEntry[]>();
  for (const entry of entries) {
    const place = placeOf(entry);
    if (!projection.streams.some((prefix) => place.stream.startsWith(prefix))) continue;
    const id = projection.idOf(place);
    const group = groups.get(id);
    if (group) group.push(entry);
    else groups.set(id, [entry]);
  }
  return groups;
};

const byId = ({ _id: one }: Identified, { _id: other }: Identified): number => (one < other ? -1 : 1);

type Identified = Readonly<{ _id: string }>;
