import type { Db } from 'mongodb';
import { leastOf, loadCheckpoints } from '../engine/checkpoints.js';
import type { Checkpoint } from '../engine/partitions/partition.js';
import { collectionOf, type Projection } from '../engine/projection.js';
import { quarantineOf } from '../engine/quarantine.js';

/** Where a projection stands. */
export type ProjectionState = Readonly<{
  name: string;
  version: number;
  /** Everything up to this log position is in it; null before the first event. */
  position: number | null;
  /** Of how many seconds what was recorded may be missing; null where that is not known yet. */
  lagSeconds: number | null;
  /** Events not yet in it: 0 while it is known to have caught up; positions cannot be counted, so null otherwise. */
  lagEvents: number | null;
  /** Documents held back because an event could not be folded. */
  quarantined: number;
}>;

/** Where each projection stands at `now` (ISO 8601). */
export const projectionStates = async (
  database: Db,
  projections: readonly Projection[],
  now: string,
): Promise<readonly ProjectionState[]> => {
  const checkpoints = await loadCheckpoints(database, projections);
  return Promise.all(
    projections.map(async (projection, index) => {
      const checkpoint = leastOf(checkpoints[index] ?? []);
      return {
        name: projection.name,
        version: projection.version,
        position: checkpoint?.position ?? null,
        ...lagOf(checkpoint, now),
        quarantined: await quarantineOf(database).countDocuments({ projection: collectionOf(projection) }),
      };
    }),
  );
};

/** A projector that has nothing to do says so each second; older news of having caught up is none. */
const freshSeconds = 3;

/** How far behind at `now` (ISO 8601) something is that says so each second. */
const lagOf = (
  checkpoint: Pick<Checkpoint, 'asOf' | 'caughtUp'> | null,
  now: string,
): Pick<ProjectionState, 'lagSeconds' | 'lagEvents'> => {
  if (checkpoint?.asOf === undefined) return { lagSeconds: null, lagEvents: null };
  const lagSeconds = Math.max(0, (Date.parse(now) - Date.parse(checkpoint.asOf)) / 1000);
  return { lagSeconds, lagEvents: checkpoint.caughtUp && lagSeconds <= freshSeconds ? 0 : null };
};
