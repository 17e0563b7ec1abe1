import type { Db } from 'mongodb';
import type { LiveFillings } from '../engine/rebuild/live-fillings.js';
import { jobIdOf, jobsOf } from '../engine/jobs/job.js';
import { collectionOf } from '../engine/projection.js';
import { quarantineOf } from '../engine/quarantine.js';
import { verificationsOf } from '../engine/verify/verification.js';
import { heldBackBy } from '../queries/held-back.js';
import type { ProjectionReport } from '../queries/projection-reports.js';
import { lagOf, type ProjectionState } from '../queries/projection-states.js';
import { loadMark, trails } from './stored-trails.js';

const collection = collectionOf(trails);

/** Where the trails stand at `now` (ISO 8601), told as a projection is. */
export const trailState = async (database: Db, now: string): Promise<ProjectionState> => {
  const mark = await loadMark(database);
  const { name, version } = trails;
  const quarantined = await quarantineOf(database).countDocuments({ projection: collection });
  return { name, version, position: mark?.position ?? null, ...lagOf(mark, now), quarantined };
};

/** The same with all that is known of whether they can be trusted. */
export const trailReport = async (live: LiveFillings, now: string): Promise<ProjectionReport> => {
  const { database } = live;
  return {
    ...(await trailState(database, now)),
    verification: await verificationsOf(database).findOne({ _id: collection }, { projection: { kept: 0 } }),
    heldBack: await heldBackBy(live, trails),
    comparison: (await loadMark(database))?.comparison ?? null,
    older: null,
    jobs: {
      verify: await jobsOf(database).findOne({ _id: jobIdOf('VERIFY', trails.name) }),
      rebuild: await jobsOf(database).findOne({ _id: jobIdOf('REBUILD', trails.name) }),
    },
  };
};
