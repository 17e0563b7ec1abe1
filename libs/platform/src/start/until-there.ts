import { setTimeout as after } from 'node:timers/promises';

/** How a start waits for what it needs. */
export type Waiting = Readonly<{
  /** Whether an error means that trying again may help. */
  isAway: (error: unknown) => boolean;
  /** Told after each attempt in vain; what it throws ends the waiting. */
  onAway: (error: unknown) => void;
  signal?: AbortSignal;
}>;

/** How long a start rests between two attempts. */
const restMs = 1_000;

/** What an attempt gives, tried again for as long as what it needs is away. Throws what else it throws, and the signal's reason when aborted. */
export const untilThere = async <T>(attempt: () => Promise<T>, { isAway, onAway, signal }: Waiting): Promise<T> => {
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      if (!isAway(error)) throw error;
      onAway(error);
    }
    await after(restMs, undefined, signal && { signal }).catch(() => undefined);
  }
};
