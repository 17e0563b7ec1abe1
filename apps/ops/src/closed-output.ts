import type { Writable } from 'node:stream';

/** Ends this process quietly once whoever reads its output has gone, as `| head` does: what is left to say has no reader. */
export const endWithReaders = (...outputs: readonly Writable[]): void => {
  for (const output of outputs)
    output.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
};
