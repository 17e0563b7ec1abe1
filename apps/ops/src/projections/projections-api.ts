import { setTimeout as pause } from 'node:timers/promises';
import type { JobDto, ProjectionDto, ProjectionsDto } from '@app/contracts';
import { loadConfig, openDevIssuer } from '@app/platform';
import { OpsProblem } from '../command.js';

/** The api, as an administrator asks it about projections. */
export type ProjectionsApi = Readonly<{
  all: () => Promise<readonly ProjectionDto[]>;
  /** Asks for something; `path` is below `/admin/projections`. */
  ask: (path: string) => Promise<JobDto>;
}>;

/**
 * Speaks to the api at an address such as `http://127.0.0.1:3000` with the token in `SHANYRAQ_TOKEN`, or one of the development
 * issuer. Throws `OpsProblem`: `token-missing`, `api-unreachable`, or the code of the api's own problem.
 */
export const projectionsApi = async (env: NodeJS.ProcessEnv, address: string | undefined): Promise<ProjectionsApi> => {
  const base = address ?? `http://127.0.0.1:${loadConfig(env).port}`;
  const headers = { authorization: `Bearer ${await tokenOf(env)}` };
  const send = async (method: 'GET' | 'POST', path: string): Promise<unknown> => {
    const answer = await fetch(`${base}/api/v1${path}`, { method, headers, signal: AbortSignal.timeout(30_000) }).catch(
      (cause: unknown) => {
        throw new OpsProblem('api-unreachable', `no api answers at ${base}: start it, or name another with --api`, {
          cause,
        });
      },
    );
    if (answer.ok) return answer.json();
    throw refused(`${method} ${path} answered ${answer.status}`, await answer.text());
  };
  return {
    // The api's own contract.
    all: async () => ((await send('GET', '/monitoring/projections')) as ProjectionsDto).projections,
    ask: async (path) => (await send('POST', `/admin/projections/${path}`)) as JobDto,
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

const tokenOf = async (env: NodeJS.ProcessEnv): Promise<string> => {
  const given = env['SHANYRAQ_TOKEN']?.trim();
  if (given) return given;
  try {
    return await (await openDevIssuer(loadConfig(env))).issueToken({ role: 'administrator' });
  } catch (cause) {
    throw new OpsProblem('token-missing', "put an administrator's bearer token into SHANYRAQ_TOKEN", { cause });
  }
};

const refused = (what: string, text: string): OpsProblem => {
  try {
    // Any JSON object will do: both fields are optional.
    const { code, detail } = JSON.parse(text) as { code?: string; detail?: string };
    return new OpsProblem(code ?? 'api-refused', `${what}: ${detail ?? text}`);
  } catch {
    return new OpsProblem('api-refused', `${what}: ${text.slice(0, 500)}`);
  }
};
