import { pause } from '../pause.js';
import { endJob, keepHold, takeJob, type Holder } from './hold.js';
import type { Job } from './job.js';

/** Does a job until it is done or aborted, telling the share that is done. What it throws ends the job as failed. */
export type CarryOut = (job: Job, signal: AbortSignal, onProgress: (share: number) => void) => Promise<void>;

export type Working = Holder &
  Readonly<{
    carryOut: CarryOut;
    signal: AbortSignal;
    /** Told when the database is away; the next look comes a little later. */
    onTrouble?: (error: unknown) => void;
    /** Told of each job that ended here, and of what ended it where it failed. */
    onEnded?: (job: Job, error?: unknown) => void;
  }>;

/** How often a process looks for jobs, and says how far it is. */
const lookMs = 1_000;

/**
 * Takes jobs one at a time and does them until aborted. A job whose process was killed is taken up by another, or by the
 * next start, once it has not been heard of for ten seconds: so what a job does must be fit to be begun again.
 */
export const workOnJobs = async (working: Working): Promise<void> => {
  const { signal, onTrouble } = working;
  while (!signal.aborted) {
    try {
      const job = await takeJob(working);
      if (job) await doJob(working, job);
      else await pause(lookMs, signal);
    } catch (error) {
      onTrouble?.(error);
      await pause(lookMs, signal);
    }
  }
};

const doJob = async (working: Working, job: Job): Promise<void> => {
  const { carryOut, signal, onEnded } = working;
  const calledOff = new AbortController();
  const over = new AbortController();
  const progress = progressOf(job);
  const beating = beat(working, job, { progress: progress.told, over: over.signal, calledOff });
  try {
    const given = AbortSignal.any([signal, calledOff.signal]);
    await outcomeOf(carryOut(job, given, progress.reached), given, async (outcome, error) => {
      await endJob(working, job, outcome);
      onEnded?.(job, error);
    });
  } finally {
    over.abort();
    await beating;
  }
};

/** What a job came to is told, unless it was given up before. */
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

type Beating = Readonly<{
  progress: () => Pick<Job, 'share' | 'secondsLeft'>;
  over: AbortSignal;
  calledOff: AbortController;
}>;

/** Keeps the hold on a job while it is done; a job that was called off, or taken by another, is given up. */
const beat = async (working: Working, job: Job, { progress, over, calledOff }: Beating): Promise<void> => {
  for (;;) {
    await pause(lookMs, over);
    if (over.aborted) return;
    try {
      if (!(await keepHold(working, job, progress()))) return calledOff.abort();
    } catch (error) {
      working.onTrouble?.(error);
    }
  }
};

/** The share that is done, and the seconds left if it goes on as it went since this process began. */
const progressOf = ({ share: from }: Job) => {
  const begun = performance.now();
  let share = from;
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
