import { Presets, SingleBar } from 'cli-progress';

/** A bar that moves in a terminal; silent elsewhere and in CI. */
export const seedingProgress = (stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv, total: number) => {
  if (!stream.isTTY || env['CI']) return { entered: () => undefined, stop: () => undefined };
  const bar = new SingleBar(
    { stream, format: '{bar} {value} of {total} sample cases, {eta_formatted} left' },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return { entered: () => bar.increment(), stop: () => bar.stop() };
};
