import type { Db } from 'mongodb';
import { openCollection } from './fillings.js';
import { foldOf, type Projection } from './projection.js';
import { quarantineOf } from './quarantine.js';

/** Makes the declared indexes of every projection; those that are there already stay. */
export const createIndexes = async (database: Db, projections: readonly Projection[]): Promise<void> => {
  for (const projection of projections) {
    const byCalendar = foldOf(projection).derive ? [{ key: { calendar: 1 } }] : [];
    const indexes = [...projection.indexes.map(({ keys }) => ({ key: { ...keys } })), ...byCalendar];
    if (indexes.length > 0) await openCollection(database, projection).createIndexes(indexes);
  }
  await quarantineOf(database).createIndexes([{ key: { projection: 1 } }]);
};
