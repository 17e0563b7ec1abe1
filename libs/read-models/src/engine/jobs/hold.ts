import type { Db } from 'mongodb';
import { jobIdOf, jobsOf, type Job } from './job.js';

/** How long a job stays with a process that says nothing. */
const holdMs = 10_000;

/** The process that takes jobs, and its clock (ISO 8601). */
export type Holder = Readonly<{ database: Db; owner: string; now: () => string }>;

/** Takes a job that waits, or whose holder has not been heard of; null where there is none. */
export const takeJob = async ({ database, owner, now }: Holder): Promise<Job | null> => {
  const at = now();
  const free = { $or: [{ state: 'ASKED' as const }, { state: 'RUNNING' as const, ownedUntil: { $lt: at } }] };
  const taken = { state: 'RUNNING' as const, owner, ownedUntil: heldFrom(at) };
  const job = await jobsOf(database).findOneAndUpdate(free, { $set: taken }, { returnDocument: 'after' });
  if (job === null || job.startedAt !== null) return job;
  await jobsOf(database).updateOne({ _id: jobIdOf(job.kind, job.projection), owner }, { $set: { startedAt: at } });
  return { ...job, startedAt: at };
};

/** Says that the holder lives, and how far it is. Answers false where the job is no longer its own. */
export const keepHold = async (
  { database, owner, now }: Holder,
  { _id }: Job,
  progress: Pick<Job, 'share' | 'secondsLeft'>,
): Promise<boolean> => {
  const kept = await jobsOf(database).updateOne(
    { _id, owner, state: 'RUNNING' },
    { $set: { ...progress, ownedUntil: heldFrom(now()) } },
  );
  return kept.matchedCount === 1;
};

/** Ends a job that is still the holder's own. */
export const endJob = async (
  { database, owner, now }: Holder,
  { _id }: Job,
  outcome: Pick<Job, 'state' | 'problem'>,
): Promise<void> => {
  const done = outcome.state === 'DONE' ? { share: 1 } : {};
  const ended = { ...outcome, ...done, finishedAt: now(), secondsLeft: null, owner: null, ownedUntil: null };
  await jobsOf(database).updateOne({ _id, owner, state: 'RUNNING' }, { $set: ended });
};

const heldFrom = (at: string): string => new Date(Date.parse(at) + holdMs).toISOString();
