import { Presets, SingleBar } from 'cli-progress';
import type { Applied } from '@app/read-models';

/** Shows how far catching up has come. */
export type CatchUpProgress = Readonly<{
  reached: (applied: Pick<Applied, 'position' | 'caughtUp'>) => void;
  end: () => void;
}>;

/**
 * A line that moves while the read models catch up with a log that ends at `end`; silent where the stream is no terminal, or in CI.
 * Positions are places in the log, so their distance tells the share that is done.
 */
export const catchUpProgress = (
  stream: NodeJS.WriteStream,
  env: NodeJS.ProcessEnv,
  { from, end }: Readonly<{ from: number | null; end: number | null }>,
): CatchUpProgress => {
  if (!stream.isTTY || env['CI'] || end === null || end <= (from ?? 0))
    return { reached: () => undefined, end: () => undefined };
  const start = from ?? 0;
  const bar = new SingleBar(
    {
      stream,
      clearOnComplete: true,
      hideCursor: true,
      format: 'Catching up [{bar}] {percentage}% | {eta_formatted} left',
    },
    Presets.shades_classic,
  );
  bar.start(end - start, 0);
  return {
    reached: ({ position, caughtUp }) => {
      if (position !== null) bar.update(Math.min(position, end) - start);
      if (caughtUp) bar.stop();
    },
    end: () => bar.stop(),
  };
};
