import type { Db } from 'mongodb';
import { openCollection } from './fillings.js';
import { foldOf, isJoin, type Projection, type ReadIndex } from './projection.js';
import { quarantineOf } from './quarantine.js';

/** Makes the declared indexes of every projection; those that are there already stay. */
export const createIndexes = async (database: Db, projections: readonly Projection[]): Promise<void> => {
  for (const projection of projections) {
    const indexes = [...projection.indexes, ...ownIndexes(projection)].map(({ keys }) => ({ key: { ...keys } }));
    if (indexes.length > 0) await openCollection(database, projection).createIndexes(indexes);
  }
  await quarantineOf(database).createIndexes([{ key: { projection: 1 } }]);
};

/** Those by which the engine itself finds documents. */
const ownIndexes = (projection: Projection): readonly ReadIndex[] => {
  if (isJoin(projection)) return [{ keys: { streams: 1 } }];
  return foldOf(projection).derive ? [{ keys: { calendar: 1 } }] : [];
};
