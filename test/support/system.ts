import { openDevIssuer, type DevIssuer, type Role } from '@app/platform';
import { fetchByContract } from './contract.js';
import { startDocumentNode, startEventNode } from './nodes.js';
import { quietPort } from './quiet-port.js';
import { startProcess, temporaryFolder, type RunningProcess } from './process.js';

export type Part = 'events' | 'documents' | 'api' | 'projector';

/** Who sends a request, and with what; a caseworker of almaty-bostandyk where nothing is said. */
export type Sending = Readonly<{
  role?: Role;
  /** The office of the token; null for none. */
  office?: string | null;
  /** The person; one per role and office where absent. */
  sub?: string;
  /** A token of one's own making; null sends none. */
  token?: string | null;
  /** Idempotency-Key. */
  key?: string;
  /** If-Match, as the header has it: `"3"`. */
  ifMatch?: string;
  /** X-Min-Position, and how many seconds to wait for it. */
  minPosition?: number;
  waitSeconds?: number;
  headers?: Readonly<Record<string, string>>;
  /** The address of another copy of the api. */
  base?: string;
}>;

/** An answer of the api; `body` is its JSON, `text` what came over the wire. */
export type Answer = Readonly<{
  status: number;
  headers: Headers;
  // a test looks at whatever the api answers; what it expects is in its assertions
  // eslint-disable-next-line typescript/no-explicit-any
  body: any;
  text: string;
}>;

export type SystemOptions = Readonly<{
  /** Without the projector nothing is ever projected. */
  projector?: boolean;
  /** Further settings of api and projector. */
  env?: NodeJS.ProcessEnv;
  /** How long tokens are valid, where the clock of the processes is not that of the test. */
  tokenMinutes?: number;
}>;

/** Starts embedded nodes, api and projector on a new folder and free ports. Everything is gone after `stop`. */
export const startSystem = async (options: SystemOptions = {}): Promise<System> => {
  const folder = await temporaryFolder();
  const issuer = await openDevIssuer({ mode: 'development', dataFolder: folder.path, oidc: null });
  const system = new System(folder, issuer, options);
  try {
    await Promise.all([system.start('events'), system.start('documents')]);
    await Promise.all([system.start('api'), ...(options.projector === false ? [] : [system.start('projector')])]);
    return system;
  } catch (error) {
    await system.stop();
    throw error;
  }
};

/** The whole system in processes of its own. Each part can be killed and started again at its address. */
export class System {
  readonly #running = new Map<Part, RunningProcess>();
  readonly #ports = new Map<Part, number>();

  constructor(
    private readonly folder: Awaited<ReturnType<typeof temporaryFolder>>,
    private readonly issuer: DevIssuer,
    private readonly options: SystemOptions,
  ) {}

  /** What the parts keep on this machine. */
  get dataFolder(): string {
    return this.folder.path;
  }

  /** The address of a part, e.g. `http://127.0.0.1:40123` of the api. */
  url(part: Part = 'api'): string {
    return this.process(part).url;
  }

  /** The process of a part that is running, or was last. */
  process(part: Part): RunningProcess {
    const found = this.#running.get(part);
    if (!found) throw new Error(`${part} has not been started`);
    return found;
  }

  /** Starts a part, at the address that it had before. */
  async start(part: Part): Promise<void> {
    const started = await this.#launch(part, this.#ports.get(part) ?? (await quietPort()));
    this.#running.set(part, started);
    this.#ports.set(part, Number(/:(\d+)/.exec(started.url)?.[1]));
  }

  /** Kills a part at once (SIGKILL). */
  async kill(part: Part): Promise<void> {
    await this.process(part).kill();
  }

  /** Stops everything that runs and removes the folder. */
  async stop(): Promise<void> {
    const inOrder: readonly Part[] = ['api', 'projector', 'documents', 'events'];
    for (const part of inOrder) await this.#running.get(part)?.stop();
    await this.folder.remove();
  }

  /** Another copy of the api on the same stores; stop it before the system. */
  startSecondApi(env: NodeJS.ProcessEnv = {}, onWaiting?: (sentence: string) => void): Promise<RunningProcess> {
    return this.#launch('api', 0, env, onWaiting);
  }

  /** A bearer token. */
  token({ role = 'caseworker', office = 'almaty-bostandyk', sub }: Sending = {}): Promise<string> {
    const { tokenMinutes: minutes } = this.options;
    return this.issuer.issueToken({
      role,
      ...(office !== null && { office }),
      ...(sub !== undefined && { sub }),
      ...(minutes !== undefined && { minutes }),
    });
  }

  /** `POST /api/v1<path>`; a text or bytes are sent as they are. */
  post(path: string, body: unknown, sending: Sending = {}): Promise<Answer> {
    return this.send('POST', `/api/v1${path}`, sending, body);
  }

  /** `GET /api/v1<path>`. */
  get(path: string, sending: Sending = {}): Promise<Answer> {
    return this.send('GET', `/api/v1${path}`, sending);
  }

  /** Any request to the api. Throws where the answer is off its contract. */
  async send(method: string, path: string, sending: Sending = {}, body?: unknown): Promise<Answer> {
    const headers = await this.#headers(sending, body !== undefined);
    const url = `${sending.base ?? this.url()}${path}`;
    return answerTo(await fetchByContract(url, { method, headers, body: bodyOf(body) }));
  }

  async #headers(sending: Sending, hasBody: boolean): Promise<Record<string, string>> {
    const token = sending.token === undefined ? await this.token(sending) : sending.token;
    const { key, ifMatch, minPosition, waitSeconds } = sending;
    return {
      ...(hasBody && { 'content-type': 'application/json' }),
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(ifMatch !== undefined && { 'if-match': ifMatch }),
      ...(minPosition !== undefined && { 'x-min-position': String(minPosition) }),
      ...(waitSeconds !== undefined && { prefer: `wait=${waitSeconds}` }),
      ...sending.headers,
    };
  }

  #launch(
    part: Part,
    port: number,
    env: NodeJS.ProcessEnv = {},
    onWaiting?: (sentence: string) => void,
  ): Promise<RunningProcess> {
    if (part === 'events') return startEventNode(`${this.folder.path}/events`, port);
    if (part === 'documents') return startDocumentNode(`${this.folder.path}/documents`, port);
    const settings = {
      EVENTSTORE_URL: this.url('events'),
      MONGODB_URL: this.url('documents'),
      SHANYRAQ_DATA: this.folder.path,
      LOG_LEVEL: 'warn',
      // Cases of the past have missed duties: a test that is not about them keeps its revisions.
      WATCH_SECONDS: '86400',
      // What is signed moves the end of the log.
      PROOF_HEAD_SECONDS: '86400',
      ...this.options.env,
      ...env,
      [part === 'projector' ? 'PROJECTOR_PORT' : 'PORT']: String(port),
    };
    return startProcess(`dist/apps/${part}/src/main.js`, [], settings, onWaiting);
  }
}

/** A text or bytes as they are, nothing where there is nothing, JSON of anything else. */
const bodyOf = (body: unknown): string | Uint8Array<ArrayBuffer> | null => {
  if (body === undefined || typeof body === 'string') return body ?? null;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
};

const answerTo = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : null };
};
