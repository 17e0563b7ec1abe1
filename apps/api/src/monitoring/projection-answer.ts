import type { JobDto, ProjectionDto } from '@app/contracts';
import type { Behind, HeldBack, Job, ProjectionReport } from '@app/read-models';

/** How a projection stands at `now` (ISO 8601). */
export const projectionAnswer = (
  { heldBack, verification, older, jobs, ...state }: ProjectionReport,
  behind: Behind | undefined,
  now: string,
): ProjectionDto => ({
  ...state,
  lagEvents: behind?.events ?? 0,
  lagIsAtLeast: behind?.isAtLeast ?? false,
  heldBack: heldBack.map(heldBackAnswer),
  verification: verification && verificationAnswer(verification),
  older: olderAnswer(older),
  jobs: { verify: jobs.verify && jobAnswer(jobs.verify, now), rebuild: jobs.rebuild && jobAnswer(jobs.rebuild, now) },
});

const heldBackAnswer = ({ stream: _stream, ...held }: HeldBack): ProjectionDto['heldBack'][number] => held;

const verificationAnswer = ({
  _id,
  ...verification
}: NonNullable<ProjectionReport['verification']>): NonNullable<ProjectionDto['verification']> => verification;

const olderAnswer = (older: ProjectionReport['older']): ProjectionDto['older'] => {
  if (!older) return null;
  const { _id, ...comparison } = older;
  return comparison;
};

/** A job at `now` (ISO 8601), without what only the projectors need. */
export const jobAnswer = ({ kind, projection, state, share, secondsLeft, ...job }: Job, now: string): JobDto => ({
  kind,
  projection,
  state,
  atWork: state === 'RUNNING' && job.ownedUntil !== null && Date.parse(job.ownedUntil) >= Date.parse(now),
  askedAt: job.askedAt,
  askedBy: job.askedBy,
  startedAt: job.startedAt,
  finishedAt: job.finishedAt,
  percent: Math.floor(share * 1000) / 10,
  secondsLeft,
  problem: job.problem,
});
