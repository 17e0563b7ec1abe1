import type { Db } from 'mongodb';
import { allOf } from './all-of.js';
import { openCollection, openDocuments } from './fillings.js';
import { failureAt, type Failure } from './fold.js';
import type { Place, Projection, Stored } from './projection.js';
import { rowsOf, type StoredRow } from './rows.js';
import { isUnwritable } from './unwritable.js';
import { writeGuarded, type Positioned } from './write-guarded.js';

/** A document that a batch touched, and the last entry that went into it; null where it included them all before. */
export type Touched = Readonly<{ document: Stored<object>; last: Place | null }>;

/**
 * Writes the documents that changed, and the rows of all that were touched, each only over an older one: where a crash kept
 * rows from being written, the batch that is repeated gives them again. Answers the documents that can never be written so, or whose rows cannot be made.
 * Throws what the driver throws where the server is away.
 */
export const writeDocuments = async (
  database: Db,
  projection: Projection,
  touched: readonly Touched[],
): Promise<readonly Failure[]> => {
  const made = touched.map((one) => withRows(projection, one));
  const whole = made.filter(({ failed }) => !failed);
  // Without `last` the document was written before: why its rows cannot be made is reported when it is shown anew
  const failures = made.flatMap(({ last, failed }) => (failed && last ? [failureAt(last, failed.error)] : []));
  return [...failures, ...(await writeWhole(database, projection, whole))];
};

/** A document with its rows; or what was thrown where they cannot be made. */
type Made = Touched & Readonly<{ rows: readonly StoredRow[]; failed: Readonly<{ error: unknown }> | null }>;

const withRows = (projection: Projection, one: Touched): Made => {
  try {
    return { ...one, rows: rowsOf(projection, one.document), failed: null };
  } catch (error) {
    return { ...one, rows: [], failed: { error } };
  }
};

const writeWhole = async (
  database: Db,
  projection: Projection,
  touched: readonly Made[],
): Promise<readonly Failure[]> => {
  const rows = touched.flatMap((one) => one.rows);
  const changed = touched.flatMap(({ document, last }) => (last ? [document] : []));
  try {
    await allOf([
      writeGuarded(openCollection<Positioned>(database, projection), rows),
      writeGuarded(openDocuments<Positioned>(database, projection), changed),
    ]);
    return [];
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    if (touched.length > 1) return writeOneByOne(database, projection, touched);
    const [only] = touched;
    if (!only?.last) throw error;
    return [failureAt(only.last, error)];
  }
};

/** Finds out which of several documents cannot be written. */
const writeOneByOne = async (
  database: Db,
  projection: Projection,
  touched: readonly Made[],
): Promise<readonly Failure[]> => {
  const failures: Failure[] = [];
  for (const one of touched) failures.push(...(await writeWhole(database, projection, [one])));
  return failures;
};
