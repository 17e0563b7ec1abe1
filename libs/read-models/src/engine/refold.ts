import type { Recorded } from '@app/event-store';
import { fold } from './fold.js';
import { madeUntil } from './joins/make-joined.js';
import {
  foldOf,
  isJoin,
  isView,
  placeOf,
  type Fold,
  type Join,
  type LogEntry,
  type Projection,
  type Stored,
} from './projection.js';
import { rowsOf, type StoredRow } from './show.js';

/** What the collection of a projection ought to hold, in order of `_id`: documents of a fold, or rows of a view. */
export type Refolded = Readonly<{ documents: readonly Stored<object>[]; rows: readonly Content[] }>;

/** A row but for the event with which it changed: that depends on what was taken in together. */
export type Content = Omit<StoredRow, 'position'>;

/**
 * Folds recorded events (in log order, other streams' among them or not) through a projection in memory, from nothing:
 * what its collection must equal. Throws where an event cannot be folded.
 */
export const refold = (projection: Projection, events: readonly Recorded[]): Refolded => {
  if (isJoin(projection)) return { documents: rejoined(projection, events).toSorted(byId), rows: [] };
  const of = foldOf(projection);
  const folded = [...grouped(of, events)].map(([id, own]) => {
    const { stored, derived, failure } = fold(of, null, own);
    if (failure || !stored) throw new Error(`${projection.name} ${id}: ${failure?.reason ?? 'no event'}`);
    return { stored, derived };
  });
  if (!isView(projection)) return { documents: folded.map(({ stored }) => stored).toSorted(byId), rows: [] };
  const rows = folded.flatMap((document) => rowsOf(projection, document)).map(contentOf);
  return { documents: [], rows: rows.toSorted(byId) };
};

const rejoined = (join: Join, events: readonly Recorded[]): readonly Stored<object>[] => {
  const own = events.filter(({ stream }) => stream.startsWith(join.own));
  return [...new Set(own.map(({ stream }) => stream.slice(join.own.length)))].map((id) => {
    const { document, failure } = madeUntil(join, id, events, Infinity);
    if (failure || !document) throw new Error(`${join.name} ${id}: ${failure?.reason ?? 'no event'}`);
    return document;
  });
};

export const contentOf = ({ position: _position, ...content }: StoredRow): Content => content;

/** The entries that a projection follows, by the document they belong to. */
export const grouped = (projection: Fold, entries: readonly LogEntry[]): ReadonlyMap<string, readonly LogEntry[]> => {
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
