import { Presets, SingleBar } from 'cli-progress';

/** A bar on standard error that moves in a terminal; silent elsewhere and in CI. */
export const progressBar = (format: string, total: number) => {
  const { stderr, env } = process;
  if (!stderr.isTTY || env['CI']) return { reached: () => undefined, stop: () => undefined };
  const bar = new SingleBar({ stream: stderr, format }, Presets.shades_classic);
  bar.start(total, 0);
  return { reached: (value: number) => bar.update(value), stop: () => bar.stop() };
};
