import type { Logger } from '@app/platform';

/** Tells the log of a process whether log and read models belong together. */
export const tellDiffer = (logger: Logger, sentence: string | null): void => {
  if (sentence === null) logger.warn('log and read models belong together again');
  else logger.error(`nothing is answered: ${sentence}`);
};
