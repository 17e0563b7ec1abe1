import type { Db } from 'mongodb';
import { openCollection } from '../fillings.js';
import { inPages } from '../in-pages.js';
import { idOf, type View } from '../projection.js';
import { contentOf } from '../refold.js';
import type { StoredRow } from '../show.js';
import { differences } from '../verify/differences.js';
import type { Comparison } from './compare.js';

const together = 500;
const mostNamed = 100;

/**
 * Compares the rows of two fillings of a view; a row that has changed in the live one meanwhile is not compared. Paths begin with the
 * id of the row. Reads everything. Throws where the database is away, and when aborted.
 */
export const compareRows = async (
  { database, signal }: Readonly<{ database: Db; signal: AbortSignal }>,
  live: View,
  next: View,
): Promise<Comparison> => {
  const differing = new Map<string, string[]>();
  const note = (row: StoredRow, paths: readonly string[]): void => {
    if (paths.length === 0) return;
    const named = paths.map((path) => `${idOf(row)}${path}`);
    const id = live.documentOf(row);
    differing.set(id, [...(differing.get(id) ?? []), ...named]);
  };
  for await (const [row, other] of pairs(database, live, next)) {
    signal.throwIfAborted();
    if (other) {
      if (row.position <= other.position) note(row, differences(contentOf(row), contentOf(other)));
    } else note(row, ['/']);
  }
  for await (const [row, other] of pairs(database, next, live)) {
    signal.throwIfAborted();
    if (!other) note(row, ['/']);
  }
  return {
    compared: await openCollection(database, live.of).estimatedDocumentCount(),
    differingDocuments: differing.size,
    differing: [...differing].slice(0, mostNamed).map(([documentId, paths]) => ({ documentId, paths })),
  };
};

/** Every row of one filling, and the same of the other, null where it is not there. */
async function* pairs(database: Db, of: View, beside: View): AsyncGenerator<readonly [StoredRow, StoredRow | null]> {
  for await (const page of inPages(openCollection<StoredRow>(database, of).find().sort({ _id: 1 }), together)) {
    // What the driver gives of a collection is what was written to it.
    const rows = page as readonly StoredRow[];
    const others = await openCollection<StoredRow>(database, beside)
      .find({ _id: { $in: rows.map(idOf) } })
      .toArray();
    const found = new Map(others.map((row) => [idOf(row), row]));
    for (const row of rows) yield [row, found.get(idOf(row)) ?? null];
  }
}
