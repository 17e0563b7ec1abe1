import type { JobKind, JobState } from '@app/domain';
import { isDuplicate } from '@app/mongo';
import type { Collection, Db } from 'mongodb';

/** How a job is to be done. */
export type JobOptions = Readonly<{
  /** VERIFY: how many documents are folded anew; null for all. */
  sample: number | null;
  /** REBUILD: the most events taken in each second; null for as many as possible. */
  eventsPerSecond: number | null;
  /** VERIFY_LOG: looks at all of it, and not only at what came since it was found sound. */
  full?: boolean;
}>;

/** Something that the projectors were asked to do: one of each kind at a time with a projection, or with the log. Instants are ISO 8601. */
export type Job = JobOptions &
  Readonly<{
    _id: string;
    kind: JobKind;
    /** The projection's name; `log` where it is about the log itself. */
    projection: string;
    state: JobState;
    askedAt: string;
    askedBy: string;
    startedAt: string | null;
    finishedAt: string | null;
    /** The share that is done, 0 to 1. */
    share: number;
    secondsLeft: number | null;
    /** The process that does it, and until when it need not say that it lives. */
    owner: string | null;
    ownedUntil: string | null;
    /** Why it failed. */
    problem: string | null;
  }>;

/** Where jobs are kept. */
export const jobsOf = (database: Db): Collection<Job> => database.collection<Job>('projection-jobs');

export const jobIdOf = (kind: JobKind, projection: string): string => `${kind} ${projection}`;

/** Who asks for what, and when. */
export type Ask = JobOptions & Readonly<{ kind: JobKind; projection: string; askedAt: string; askedBy: string }>;

/** Asks for a job; where one of the kind waits or runs already, answers that one. */
export const askFor = async (database: Db, ask: Ask): Promise<Job> => {
  const id = jobIdOf(ask.kind, ask.projection);
  const job = { ...ask, ...untouched };
  try {
    await jobsOf(database).replaceOne({ _id: id, state: { $nin: ['ASKED', 'RUNNING'] } }, job, { upsert: true });
  } catch (error) {
    // One that waits or runs refuses the upsert as a duplicate.
    if (!isDuplicate(error)) throw error;
  }
  return (await jobsOf(database).findOne({ _id: id })) ?? { _id: id, ...job };
};

/** Calls a job off that waits or runs; whoever does it notices with its next word. Answers it as it is now; null where there is none. */
export const callOff = async (database: Db, kind: JobKind, projection: string, now: string): Promise<Job | null> => {
  const id = jobIdOf(kind, projection);
  const change = { state: 'CANCELLED', finishedAt: now, owner: null, ownedUntil: null, secondsLeft: null } as const;
  await jobsOf(database).updateOne({ _id: id, state: { $in: ['ASKED', 'RUNNING'] } }, { $set: change });
  return jobsOf(database).findOne({ _id: id });
};

const untouched = {
  state: 'ASKED',
  startedAt: null,
  finishedAt: null,
  share: 0,
  secondsLeft: null,
  owner: null,
  ownedUntil: null,
  problem: null,
} as const;
