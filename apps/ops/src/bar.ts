import { Presets, SingleBar } from 'cli-progress';

/** A bar that moves in a terminal; null elsewhere and in CI. `format` is in the words of cli-progress. */
export const barOn = (stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv, format: string): SingleBar | null =>
  stream.isTTY && !env['CI']
    ? new SingleBar({ stream, format, hideCursor: true, clearOnComplete: true }, Presets.shades_classic)
    : null;
