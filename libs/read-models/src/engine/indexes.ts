import type { Db } from 'mongodb';
import { openCollection, openDocuments } from './fillings.js';
import type { Projection } from './projection.js';
import { quarantineOf } from './quarantine.js';

/** Makes the declared indexes of every projection; those that are there already stay. */
export const createIndexes = async (database: Db, projections: readonly Projection[]): Promise<void> => {
  for (const projection of projections) {
    const indexes = projection.indexes.map(({ keys }) => ({ key: { ...keys } }));
    if (indexes.length > 0) await openCollection(database, projection).createIndexes(indexes);
    if (projection.byCalendar) await openDocuments(database, projection).createIndexes([{ key: { calendar: 1 } }]);
  }
  await quarantineOf(database).createIndexes([{ key: { projection: 1 } }]);
};
