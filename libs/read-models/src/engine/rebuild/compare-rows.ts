import type { Db } from 'mongodb';
import { openCollection } from '../fillings.js';
import { idOf, type View } from '../projection.js';
import { contentOf } from '../refold.js';
import type { StoredRow } from '../show.js';
import { differences } from '../verify/differences.js';
import type { Comparison } from './compare.js';
import { pairs } from './pairs.js';

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
  for await (const [row, other] of pairs<StoredRow>(database, live, next)) {
    signal.throwIfAborted();
    if (other) {
      if (row.position <= other.position) note(row, differences(contentOf(row), contentOf(other)));
    } else note(row, ['/']);
  }
  for await (const [row, other] of pairs<StoredRow>(database, next, live)) {
    signal.throwIfAborted();
    if (!other) note(row, ['/']);
  }
  return {
    compared: await openCollection(database, live.of).estimatedDocumentCount(),
    differingDocuments: differing.size,
    differing: [...differing].slice(0, mostNamed).map(([documentId, paths]) => ({ documentId, paths })),
  };
};
