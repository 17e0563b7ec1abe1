import type { AnyBulkWriteOperation, Collection, Db } from 'mongodb';
import { openCollection, openDocuments } from './fillings.js';
import type { Projection, Stored } from './projection.js';
import { rowsOf } from './rows.js';

/** What every document and row that depends on the calendar has: with how many corrections it was shown. */
type Shown = { readonly _id: string; readonly position: number; readonly calendar: number };

/** How many documents are shown anew together. */
const together = 500;

/**
 * Shows every document anew that was shown with fewer corrections of the calendar than are known now: rows first, and the
 * document last, so that what a crash leaves undone is found again. Writes only over what is as it was read. One that
 * cannot be shown stays as it is, until its next event holds it back by name.
 */
export const showAnew = async (database: Db, projection: Projection, known: number): Promise<void> => {
  if (!projection.byCalendar || known === 0) return;
  const documents = openDocuments<Stored<{ calendar: number }>>(database, projection);
  for (;;) {
    const stale = await documents
      .find({ calendar: { $lt: known } })
      .limit(together)
      .toArray();
    const shown = stale.flatMap((document) => anew(projection, document));
    if (shown.length === 0) return;
    if (projection.rows) {
      const rows = shown.flatMap((document) => rowsOf(projection, document));
      await replace(openCollection<Shown>(database, projection), rows);
    }
    await replace(openDocuments<Shown>(database, projection), shown);
    if (stale.length < together) return;
  }
};

const anew = (projection: Projection, document: Stored<object>): readonly Stored<object>[] => {
  const { _id, position, revision, tally } = document;
  try {
    return [{ ...projection.show?.(document), _id, position, revision, tally }];
  } catch {
    return [];
  }
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
