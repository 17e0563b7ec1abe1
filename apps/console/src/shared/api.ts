import { Problem, problemIn } from './problem.js';

/** A query of an address; what is undefined or empty is left out. */
export type Parameters = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** What the API needs to know of the page that asks. */
export type Asker = Readonly<{
  token: () => string | null;
  language: () => string;
  /** The API does not accept the token any more. */
  onSessionEnd: () => void;
}>;

/** What was carried out: where the case is now. */
type Carried = Readonly<{ position: number }>;

const waitSeconds = 10;

/** The one way to the API: bearer, language, position of what was written, and problems as one error. */
export class Api {
  /** How far the log was when this page wrote last: what is read after that includes it. */
  #written: number | null = null;

  constructor(
    private readonly asker: Asker,
    private readonly send: typeof fetch = (...request) => fetch(...request),
  ) {}

  /** Throws a `Problem`. */
  async get<T>(path: string, parameters: Parameters = {}, signal?: AbortSignal): Promise<T> {
    const minPosition = this.#written !== null && { 'x-min-position': String(this.#written) };
    const headers = { ...this.#headers(), ...minPosition, prefer: `wait=${waitSeconds}` };
    return this.#ask<T>(withParameters(path, parameters), { headers, ...(signal && { signal }) });
  }

  /** Carries out a command, once however often `key` is sent. Throws a `Problem`. */
  async command<T extends Carried>(path: string, body: object, key: string, revision?: number): Promise<T> {
    const ifMatch = revision !== undefined && { 'if-match': `"${revision}"` };
    const headers = { ...this.#headers(), ...ifMatch, 'content-type': 'application/json', 'idempotency-key': key };
    const carried = await this.#ask<T>(path, { method: 'POST', headers, body: JSON.stringify(body) });
    this.#written = Math.max(this.#written ?? 0, carried.position);
    return carried;
  }

  /** Tries a command: what would happen, and nothing does. Throws a `Problem`. */
  async dryRun<T>(path: string, body: object, signal?: AbortSignal): Promise<T> {
    const headers = { ...this.#headers(), 'content-type': 'application/json', prefer: 'validate-only' };
    return this.#ask<T>(path, { method: 'POST', headers, body: JSON.stringify(body), ...(signal && { signal }) });
  }

  /** Asks with a body, and changes nothing. Throws a `Problem`. */
  async post<T>(path: string, body: object): Promise<T> {
    const headers = { ...this.#headers(), 'content-type': 'application/json' };
    return this.#ask<T>(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /** Somebody else sits here now. */
  forget(): void {
    this.#written = null;
  }

  #headers(): Record<string, string> {
    const token = this.asker.token();
    return {
      accept: 'application/json',
      'accept-language': this.asker.language(),
      ...(token !== null && { authorization: `Bearer ${token}` }),
    };
  }

  async #ask<T>(address: string, request: RequestInit): Promise<T> {
    const token = this.asker.token();
    const response = await this.#reach(address, request);
    // the shape is that of the contract, which the API's own tests hold it to
    if (response.ok) return (await response.json()) as T;
    const problem = await problemIn(response);
    // who signed in again meanwhile is not signed out by an answer to the token of before
    if (problem.status === 401 && token !== null && token === this.asker.token()) this.asker.onSessionEnd();
    throw problem;
  }

  async #reach(address: string, request: RequestInit): Promise<Response> {
    try {
      return await this.send(address, { ...request, cache: 'no-store', credentials: 'omit' });
    } catch (error) {
      if (request.signal?.aborted) throw error;
      throw new Problem(0, 'offline', '', {});
    }
  }
}

const withParameters = (path: string, parameters: Parameters): string => {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return query === '' ? path : `${path}?${query}`;
};
