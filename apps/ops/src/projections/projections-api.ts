import { setTimeout as pause } from 'node:timers/promises';
import type { JobDto, ProjectionDto, ProjectionsDto } from '@app/contracts';
import { apiRequest } from '../api-request.js';
import { OpsProblem } from '../command.js';

/** The api, as an administrator asks it about projections. */
export type ProjectionsApi = Readonly<{
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

/** Waits until jobs that were asked for have ended; tells each look. Throws `OpsProblem` `job-failed`, `job-cancelled` or `job-not-taken`. */
export const untilEnded = async (
  api: ProjectionsApi,
  kind: 'verify' | 'rebuild',
  asked: readonly JobDto[],
  onLook: (projections: readonly ProjectionDto[]) => void,
): Promise<readonly ProjectionDto[]> => {
  const names = new Set(asked.map(({ projection }) => projection));
  for (;;) {
    const projections = (await api.all()).filter(({ name }) => names.has(name));
    onLook(projections);
    const jobs = projections.map(({ jobs: { [kind]: job } }) => job);
    for (const job of jobs) mustGoOn(job);
    if (jobs.every((job) => job?.state === 'DONE')) return projections;
    await pause(lookMs);
  }
};

/** How long a job may wait for a projector. */
const patienceMs = 60_000;

const mustGoOn = (job: JobDto | null): void => {
  if (job?.state === 'FAILED') throw new OpsProblem('job-failed', `${job.projection}: ${job.problem}`);
  if (job?.state === 'CANCELLED') throw new OpsProblem('job-cancelled', `${job.projection}: somebody called it off`);
  if (job?.state === 'ASKED' && Date.now() - Date.parse(job.askedAt) > patienceMs)
    throw new OpsProblem('job-not-taken', `${job.projection}: no projector has taken it up; is one running?`);
};
