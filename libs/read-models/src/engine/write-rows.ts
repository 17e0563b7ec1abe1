import type { Db } from 'mongodb';
import { failureAt } from './fold.js';
import type { KnownRows } from './known-rows.js';
import { idOf, type Fold, type Place, type Stored, type View } from './projection.js';
import { rowsOf, shown, type Shown, type StoredRow } from './show.js';
import type { HeldBackNow } from './quarantine.js';
import { writeGuarded } from './write-guarded.js';

/** What a view is to show: a document, and the same as it was before. `shown` is null where nothing was derived of it yet. */
export type Rows = Readonly<{
  view: View;
  fold: Fold;
  before: Stored<object> | null;
  stored: Stored<object>;
  shown: Shown | null;
  /** The last event in it. */
  place: Place;
  /** It was held back, and is tried again. */
  again: boolean;
  /** Nothing holds the document itself back. */
  isWhole: boolean;
}>;

/** What came of it: the views that show again what they held back, and what a view could not show. */
export type RowsWritten = Readonly<{ comeRight: readonly Rows[]; failures: readonly HeldBackNow[] }>;

/** Makes rows and writes those that changed, each only over an older one. Throws where the server is away. */
export const writeRows = async (database: Db, wanted: readonly Rows[], known: KnownRows): Promise<RowsWritten> => {
  const made = wanted.map(makeRows);
  const changed = made.flatMap((one) => changedOf(one, known).map((document) => ({ one, document })));
  const errors = await writeGuarded(
    database,
    changed.map(({ one, document }) => ({ filling: one.view, document })),
  );
  const unwritten = new Map(
    changed.flatMap(({ one }, index) => (errors[index] ? [[one, errors[index]] as const] : [])),
  );
  const comeRight: Rows[] = [];
  const failures: HeldBackNow[] = [];
  for (const one of made) {
    const { view, stored, rows, place, again, isWhole, error } = one;
    const thrown = error ?? unwritten.get(one);
    if (thrown) {
      known.failed(view, stored);
      failures.push({ projection: view, documentId: idOf(stored), failure: failureAt(place, thrown) });
    } else if (isWhole) {
      known.wrote(view, stored, rows);
      if (known.isRightAgain(view, stored) || again) comeRight.push(one);
    }
  }
  return { comeRight, failures };
};

type Made = Rows & Readonly<{ rows: readonly StoredRow[]; error: Error | null }>;

const makeRows = (wanted: Rows): Made => {
  try {
    const rows = rowsOf(wanted.view, wanted.shown ?? shown(wanted.fold, wanted.stored));
    return { ...wanted, rows, error: null };
  } catch (thrown) {
    return { ...wanted, rows: [], error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }
};

/** A document that did not change may have lost rows on the way: all of them are written. */
const changedOf = ({ view, before, shown: fresh, rows, error }: Made, known: KnownRows): readonly StoredRow[] => {
  if (error) return [];
  return fresh ? known.changed(view, before, rows) : rows;
};
