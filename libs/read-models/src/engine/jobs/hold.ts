import type { Db } from 'mongodb';
import { idOf } from '../projection.js';
import { jobsOf, type Job } from './job.js';

/** How long a job stays with a process that says nothing. */
const holdMs = 10_000;

/** The process that takes jobs, and its clock (ISO 8601). */
export type Holder = Readonly<{ database: Db; owner: string; now: () => string }>;

/** Whether a job may be done together with any other of which the same is said. */
export type IsDoneTogether = (job: Job) => boolean;

/**
 * Takes the job that waits longest, or whose holder has not been heard of, and with it, where it may be done together with others, all of those;
 * answers none where there is none.
 */
export const takeJobs = async (
  { database, owner, now }: Holder,
  isDoneTogether: IsDoneTogether,
): Promise<readonly Job[]> => {
  const at = now();
  const free = { $or: [{ state: 'ASKED' as const }, { state: 'RUNNING' as const, ownedUntil: { $lt: at } }] };
  const [first, ...others] = await jobsOf(database).find(free).sort(asAsked).toArray();
  if (!first) return [];
  const wanted = isDoneTogether(first) ? [first, ...others.filter(isDoneTogether)] : [first];
  const named = { _id: { $in: wanted.map(idOf) } };
  const taken = { state: 'RUNNING' as const, owner, ownedUntil: heldFrom(at) };
  await jobsOf(database).updateMany({ ...named, ...free }, { $set: taken });
  await jobsOf(database).updateMany({ ...named, ...taken, startedAt: null }, { $set: { startedAt: at } });
  return jobsOf(database)
    .find({ ...named, ...taken })
    .sort(asAsked)
    .toArray();
};

const asAsked = { askedAt: 1, _id: 1 } as const;

/** Says that the holder of jobs lives, and how far it is with them. Answers those that are its own still. */
export const keepHold = async (
  { database, owner, now }: Holder,
  jobs: readonly Job[],
  progress: Pick<Job, 'share' | 'secondsLeft'>,
): Promise<readonly Job[]> => {
  const own = ownBy(owner, jobs);
  await jobsOf(database).updateMany(own, { $set: { ...progress, ownedUntil: heldFrom(now()) } });
  return jobsOf(database).find(own).toArray();
};

/** Ends jobs that are still the holder's own, together. */
export const endJobs = async (
  { database, owner, now }: Holder,
  jobs: readonly Job[],
  outcome: Pick<Job, 'state' | 'problem'>,
): Promise<void> => {
  const done = outcome.state === 'DONE' ? { share: 1 } : {};
  const ended = { ...outcome, ...done, finishedAt: now(), secondsLeft: null, owner: null, ownedUntil: null };
  await jobsOf(database).updateMany(ownBy(owner, jobs), { $set: ended });
};

const ownBy = (owner: string, jobs: readonly Job[]) => ({
  _id: { $in: jobs.map(idOf) },
  owner,
  state: 'RUNNING' as const,
});

const heldFrom = (at: string): string => new Date(Date.parse(at) + holdMs).toISOString();
