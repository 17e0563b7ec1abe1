import type { Db } from 'mongodb';
import { inPages } from '../in-pages.js';
import { openCollection } from '../fillings.js';
import { idOf, type Stored, type View } from '../projection.js';
import { rowsOf, shown, type StoredRow } from '../show.js';

/** A row that its document does not give, and the id of that document. */
export type StrayRow = Readonly<{ documentId: string; rowId: string }>;

export type StrayLooking = Readonly<{ database: Db; signal: AbortSignal }>;

/** How many rows are looked at together. */
const together = 500;

/**
 * The rows of a view that no document gives, in the order of their ids: reads the rows once, and with each page of them
 * the documents that they name. Rows are written beside their documents, so what is found is looked at twice. Throws where the
 * database is away, and when aborted.
 */
export const strayRows = async (looking: StrayLooking, view: View): Promise<readonly StrayRow[]> => {
  const stored = openCollection<StoredRow>(looking.database, view).find().sort({ _id: 1 });
  const suspects: string[] = [];
  for await (const page of inPages(stored, together)) {
    looking.signal.throwIfAborted();
    // What the driver gives of a collection is what was written to it.
    const strays = await straysIn(looking, view, page as readonly StoredRow[]);
    suspects.push(...strays.map(({ rowId }) => rowId));
  }
  return again(looking, view, suspects);
};

const again = async (looking: StrayLooking, view: View, suspects: readonly string[]): Promise<readonly StrayRow[]> => {
  const strays: StrayRow[] = [];
  for (let first = 0; first < suspects.length; first += together) {
    looking.signal.throwIfAborted();
    const page = await openCollection<StoredRow>(looking.database, view)
      .find({ _id: { $in: suspects.slice(first, first + together) } })
      .sort({ _id: 1 })
      .toArray();
    strays.push(...(await straysIn(looking, view, page)));
  }
  return strays;
};

/** Those of some rows that the documents they name do not give. */
const straysIn = async (
  { database }: StrayLooking,
  view: View,
  page: readonly StoredRow[],
): Promise<readonly StrayRow[]> => {
  const named = page.map((row) => ({ documentId: view.documentOf(row), rowId: idOf(row) }));
  const documents = await openCollection<Stored<object>>(database, view.of)
    .find({ _id: { $in: [...new Set(named.map(({ documentId }) => documentId))] } })
    .toArray();
  const given = new Set(documents.flatMap((document) => rowsOf(view, shown(view.of, document)).map(idOf)));
  return named.filter(({ rowId }) => !given.has(rowId));
};
