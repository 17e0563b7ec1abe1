import { Presets, SingleBar } from 'cli-progress';

/** A bar that moves in a terminal; silent elsewhere and in CI. */
export const replayProgress = (stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv) => {
  if (!stream.isTTY || env['CI']) return silent;
  const format = '{bar} {value} of {total} {what}, {eta_formatted} left';
  const bar = new SingleBar({ stream, format }, Presets.shades_classic);
  return {
    start: (what: string, total: number) => bar.start(total, 0, { what }),
    one: () => bar.increment(),
    reached: (value: number) => bar.update(value),
    stop: () => bar.stop(),
  };
};

const silent = { start: () => undefined, one: () => undefined, reached: () => undefined, stop: () => undefined };
