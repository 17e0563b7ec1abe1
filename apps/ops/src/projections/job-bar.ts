import { MultiBar, Presets, type SingleBar } from 'cli-progress';
import type { ProjectionDto } from '@app/contracts';

export type JobBar = Readonly<{ look: (projections: readonly ProjectionDto[]) => void; stop: () => void }>;

/** One bar for each projection that a job of a kind goes on with; silent where the stream is no terminal, and in CI. */
export const jobBar = (stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv, kind: 'verify' | 'rebuild'): JobBar => {
  if (!stream.isTTY || env['CI']) return { look: () => undefined, stop: () => undefined };
  const format = '{name} [{bar}] {percentage}% | {left} left';
  const bars = new MultiBar({ stream, format, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  const known = new Map<string, SingleBar>();
  return {
    look: (projections) => {
      for (const { name, jobs } of projections) {
        const bar = known.get(name) ?? bars.create(100, 0, { name: name.padEnd(20), left: '?' });
        known.set(name, bar);
        const left = jobs[kind]?.secondsLeft;
        bar.update(Math.floor(jobs[kind]?.percent ?? 0), {
          left: left === null || left === undefined ? '?' : `${left} s`,
        });
      }
    },
    stop: () => bars.stop(),
  };
};
