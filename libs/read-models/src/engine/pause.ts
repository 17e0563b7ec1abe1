import { setTimeout as after } from 'node:timers/promises';

/** Waits so many milliseconds, or until aborted. */
export const pause = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  try {
    await after(milliseconds, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
};

/** How long to wait after so many failures in a row: 0.1 s at first, doubling, 5 s at most. */
export const pauseAfter = (failures: number): number => Math.min(5_000, 50 * 2 ** Math.min(failures, 10));

/** What a promise gives, or `late` where it takes longer than so many milliseconds. The promise goes on. */
export const within = async <Value>(milliseconds: number, promise: Promise<Value>): Promise<Value | 'late'> => {
  const given = new AbortController();
  const late = async (): Promise<'late'> => {
    await pause(milliseconds, given.signal);
    return 'late';
  };
  try {
    return await Promise.race([promise, late()]);
  } finally {
    given.abort();
  }
};
