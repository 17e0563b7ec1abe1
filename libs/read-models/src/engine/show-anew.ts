import type { AnyBulkWriteOperation, Collection, Db } from 'mongodb';
import { openCollection, openDocuments } from './fillings.js';
import { failureAt, type Failure } from './fold.js';
import { inPages } from './in-pages.js';
import { placeOf, type Place, type Projection, type Stored } from './projection.js';
import { heldAt, holdBack, release } from './quarantine.js';
import { rowsOf, type StoredRow } from './rows.js';
import type { StreamReader } from './stream-reader.js';

/** What every document and row that depends on the calendar has: with how many corrections it was shown. */
type Shown = { readonly _id: string; readonly position: number; readonly calendar: number };

/** Where documents are shown anew, and where one that cannot be is named. */
export type Showing = Readonly<{ database: Db; readStream: StreamReader; now: () => string }>;

/** Which documents: with how many corrections of the calendar known, and whether those that could not be shown are tried again. */
export type Stale = Readonly<{ known: number; again: boolean }>;

/** How many documents are shown anew together. */
const together = 500;

/**
 * Shows every document anew that was shown with fewer corrections of the calendar than are known now: rows first, and the
 * document last, so that what a crash leaves undone is found again. Writes only over what is as it was read. One that
 * cannot be shown stays as it is, named in `quarantine`, until it can.
 */
export const showAnew = async (showing: Showing, projection: Projection, { known, again }: Stale): Promise<void> => {
  if (!projection.byCalendar || known === 0) return;
  const documents = openDocuments<Stored<{ calendar: number }>>(showing.database, projection);
  for await (const page of inPages(documents.find({ calendar: { $lt: known } }), together)) {
    const held = await heldAt(showing.database, projection, page);
    const tried = page.filter((document) => again || !held.has(idOf(document)));
    const made = tried.map((document) => anew(projection, document));
    await replaceAll(showing.database, projection, made);
    for (const one of made) {
      const { stored, failed } = one;
      if (failed)
        await holdBack(showing.database, projection, await failureOf(showing, projection, one), showing.now());
      else if (held.has(idOf(stored))) await release(showing.database, projection, stored);
    }
  }
};

/** Shows one document anew; answers why it cannot be shown, null where it can. */
export const showOneAnew = async (
  showing: Showing,
  projection: Projection,
  document: Stored<object>,
): Promise<Failure | null> => {
  if (!projection.byCalendar) return null;
  const made = anew(projection, document);
  await replaceAll(showing.database, projection, [made]);
  return made.failed ? failureOf(showing, projection, made) : null;
};

/** A document as it is shown now, with its rows; or as it was, and what was thrown. */
type Anew = Readonly<{
  stored: Stored<object>;
  rows: readonly StoredRow[];
  failed: Readonly<{ error: unknown }> | null;
}>;

const anew = (projection: Projection, document: Stored<object>): Anew => {
  const { _id, position, revision, tally } = document;
  try {
    const stored = { ...projection.show?.(document), _id, position, revision, tally };
    return { stored, rows: rowsOf(projection, stored), failed: null };
  } catch (error) {
    return { stored: document, rows: [], failed: { error } };
  }
};

const failureOf = async (
  { readStream }: Showing,
  projection: Projection,
  { stored, failed }: Anew,
): Promise<Failure> => {
  const { reason, ...failure } = failureAt(await lastOf(readStream, projection, stored), failed?.error);
  return { ...failure, reason: `cannot be shown by the calendar as it was corrected: ${reason}` };
};

/** The last event of a document, whose stream bears its id; a place without an event where nobody of ours wrote the document. */
const lastOf = async (
  readStream: StreamReader,
  projection: Projection,
  { _id: id, revision, position }: Stored<object>,
): Promise<Place> => {
  const streams = projection.streams.map((prefix) => `${prefix}${id}`);
  for (const stream of streams) {
    const [last] = await readStream(stream, revision);
    if (last) return placeOf(last);
  }
  return { id: '', type: '', stream: streams[0] ?? '', revision, position };
};

const idOf = ({ _id: id }: Stored<object>): string => id;

const replaceAll = async (database: Db, projection: Projection, made: readonly Anew[]): Promise<void> => {
  const shown = made.filter(({ failed }) => !failed);
  if (projection.rows)
    await replace(
      openCollection<Shown>(database, projection),
      shown.flatMap(({ rows }) => rows),
    );
  await replace(
    openDocuments<Shown>(database, projection),
    shown.map(({ stored }) => stored),
  );
};

const replace = async (collection: Collection<Shown>, written: readonly object[]): Promise<void> => {
  // What such a projection shows bears the number of corrections: `byCalendar` says so.
  const replacements = (written as readonly Shown[]).map(({ _id, ...replacement }): AnyBulkWriteOperation<Shown> => ({
    replaceOne: {
      filter: { _id, position: replacement.position, calendar: { $lt: replacement.calendar } },
      replacement,
    },
  }));
  if (replacements.length > 0) await collection.bulkWrite(replacements, { ordered: false });
};
