import { setTimeout as pause } from 'node:timers/promises';
import type { JobDto, ProjectionDto, ProjectionsDto } from '@app/contracts';
import { apiRequest } from '../api-request.js';
import { OpsProblem } from '../command.js';

/** The api, as an administrator asks it about projections. */
type ProjectionsApi = Readonly<{
  all: () => Promise<readonly ProjectionDto[]>;
  /** Asks for something; `path` is below `/admin/projections`. */
  ask: (path: string) => Promise<JobDto>;
}>;

/** Speaks to the api as an administrator. Throws `OpsProblem` as `apiRequest` does. */
export const projectionsApi = async (env: NodeJS.ProcessEnv, address: string | undefined): Promise<ProjectionsApi> => {
  const send = await apiRequest(env, { address, role: 'administrator' });
  return {
    // The api's own contract.
    all: async () => ((await (await send('GET', '/monitoring/projections')).json()) as ProjectionsDto).projections,
    ask: async (path) => (await (await send('POST', `/admin/projections/${path}`)).json()) as JobDto,
  };
};

/** How often the api is asked how far a job is. */
const lookMs = 500;

export type Waiting = Readonly<{
  kind: 'verify' | 'rebuild';
  asked: readonly JobDto[];
  /** Told each look: how those that were asked for stand, and what else projectors are at. */
  onLook: (projections: readonly ProjectionDto[], others: readonly JobDto[]) => void;
  /** How long to wait for a projector to work. Absent: a minute. */
  patienceMs?: number;
}>;

/**
 * Waits until jobs that were asked for have ended, for as long as a projector is at them or at another job. Throws `OpsProblem`
 * `job-failed`, `job-cancelled`, or `job-not-taken` where no projector has been at work for a minute.
 */
export const untilEnded = async (
  api: Pick<ProjectionsApi, 'all'>,
  { kind, asked, onLook, patienceMs = 60_000 }: Waiting,
): Promise<readonly ProjectionDto[]> => {
  const names = new Set(asked.map(({ projection }) => projection));
  let lastAtWork = Date.now();
  for (;;) {
    const all = await api.all();
    const projections = all.filter(({ name }) => names.has(name));
    const jobs = projections.map(({ jobs: { [kind]: job } }) => job);
    const atWork = all.flatMap(({ jobs: { verify, rebuild } }) => [verify, rebuild]).filter(isAtWork);
    onLook(
      projections,
      atWork.filter((job) => !jobs.includes(job)),
    );
    for (const job of jobs) mustNotHaveFailed(job);
    if (jobs.every((job) => job?.state === 'DONE')) return projections;
    if (atWork.length > 0) lastAtWork = Date.now();
    if (Date.now() - lastAtWork > patienceMs) throw notTaken(jobs);
    await pause(lookMs);
  }
};

const isAtWork = (job: JobDto | null): job is JobDto => job?.atWork ?? false;

const mustNotHaveFailed = (job: JobDto | null): void => {
  if (job?.state === 'FAILED') throw new OpsProblem('job-failed', `${job.projection}: ${job.problem}`);
  if (job?.state === 'CANCELLED') throw new OpsProblem('job-cancelled', `${job.projection}: somebody cancelled it`);
};

const notTaken = (jobs: readonly (JobDto | null)[]): OpsProblem => {
  const names = jobs.flatMap((job) => (job && job.state !== 'DONE' ? [job.projection] : []));
  return new OpsProblem('job-not-taken', `${names.join(', ')}: no projector has taken the job for a minute; start one`);
};

/** How a version of a projection differs from the one before it, line by line; nothing where that is not known. */
export const olderInWords = (older: ProjectionDto['older']): readonly string[] => {
  if (!older) return [];
  const { older: collection, compared, differingDocuments, newDocuments, goneDocuments, paths } = older;
  return [
    `  against ${collection}: ${differingDocuments} of ${compared} documents differ, ${newDocuments} new, ${goneDocuments} gone`,
    ...paths.map(({ path, kind, documents }) => `    ${path} ${kind.toLowerCase()} in ${documents}`),
  ];
};
