import type { Db } from 'mongodb';
import { openCollection } from './fillings.js';
import { failureAt, type Failure } from './fold.js';
import { inPages } from './in-pages.js';
import type { KnownRows } from './known-rows.js';
import {
  collectionOf,
  placeOf,
  type Fold,
  type Place,
  type Projection,
  type Stored,
  type View,
  idOf,
} from './projection.js';
import { holdBack, quarantineOf, release, type HeldBackNow, type Quarantined } from './quarantine.js';
import type { Family } from './share.js';
import { rowsOf, shown, type Shown, type StoredRow } from './show.js';
import type { Engine } from './take-in.js';
import { writeEach, type Write } from './write-each.js';

/** Which documents: with how many corrections of the calendar known, and whether those that could not be shown are tried again. `rows` learns what fails. */
export type Stale = Readonly<{ known: number; again: boolean; rows: KnownRows }>;

/** How many documents are shown anew together. */
const together = 500;

type ByCalendar = Stored<Readonly<{ calendar: number }>>;

/**
 * Shows every document of a fold anew that was shown with fewer corrections of the calendar than are known now, in every view: rows
 * first, and the document last, so that what a crash leaves undone is found again. Then the rows that are behind their document, as they
 * were written while another process showed it anew: those of a view that was being filled. Writes only over what is as it was read. What
 * cannot be shown stays as it is, named in `quarantine`, until it can.
 */
export const showAnew = async (engine: Engine, family: Family, stale: Stale): Promise<void> => {
  const { fold, views, keepsDocuments } = family;
  if (!fold.derive || !keepsDocuments || stale.known === 0) return;
  const behind = openCollection<ByCalendar>(engine.database, fold).find({ calendar: { $lt: stale.known } });
  for await (const page of inPages(behind, together)) {
    // What the driver gives of a collection is what was written to it.
    await showThose(engine, family, page as readonly Stored<object>[], stale);
  }
  for (const view of views) await showRowsAnew(engine, { fold, view }, stale);
};

/** Shows the rows of a view that are behind their documents. */
const showRowsAnew = async (
  engine: Engine,
  { fold, view }: Readonly<{ fold: Fold; view: View }>,
  stale: Stale,
): Promise<void> => {
  const family = { fold, views: [view], keepsDocuments: false };
  const behind = openCollection<ByCalendar>(engine.database, view).find({ calendar: { $lt: stale.known } });
  for await (const rows of inPages(behind, together)) {
    const found = await openCollection<Stored<object>>(engine.database, fold)
      .find({ _id: { $in: [...new Set(rows.map(view.documentOf))] } })
      .toArray();
    // What the driver gives of a collection is what was written to it.
    await showThose(engine, family, found as readonly Stored<object>[], stale);
  }
};

/** Shows documents anew; those that are held back as they are only where they are tried again. */
const showThose = async (
  engine: Engine,
  family: Family,
  documents: readonly Stored<object>[],
  { again, rows }: Stale,
): Promise<void> => {
  const held = await heldOf(engine.database, family, documents);
  const [shownFirst = family.fold] = family.keepsDocuments ? [family.fold] : family.views;
  const isHeld = ({ _id, revision }: Stored<object>): boolean =>
    held.get(keyOf(shownFirst, _id))?.revision === revision;
  const wanted = documents.filter((one) => again || !isHeld(one));
  await showEach(engine, family, { documents: wanted, held, rows, why: () => byCalendar });
};

/** Shows one document anew. Answers where it is held back. */
export const showOneAnew = async (
  engine: Engine,
  family: Family,
  { document, rows }: Readonly<{ document: Stored<object>; rows: KnownRows }>,
): Promise<readonly HeldBackNow[]> => {
  const held = await heldOf(engine.database, family, [document]);
  const why = (projection: Projection): string =>
    held.get(keyOf(projection, idOf(document)))?.reason.startsWith(byCalendar) ? byCalendar : '';
  return showEach(engine, family, { documents: [document], held, rows, why });
};

const byCalendar = 'cannot be shown by the calendar as it was corrected: ';

/** Documents, which of them are held back where, and what begins the reason where one is held back now. */
type Showing = Readonly<{
  documents: readonly Stored<object>[];
  held: Held;
  rows: KnownRows;
  why: (of: Projection) => string;
}>;

/** By collection and id. */
type Held = ReadonlyMap<string, Quarantined>;

const showEach = async (
  engine: Engine,
  family: Family,
  { documents, held, rows, why }: Showing,
): Promise<readonly HeldBackNow[]> => {
  const made = documents.flatMap((document) => showingsOf(family, document));
  const unwritten = await writeAll(engine.database, made);
  const heldNow: HeldBackNow[] = [];
  for (const one of made) {
    const { projection, document } = one;
    const error = one.error ?? unwritten.get(one);
    if (error) {
      rows.failed(projection, document);
      heldNow.push(await heldAs(engine, family.fold, { ...one, error }, why(projection)));
    } else if (held.has(keyOf(projection, idOf(document)))) await release(engine.database, projection, document);
  }
  for (const one of heldNow) await holdBack(engine.database, one, engine.now());
  return heldNow;
};

/** Writes all rows, and then the documents. Answers which can never be written so, and why. */
const writeAll = async (database: Db, made: readonly Made[]): Promise<ReadonlyMap<Made, Error>> => {
  const unwritten = new Map<Made, Error>();
  for (const writesOf of [rowWrites, documentWrites]) {
    const writes = made.flatMap((one) => writesOf(one).map((write) => ({ one, write })));
    const outcomes = await writeEach(
      database,
      writes.map(({ write }) => write),
    );
    for (const [index, { one }] of writes.entries()) {
      const outcome = outcomes[index];
      if (outcome instanceof Error) unwritten.set(one, outcome);
    }
  }
  return unwritten;
};

/** A document as the fold or a view shows it now; or what was thrown. */
type Made = Readonly<{
  projection: Projection;
  document: Stored<object>;
  stored: Stored<object> | null;
  rows: readonly StoredRow[];
  error: unknown;
}>;

const showingsOf = ({ fold, views, keepsDocuments }: Family, document: Stored<object>): readonly Made[] => {
  let fresh: Shown;
  const own = keepsDocuments ? [fold] : [];
  try {
    fresh = shown(fold, document);
  } catch (error) {
    return [...own, ...views].map((projection) => ({ projection, document, stored: null, rows: [], error }));
  }
  return [
    ...own.map((projection): Made => ({ projection, document, stored: fresh.stored, rows: [], error: null })),
    ...views.map((view): Made => {
      try {
        return { projection: view, document, stored: null, rows: rowsOf(view, fresh), error: null };
      } catch (error) {
        return { projection: view, document, stored: null, rows: [], error };
      }
    }),
  ];
};

/** Over an older row, and over one of the same event that was shown with fewer corrections. */
const rowWrites = ({ projection, rows }: Made): readonly Write[] =>
  rows.map((document) => {
    const { position, calendar = 0 } = document;
    const fewer = { position, calendar: { $lt: calendar } };
    return { filling: projection, document, over: { $or: [{ position: { $lt: position } }, fewer] } };
  });

const documentWrites = ({ projection, document, stored }: Made): readonly Write[] => {
  if (!stored) return [];
  const calendar = 'calendar' in stored ? { calendar: { $lt: stored.calendar } } : {};
  return [{ filling: projection, document: stored, over: { position: document.position, ...calendar } }];
};

const heldAs = async (
  { readStream }: Engine,
  fold: Fold,
  { projection, document, error }: Made,
  why: string,
): Promise<HeldBackNow> => {
  const { reason, ...failure } = failureAt(await lastOf(readStream, fold, document), error);
  const told: Failure = { ...failure, reason: `${why}${reason}` };
  return { projection, documentId: idOf(document), failure: told };
};

/** The last event of a document, whose stream bears its id; a place without an event where nobody of ours wrote the document. */
const lastOf = async (
  readStream: Engine['readStream'],
  fold: Fold,
  { _id: id, revision, position }: Stored<object>,
): Promise<Place> => {
  const streams = fold.streams.map((prefix) => `${prefix}${id}`);
  for (const stream of streams) {
    const [last] = await readStream(stream, revision);
    if (last) return placeOf(last);
  }
  return { id: '', type: '', stream: streams[0] ?? '', revision, position };
};

/** Where some documents are held back, and at which revision. */
const heldOf = async (database: Db, { fold, views }: Family, documents: readonly Stored<object>[]): Promise<Held> => {
  const ids = documents.flatMap(({ _id: id }) => [fold, ...views].map((projection) => keyOf(projection, id)));
  const found = await quarantineOf(database)
    .find({ _id: { $in: ids } })
    .toArray();
  return new Map(found.map((one) => [idOf(one), one]));
};

const keyOf = (projection: Projection, id: string): string => `${collectionOf(projection)}/${id}`;
