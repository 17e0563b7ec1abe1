import type { Writable } from 'node:stream';

const brokenPipe = 141;

/**
 * Ends this process quietly once whoever reads its output has gone, as `| head` does: what is left to say has no reader. The
 * code is the shell's own for it, never 0: what the command would have found is not known.
 */
export const endWithReaders = (...outputs: readonly Writable[]): void => {
  for (const output of outputs)
    output.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(brokenPipe);
      throw error;
    });
};
