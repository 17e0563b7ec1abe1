import { describe } from './cannot-run.js';
import { supervise, type Supervised, type Supervision } from './supervisor.js';

/** A supervised process that can be started again because its code is another. */
export type Restartable = Readonly<{
  url: string;
  /** Stops the process, starts it again and says how that went. A newer request takes the place of one that is being carried out. */
  restart: () => Promise<void>;
  /** No more restarts; stops the process that runs. */
  stop: () => Promise<void>;
}>;

/** Starts the process and keeps it running ({@link supervise}). One that cannot be started again waits for the next request. Throws what the first start throws. */
export const restartable = async (plan: Supervision, signal: AbortSignal): Promise<Restartable> => {
  const first = await supervise(plan, signal);
  let running: Supervised | null = first;
  let superseded = new AbortController();
  let turn = Promise.resolve();

  const startAgain = async (either: AbortSignal): Promise<void> => {
    await running?.stop();
    running = null;
    if (either.aborted) return;
    try {
      running = await supervise(plan, either);
      plan.say(`The ${plan.name} runs again, with what was changed.`);
    } catch (error) {
      if (!either.aborted) plan.say(`${describe(error)} The ${plan.name} is started again with the next change.`);
    }
  };

  return {
    url: first.url,
    restart: () => {
      superseded.abort();
      superseded = new AbortController();
      const either = AbortSignal.any([signal, superseded.signal]);
      turn = turn.then(() => startAgain(either));
      return turn;
    },
    stop: async () => {
      superseded.abort();
      await turn;
      await running?.stop();
    },
  };
};
