import type { Role } from '@app/platform';
import { fetched, patiently, refused } from '../api-request.js';

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

/** A client of the api at an address such as `http://127.0.0.1:3000`. What may be over soon is tried again under the same key. */
export const apiClient = (baseUrl: string, tokenFor: TokenFor): ApiClient => ({
  send: async (command) => {
    const request = await requestOf(command, tokenFor);
    const url = new URL(`/api/v1${command.path}`, baseUrl);
    return patiently(() => answerOf(url, request, command.path));
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

const answerOf = async (url: URL, request: RequestInit, path: string): Promise<Answer> => {
  const response = await fetched(url, request);
  // The api's own contract: a command is answered with these fields.
  if (response.ok) return (await response.json()) as Answer;
  throw refused(`POST ${path} answered ${response.status}`, await response.text());
};
