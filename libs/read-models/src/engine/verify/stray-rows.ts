import type { Db } from 'mongodb';
import { inPages } from '../in-pages.js';
import { openCollection, openDocuments } from '../fillings.js';
import type { Projection, Stored } from '../projection.js';
import { rowsOf, type StoredRow } from '../rows.js';

/** A row that its document does not give, and the id of that document. */
export type StrayRow = Readonly<{ documentId: string; rowId: string }>;

export type StrayLooking = Readonly<{ database: Db; signal: AbortSignal }>;

/** How many rows are looked at together. */
const together = 500;

/**
 * The rows of a projection that no document gives, in the order of their ids: reads the rows once, and with each page of them
 * the documents that they name. Rows are written beside their documents, so what is found is looked at twice. Throws where the
 * database is away, and when aborted.
 */
export const strayRows = async (looking: StrayLooking, projection: Projection): Promise<readonly StrayRow[]> => {
  if (!projection.rows || !projection.documentOf) return [];
  const stored = openCollection<StoredRow>(looking.database, projection).find().sort({ _id: 1 });
  const suspects: string[] = [];
  for await (const page of inPages(stored, together)) {
    looking.signal.throwIfAborted();
    // What the driver gives of a collection is what was written to it.
    const strays = await straysIn(looking, projection, page as readonly StoredRow[]);
    suspects.push(...strays.map(({ rowId }) => rowId));
  }
  return again(looking, projection, suspects);
};

const again = async (
  looking: StrayLooking,
  projection: Projection,
  suspects: readonly string[],
): Promise<readonly StrayRow[]> => {
  const strays: StrayRow[] = [];
  for (let first = 0; first < suspects.length; first += together) {
    looking.signal.throwIfAborted();
    const page = await openCollection<StoredRow>(looking.database, projection)
      .find({ _id: { $in: suspects.slice(first, first + together) } })
      .sort({ _id: 1 })
      .toArray();
    strays.push(...(await straysIn(looking, projection, page)));
  }
  return strays;
};

/** Those of some rows that the documents they name do not give. */
const straysIn = async (
  { database }: StrayLooking,
  projection: Projection,
  page: readonly StoredRow[],
): Promise<readonly StrayRow[]> => {
  const named = page.map((row) => ({ documentId: projection.documentOf?.(row) ?? '', rowId: idOf(row) }));
  const documents = await openDocuments<Stored<object>>(database, projection)
    .find({ _id: { $in: [...new Set(named.map(({ documentId }) => documentId))] } })
    .toArray();
  const given = new Set(documents.flatMap((document) => rowsOf(projection, document).map(idOf)));
  return named.filter(({ rowId }) => !given.has(rowId));
};

const idOf = ({ _id: id }: StoredRow): string => id;
