import { loadConfigNear, type Config, type Role } from '@app/platform';
import { apiAddress, developmentIssuer } from './access.js';
import { OpsProblem } from './command.js';

/** Sends a request to the api; `path` is below `/api/v1`. Throws `OpsProblem`: `api-unreachable`, or the code of the api's own problem. */
export type ApiRequest = (method: 'GET' | 'POST', path: string) => Promise<Response>;

/**
 * Speaks to the api at an address such as `http://127.0.0.1:3000` with the token in `SHANYRAQ_TOKEN`, or one of the development
 * issuer for a role. Throws `OpsProblem` `token-missing`, `no-system` or `value-invalid`.
 */
export const apiRequest = async (
  env: NodeJS.ProcessEnv,
  { address, role }: Readonly<{ address: string | undefined; role: Role }>,
): Promise<ApiRequest> => {
  const config = loadConfigNear(env);
  const base = apiAddress(config, address);
  const headers = { authorization: `Bearer ${await tokenOf(env, config, role)}` };
  return async (method, path) => {
    const answer = await fetch(`${base}/api/v1${path}`, { method, headers, signal: AbortSignal.timeout(30_000) }).catch(
      (cause: unknown) => {
        throw new OpsProblem('api-unreachable', `no api answers at ${base}: start it, or name another with --api`, {
          cause,
        });
      },
    );
    if (answer.ok) return answer;
    throw refused(`${method} ${path} answered ${answer.status}`, await answer.text());
  };
};

const tokenOf = async (env: NodeJS.ProcessEnv, config: Config, role: Role): Promise<string> => {
  const given = env['SHANYRAQ_TOKEN']?.trim();
  if (given) return given;
  try {
    return await (await developmentIssuer(config)).issueToken({ role });
  } catch (cause) {
    if (cause instanceof OpsProblem && cause.code === 'no-system') throw cause;
    throw new OpsProblem('token-missing', `put the bearer token of a ${role} into SHANYRAQ_TOKEN`, { cause });
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
