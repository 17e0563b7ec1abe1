import { jobIdOf, jobsOf, type Job } from '../engine/jobs/job.js';
import { collectionOf } from '../engine/projection.js';
import type { Comparison } from '../engine/rebuild/compare.js';
import { generationsOf } from '../engine/rebuild/generations.js';
import type { LiveFillings } from '../engine/rebuild/live-fillings.js';
import { versionComparisonsOf, type VersionComparison } from '../engine/versions/compare-versions.js';
import { verificationsOf, type Verification } from '../engine/verify/verification.js';
import { heldBackBy, type HeldBack } from './held-back.js';
import { projectionStates, type ProjectionState } from './projection-states.js';

/** Where a projection stands, and all that is known of whether it can be trusted. */
export type ProjectionReport = ProjectionState &
  Readonly<{
    /** The last verification; null where there was none of this version. */
    verification: Omit<Verification, 'kept'> | null;
    /** What it holds back, the earliest due date first; at most 100. */
    heldBack: readonly HeldBack[];
    /** What the last rebuild found different; null where there was none. */
    comparison: Comparison | null;
    /** How this version differs from the one before it, as it was compared last; null where it was not. */
    older: VersionComparison | null;
    /** The last of each kind that was asked for; null where none was. */
    jobs: Readonly<{ verify: Job | null; rebuild: Job | null }>;
  }>;

/** What is to be told of each projection at `now` (ISO 8601). */
export const projectionReports = async (live: LiveFillings, now: string): Promise<readonly ProjectionReport[]> => {
  const { database } = live;
  const projections = live.projections();
  const states = await projectionStates(database, projections, now);
  const jobs = await jobsOf(database).find().toArray();
  const verifications = await verificationsOf(database)
    .find({}, { projection: { kept: 0 } })
    .toArray();
  const generations = await generationsOf(database).find().toArray();
  const versions = await versionComparisonsOf(database).find().toArray();
  return Promise.all(
    states.map(async (state, index): Promise<ProjectionReport> => {
      const projection = projections[index];
      return {
        ...state,
        verification: named(verifications, collectionOf(projection ?? state)),
        heldBack: projection && state.quarantined > 0 ? await heldBackBy(live, projection) : [],
        comparison: named(generations, collectionOf(state))?.comparison ?? null,
        older: named(versions, collectionOf(projection ?? state)),
        jobs: {
          verify: named(jobs, jobIdOf('VERIFY', state.name)),
          rebuild: named(jobs, jobIdOf('REBUILD', state.name)),
        },
      };
    }),
  );
};

const named = <Named extends Readonly<{ _id: string }>>(among: readonly Named[], wanted: string): Named | null =>
  among.find(({ _id: id }) => id === wanted) ?? null;
