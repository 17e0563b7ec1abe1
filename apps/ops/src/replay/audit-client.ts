import type { CaseDiffDto, RawEventsDto } from '@app/contracts';
import { loadConfigNear, type Config } from '@app/platform';
import { apiAddress, developmentIssuer, fetched, problemFields } from '../api-request.js';
import { OpsProblem, problemOf } from '../command.js';

/** What an auditor asks the api. Its calls throw `OpsProblem`: `api-unreachable`, or the code of the api's own problem. */
export type AuditClient = Readonly<{
  /** All events, whatever the pages they come in. */
  events: (caseId: string) => Promise<RawEventsDto>;
  /** What changed from a revision (before the first event where null) to another. */
  diff: (caseId: string, from: number | null, to: number) => Promise<CaseDiffDto>;
}>;

/** Where the api is, and with which token it is asked: one of the development issuer where none is given. */
export type Access = Readonly<{ api?: string | undefined; token?: string | undefined }>;

/** A client of the api. Throws `OpsProblem` `value-invalid`, `no-system` or `no-development-issuer`. */
export const auditClient = async (env: NodeJS.ProcessEnv, { api, token }: Access): Promise<AuditClient> => {
  const config = loadConfigNear(env);
  const base = apiAddress(config, api);
  const authorization = `Bearer ${token ?? (await auditorToken(config))}`;
  const get = async <T>(path: string): Promise<T> => {
    const response = await fetched(new URL(`/api/v1/audit/cases/${path}`, base), { headers: { authorization } });
    // The api's own contract: what it answers here has the shape that the caller names.
    if (response.ok) return (await response.json()) as T;
    const text = await response.text();
    const { code, detail } = problemFields(text);
    throw new OpsProblem(code ?? 'api-refused', detail ?? `the api answered ${response.status}: ${text.slice(0, 500)}`);
  };
  return {
    events: (caseId) => allPages((query) => get(`${encodeURIComponent(caseId)}/events${query}`)),
    diff: (caseId, from, to) =>
      get(`${encodeURIComponent(caseId)}/diff?to=${to}${from === null ? '' : `&from=${from}`}`),
  };
};

const allPages = async (page: (query: string) => Promise<RawEventsDto>): Promise<RawEventsDto> => {
  let last = await page('');
  const items = [...last.items];
  while (last.nextCursor !== null) {
    last = await page(`?cursor=${encodeURIComponent(last.nextCursor)}`);
    items.push(...last.items);
  }
  return { ...last, items };
};

const auditorToken = async (config: Config): Promise<string> => {
  try {
    return await (await developmentIssuer(config)).issueToken({ role: 'auditor' });
  } catch (cause) {
    const { code, detail } = problemOf(cause);
    throw new OpsProblem(code, `${detail}; or give the token of an auditor with --token`, { cause });
  }
};
