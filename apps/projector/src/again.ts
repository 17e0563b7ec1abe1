import { setTimeout as after } from 'node:timers/promises';
import type { Logger } from '@app/platform';

type Again = Readonly<{
  everyMs: number;
  signal: AbortSignal;
  logger: Logger;
  /** What is said where it fails. */ failed: string;
}>;

/** Looks again and again until aborted; a failed look is told, and made up for by the next. */
export const again = async (look: () => Promise<void>, { everyMs, signal, logger, failed }: Again): Promise<void> => {
  while (!signal.aborted) {
    await look().catch((error: unknown) => logger.error({ err: error }, failed));
    // A pause fails where it is cut short, and only then
    await after(everyMs, undefined, { signal }).catch(() => undefined);
  }
};
