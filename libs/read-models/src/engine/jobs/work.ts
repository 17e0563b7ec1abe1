import { pause } from '../pause.js';
import { endJobs, keepHold, takeJobs, type Holder, type IsDoneTogether } from './hold.js';
import type { Job } from './job.js';

/** Does jobs together until they are done or aborted, telling the share that is done. What it throws ends each of them as failed. */
export type CarryOut = (
  jobs: readonly Job[],
  signal: AbortSignal,
  onProgress: (share: number) => void,
) => Promise<void>;

export type Working = Holder &
  Readonly<{
    /** Given one job, or all that wait and are done together. */
    carryOut: CarryOut;
    isDoneTogether: IsDoneTogether;
    signal: AbortSignal;
    /** Told when the database is away; the next look comes a little later. */
    onTrouble?: (error: unknown) => void;
    /** Told of each job that ended here, and of what ended it where it failed. */
    onEnded?: (job: Job, error?: unknown) => void;
  }>;

/** How often a process looks for jobs, and says how far it is. */
const lookMs = 1_000;

/**
 * Takes jobs, one at a time or those that are done together, and does them until aborted. A job whose process was killed is taken up by another, or by the
 * next start, once it has not been heard of for ten seconds: so what a job does must be fit to be begun again.
 */
export const workOnJobs = async (working: Working): Promise<void> => {
  const { signal, onTrouble } = working;
  while (!signal.aborted) {
    try {
      const jobs = await takeJobs(working, working.isDoneTogether);
      if (jobs.length > 0) await doJobs(working, jobs);
      else await pause(lookMs, signal);
    } catch (error) {
      onTrouble?.(error);
      await pause(lookMs, signal);
    }
  }
};

const doJobs = async (working: Working, taken: readonly Job[]): Promise<void> => {
  const { carryOut, signal, onEnded } = working;
  const over = new AbortController();
  const progress = progressOf(taken);
  const held = holdOf(working, taken, progress.told);
  const beating = held.beatUntil(over.signal);
  try {
    const given = AbortSignal.any([signal, held.givenUp]);
    await outcomeOf(carryOut(taken, given, progress.reached), given, async (outcome, error) => {
      const jobs = held.jobs();
      await endJobs(working, jobs, outcome);
      for (const job of jobs) onEnded?.(job, error);
    });
  } finally {
    over.abort();
    await beating;
  }
};

/** What jobs came to is told, unless they were given up before. */
const outcomeOf = async (
  doing: Promise<void>,
  givenUp: AbortSignal,
  tell: (outcome: Pick<Job, 'state' | 'problem'>, error?: unknown) => Promise<void>,
): Promise<void> => {
  try {
    await doing;
  } catch (error) {
    const problem = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    if (!givenUp.aborted) await tell({ state: 'FAILED', problem }, error);
    return;
  }
  if (!givenUp.aborted) await tell({ state: 'DONE', problem: null });
};

/** The hold on jobs while they are done: one that was called off, or taken by another, is let go of; without any left, all is given up. */
const holdOf = (working: Working, taken: readonly Job[], progress: () => Pick<Job, 'share' | 'secondsLeft'>) => {
  const givenUp = new AbortController();
  let jobs = taken;
  return {
    jobs: () => jobs,
    givenUp: givenUp.signal,
    beatUntil: async (over: AbortSignal): Promise<void> => {
      for (;;) {
        await pause(lookMs, over);
        if (over.aborted) return;
        try {
          jobs = await keepHold(working, jobs, progress());
          if (jobs.length === 0) return givenUp.abort();
        } catch (error) {
          working.onTrouble?.(error);
        }
      }
    },
  };
};

/** The share that is done, and the seconds left if it goes on as it went since this process began. */
const progressOf = (jobs: readonly Job[]) => {
  const begun = performance.now();
  let share = Math.min(...jobs.map((job) => job.share));
  let first: number | null = null;
  return {
    reached: (done: number): void => {
      first ??= done;
      share = Math.min(done, 1);
    },
    told: (): Pick<Job, 'share' | 'secondsLeft'> => {
      const gained = share - (first ?? share);
      if (gained <= 0) return { share, secondsLeft: null };
      const seconds = (performance.now() - begun) / 1000;
      return { share, secondsLeft: Math.ceil((seconds * (1 - share)) / gained) };
    },
  };
};
