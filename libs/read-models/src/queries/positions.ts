import type { Db } from 'mongodb';
import { loadPositions } from '../engine/checkpoints.js';
import type { Projection } from '../engine/projection.js';

/** Reads the log position that every projection includes; null where one has not begun. */
export const positionReader = (database: Db, live: () => readonly Projection[]) => async (): Promise<number | null> => {
  const positions = await loadPositions(database, live());
  return positions.some((position) => position === null)
    ? null
    : Math.min(...positions.flatMap((position) => (position === null ? [] : [position])));
};
