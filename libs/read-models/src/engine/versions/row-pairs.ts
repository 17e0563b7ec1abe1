import type { Db } from 'mongodb';
import { openCollection, type FoundFilling } from '../fillings.js';
import { fold } from '../fold.js';
import { inPages } from '../in-pages.js';
import { placeOf, type LogEntry, type Stored, type View, idOf } from '../projection.js';
import { contentOf, type Content } from '../refold.js';
import { rowsOf, shown, type StoredRow } from '../show.js';

/** A document, or a row of a view, as the older version has it, and as this one has it; null where it has none. */
export type Pair = readonly [old: object | null, fresh: object | null];

export type RowSides = Readonly<{
  database: Db;
  view: View;
  older: FoundFilling;
  /** How far the older version had come. */
  reached: number;
  /** What the stream of a document holds from a revision on. */
  entriesOf: (id: string, from: number) => Promise<readonly LogEntry[]>;
  signal: AbortSignal;
}>;

const together = 500;

/** Every row that the view gives, as of where the older version stopped, and every row that only that one has. */
export async function* rowPairs(sides: RowSides): AsyncGenerator<readonly [string, Pair]> {
  const { database, view, older, signal } = sides;
  const documents = openCollection<Stored<object>>(database, view.of).find().sort({ _id: 1 });
  for await (const document of documents) {
    signal.throwIfAborted();
    // What the driver gives of a collection is what was written to it.
    const rows = await rowsThen(sides, document as Stored<object>);
    const olds = await openCollection<StoredRow>(database, older)
      .find({ _id: { $in: rows.map(idOf) } })
      .toArray();
    const found = new Map(olds.map((row) => [idOf(row), contentOf(row)]));
    for (const row of rows) yield [idOf(row), [found.get(idOf(row)) ?? null, row]];
  }
  for await (const page of inPages(openCollection<StoredRow>(database, older).find().sort({ _id: 1 }), together)) {
    signal.throwIfAborted();
    for (const [id, old] of await gone(sides, page as readonly StoredRow[])) yield [id, [old, null]];
  }
}

/** The rows of a document as of where the older version stopped. */
const rowsThen = async (
  { view, reached, entriesOf }: RowSides,
  document: Stored<object>,
): Promise<readonly Content[]> => {
  if (document.position <= reached) return rowsOf(view, shown(view.of, document)).map(contentOf);
  const entries = await entriesOf(idOf(document), 0);
  const then = entries.filter((entry) => placeOf(entry).position <= reached);
  const { stored, derived } = fold(view.of, null, then);
  return stored ? rowsOf(view, { stored, derived }).map(contentOf) : [];
};

/** Those of some older rows that no document gives. */
const gone = async (sides: RowSides, page: readonly StoredRow[]): Promise<readonly (readonly [string, Content])[]> => {
  const ids = [...new Set(page.map((row) => sides.view.documentOf(row)))];
  const documents = await openCollection<Stored<object>>(sides.database, sides.view.of)
    .find({ _id: { $in: ids } })
    .toArray();
  const given = new Set<string>();
  for (const document of documents)
    for (const { _id } of await rowsThen(sides, document as Stored<object>)) given.add(_id);
  return page.flatMap((row) => (given.has(idOf(row)) ? [] : [[idOf(row), contentOf(row)] as const]));
};
