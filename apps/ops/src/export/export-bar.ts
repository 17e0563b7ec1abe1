import { Presets, SingleBar } from 'cli-progress';

export type ExportBar = Readonly<{ at: (position: number, logEnd: number) => void; stop: () => void }>;

/** How much of the log an export has seen; silent where the stream is no terminal, and in CI. */
export const exportBar = (stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv, dataset: string): ExportBar => {
  if (!stream.isTTY || env['CI']) return { at: () => undefined, stop: () => undefined };
  const format = `${dataset} [{bar}] {percentage}% of the log, {eta_formatted} left`;
  const bar = new SingleBar({ stream, format, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  let started = false;
  return {
    at: (position, logEnd) => {
      if (!started) bar.start(logEnd, position);
      started = true;
      bar.setTotal(logEnd);
      bar.update(position);
    },
    stop: () => bar.stop(),
  };
};
