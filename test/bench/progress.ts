import { Presets, SingleBar } from 'cli-progress';

/** What a bar is told: how far it is, and what its format names besides. */
type Progress = Readonly<{ reached: (value: number, said?: object) => void; stop: () => void }>;

const silent: Progress = { reached: () => undefined, stop: () => undefined };

/** A bar on standard error that moves in a terminal; silent elsewhere and in CI. */
export const progressBar = (format: string, total: number): Progress => {
  const { stderr, env } = process;
  if (!stderr.isTTY || env['CI']) return silent;
  const bar = new SingleBar({ stream: stderr, format }, Presets.shades_classic);
  bar.start(total, 0, { step: '' });
  return { reached: (value: number, said: object = {}) => bar.update(value, said), stop: () => bar.stop() };
};
