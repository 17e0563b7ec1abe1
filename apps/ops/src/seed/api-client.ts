import { setTimeout as pause } from 'node:timers/promises';
import type { Role } from '@app/platform';
import { OpsProblem } from '../command.js';

/** One command to the api, by someone. */
export type ApiCommand = Readonly<{
  path: string;
  role: Role;
  office: string;
  body: Readonly<Record<string, unknown>>;
  /** The same key sent again is the same command. */
  idempotencyKey: string;
}>;

/** What the api answers to a command, as far as seeding needs it. */
export type Answer = Readonly<{ caseId: string; revision: number; position: number }>;

export type ApiClient = Readonly<{
  /** Throws `OpsProblem`: `api-unreachable`, or the code of the api's own problem. */
  send: (command: ApiCommand) => Promise<Answer>;
}>;

/** Makes a bearer token for a role in an office. */
export type TokenFor = (role: Role, office: string) => Promise<string>;

const attempts = 4;
const pauseMs = 250;

/** A client of the api at an address such as `http://127.0.0.1:3000`. What may be over soon (no connection, 503) is tried again under the same key. */
export const apiClient = (baseUrl: string, tokenFor: TokenFor): ApiClient => ({
  send: async (command) => {
    const request = await requestOf(command, tokenFor);
    const url = new URL(`/api/v1${command.path}`, baseUrl);
    for (let attempt = 1; ; attempt += 1) {
      const { response, problem } = await attemptOf(url, request);
      // The api's own contract: a command is answered with these fields.
      if (response?.ok) return (await response.json()) as Answer;
      if (attempt === attempts || (response && response.status !== 503)) {
        throw problem ?? (await problemOfResponse(response, command));
      }
      await pause(pauseMs * attempt);
    }
  },
});

const requestOf = async (
  { role, office, body, idempotencyKey }: ApiCommand,
  tokenFor: TokenFor,
): Promise<RequestInit> => ({
  method: 'POST',
  headers: {
    authorization: `Bearer ${await tokenFor(role, office)}`,
    'content-type': 'application/json',
    'idempotency-key': idempotencyKey,
  },
  body: JSON.stringify(body),
});

const attemptOf = async (url: URL, request: RequestInit): Promise<{ response?: Response; problem?: OpsProblem }> => {
  try {
    return { response: await fetch(url, { ...request, signal: AbortSignal.timeout(30_000) }) };
  } catch (error) {
    const problem = new OpsProblem(
      'api-unreachable',
      `no api answers at ${url.origin}: start it, or name another with --api`,
      {
        cause: error,
      },
    );
    return { problem };
  }
};

const problemOfResponse = async (response: Response | undefined, { path }: ApiCommand): Promise<OpsProblem> => {
  const text = (await response?.text()) ?? '';
  const { code, detail } = problemFields(text);
  return new OpsProblem(
    code ?? 'api-refused',
    `POST ${path} answered ${response?.status}: ${detail ?? text.slice(0, 500)}`,
  );
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
