import { MultiBar, Presets, type SingleBar } from 'cli-progress';
import type { JobDto, ProjectionDto } from '@app/contracts';

type JobBar = Readonly<{
  /** `others`: what projectors are at beside what is waited for. */
  look: (projections: readonly ProjectionDto[], others: readonly JobDto[]) => void;
  stop: () => void;
}>;

type Telling = Readonly<{
  env: NodeJS.ProcessEnv;
  kind: 'verify' | 'rebuild';
  /** Whether nothing may be written but bars. */
  quiet: boolean;
}>;

/**
 * One bar for each projection that a job of a kind goes on with. Where the stream is no terminal, and in CI: a line for each job
 * of others that is waited for, unless quiet.
 */
export const jobBar = (stream: NodeJS.WriteStream, { env, kind, quiet }: Telling): JobBar => {
  if (!stream.isTTY || env['CI']) return quiet ? silent : waitingLines(stream, kind);
  const format = '{name} [{bar}] {percentage}% | {standing}';
  const bars = new MultiBar({ stream, format, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  const known = new Map<string, SingleBar>();
  return {
    look: (projections, others) => {
      for (const { name, jobs } of projections) {
        const bar = known.get(name) ?? bars.create(100, 0, { name: name.padEnd(20), standing: '' });
        known.set(name, bar);
        bar.update(Math.floor(jobs[kind]?.percent ?? 0), { standing: standingOf(jobs[kind], others) });
      }
    },
    stop: () => bars.stop(),
  };
};

const silent: JobBar = { look: () => undefined, stop: () => undefined };

const waitingLines = (stream: NodeJS.WriteStream, kind: Telling['kind']): JobBar => {
  const told = new Set<string>();
  return {
    look: (projections, others) => {
      if (projections.every(({ jobs }) => jobs[kind]?.state !== 'ASKED')) return;
      for (const { kind: otherKind, projection } of others) {
        const line = `${kind} waits: a projector is busy with ${otherKind} ${projection}\n`.toLowerCase();
        if (!told.has(line)) stream.write(line);
        told.add(line);
      }
    },
    stop: () => undefined,
  };
};

const standingOf = (job: JobDto | null, [other]: readonly JobDto[]): string => {
  if (job?.state === 'ASKED' && other)
    return `waits for ${other.kind.toLowerCase()} ${other.projection}, ${Math.floor(other.percent)}%`;
  return `${job?.secondsLeft ?? '?'} s left`;
};
