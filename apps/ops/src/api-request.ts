import { setTimeout as pause } from 'node:timers/promises';
import { resolve } from 'node:path';
import { loadConfigNear, hasDevIssuerKey, openDevIssuer, type Config, type Role, type DevIssuer } from '@app/platform';
import { OpsProblem } from './command.js';

/** Sends a request to the api; `path` is below `/api/v1`. Throws `OpsProblem`: `api-unreachable`, or the code of the api's own problem. */
export type ApiRequest = (method: 'GET' | 'POST', path: string, body?: object) => Promise<Response>;

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
  const authorization = `Bearer ${await tokenOf(env, config, role)}`;
  return async (method, path, body) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers = { authorization, ...(body !== undefined && { 'content-type': 'application/json' }) };
    const answer = await fetched(new URL(`${base}/api/v1${path}`), { method, headers, ...sent });
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

/** Asks the api. Throws `OpsProblem` `api-unreachable`. */
export const fetched = async (url: URL, request: RequestInit): Promise<Response> => {
  try {
    return await fetch(url, { ...request, signal: AbortSignal.timeout(30_000) });
  } catch (cause) {
    const what = `no api answers at ${url.origin}: start it, or name another with --api`;
    throw new OpsProblem('api-unreachable', what, { cause });
  }
};

/** What the api answered in place of what was asked for, under the code of its own problem. */
export const refused = (what: string, text: string): OpsProblem => {
  const { code, detail } = problemFields(text);
  return new OpsProblem(code ?? 'api-refused', `${what}: ${detail ?? text.slice(0, 500)}`);
};

/** The fields of a problem that people are told; none where the text is no problem. */
export const problemFields = (text: string): { code?: string; detail?: string } => {
  try {
    // Any JSON object will do: both fields are optional.
    return JSON.parse(text) as { code?: string; detail?: string };
  } catch {
    return {};
  }
};

const attempts = 5;

/** What may be over soon is tried again a few times: an api that restarts, a store that is away, a page that came in pieces. */
export const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts || !maySucceedLater(error)) throw error;
      await pause(250 * attempt);
    }
  }
};

const passing: ReadonlySet<string> = new Set([
  'api-unreachable',
  'digest-mismatch',
  'issuer-unavailable',
  'outcome-unknown',
  'overloaded',
  'projection-behind',
  'store-unavailable',
  'stream-contended',
  'shutting-down',
  'too-many-requests',
]);

const maySucceedLater = (error: unknown): boolean =>
  // Beside its own problems a request throws only what happened to its connection.
  !(error instanceof OpsProblem) || passing.has(error.code);

/** Where the api is: what is given, or what the configuration says. Throws `OpsProblem` `value-invalid`. */
export const apiAddress = ({ host, port }: Config, given: string | undefined): string => {
  const address = given ?? `http://${reachable(host)}:${port}`;
  if (URL.canParse(address)) return address;
  throw new OpsProblem('value-invalid', '--api must be an address such as http://127.0.0.1:3000');
};

/** A server on every address can also be reached on 127.0.0.1. */
const reachable = (host: string): string => {
  if (['0.0.0.0', '::'].includes(host)) return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
};

/**
 * The development issuer of the system that is configured. Its key is made only where both stores have addresses, so that the api is
 * started by itself; elsewhere the launcher has made it. Throws `OpsProblem` `no-system` or `no-development-issuer`.
 */
export const developmentIssuer = async (config: Config): Promise<DevIssuer> => {
  const { mode, oidc, eventStoreUrl, mongoUrl, dataFolder } = config;
  const isLaunched = mode !== 'production' && oidc === null && (eventStoreUrl === null || mongoUrl === null);
  if (isLaunched && !hasDevIssuerKey(dataFolder)) {
    throw new OpsProblem(
      'no-system',
      `no system has run on ${resolve(dataFolder)}, so there is no key to make tokens with: start one with \`npm start\`, ` +
        'or name the folder of the one that runs with SHANYRAQ_DATA',
    );
  }
  try {
    return await openDevIssuer(config);
  } catch (error) {
    throw new OpsProblem('no-development-issuer', error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
};
