import { loadPositions } from '../engine/checkpoints.js';
import type { LiveFillings } from '../engine/rebuild/live-fillings.js';

/** Reads the log position that every projection includes as it is read now; null where one has not begun. */
export const positionReader = (live: LiveFillings) => async (): Promise<number | null> => {
  const positions = await live.steadily(() => loadPositions(live.database, live.projections()));
  return positions.some((position) => position === null)
    ? null
    : Math.min(...positions.flatMap((position) => (position === null ? [] : [position])));
};
