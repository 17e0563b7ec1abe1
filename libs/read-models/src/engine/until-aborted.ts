import { pause, pauseAfter } from './pause.js';

/** Told of a failure; the next attempt comes after so many milliseconds. */
export type OnTrouble = (error: unknown, retryInMs: number) => void;

/**
 * Attempts something again and again until aborted: after a failure with a pause that grows with each in a row. An attempt says
 * when it has got on.
 */
export const untilAborted = async (
  signal: AbortSignal,
  attempt: (gotOn: () => void) => Promise<void>,
  onTrouble?: OnTrouble,
): Promise<void> => {
  let failures = 0;
  const gotOn = (): void => {
    failures = 0;
  };
  while (!signal.aborted) {
    try {
      await attempt(gotOn);
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      const retryInMs = pauseAfter(failures);
      onTrouble?.(error, retryInMs);
      await pause(retryInMs, signal);
    }
  }
};
