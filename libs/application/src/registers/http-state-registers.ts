import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
  timeout,
  TimeoutStrategy,
  wrap,
  type IPolicy,
} from 'cockatiel';
import type { StateRegister } from '@app/domain';
import { StateRegisters, type RegisterAnswer } from './state-registers.js';

export type HttpRegistersOptions = Readonly<{
  /** Base address; `<url>/queries` is asked. */
  url: string;
  /** For one try, 3 000 where absent. */
  timeoutMs?: number;
  /** Between tries at first, 200 where absent; grows, with jitter. */
  backOffMs?: number;
  /** How long nobody is asked after five tries failed in a row, 10 000 where absent. */
  restMs?: number;
}>;

/** The server said that the question itself is wrong: asking again would not help. */
class QuestionRefused extends Error {}

const outages = handleWhen((error) => !(error instanceof QuestionRefused));

/**
 * State registers over HTTP: `POST <url>/queries` with `{register, iin}` answers `{found, summary}`. A try ends after its
 * time-out; an outage is tried three times with jitter in between; after five failures in a row nobody is asked for a
 * while, so that a register that is down does not hold up the casework.
 */
export class HttpStateRegisters extends StateRegisters {
  readonly #url: string;
  readonly #policy: IPolicy<{ signal: AbortSignal }>;

  constructor({ url, timeoutMs = 3_000, backOffMs = 200, restMs = 10_000 }: HttpRegistersOptions) {
    super();
    this.#url = `${url.replace(/\/$/, '')}/queries`;
    this.#policy = wrap(
      retry(outages, {
        maxAttempts: 2,
        backoff: new ExponentialBackoff({ initialDelay: backOffMs, maxDelay: 10 * backOffMs }),
      }),
      circuitBreaker(outages, { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(5) }),
      timeout(timeoutMs, TimeoutStrategy.Aggressive),
    );
  }

  async ask(register: StateRegister, iin: string): Promise<RegisterAnswer> {
    try {
      return await this.#policy.execute(({ signal }) => this.#query(register, iin, signal));
    } catch (error) {
      return { outcome: 'UNAVAILABLE', summary: reasonOf(error) };
    }
  }

  async #query(register: StateRegister, iin: string, signal: AbortSignal): Promise<RegisterAnswer> {
    const response = await fetch(this.#url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ register, iin }),
      signal,
    });
    if (response.status >= 400 && response.status < 500) throw new QuestionRefused(String(response.status));
    if (!response.ok) throw new Error(`the register answered ${response.status}`);
    return answerOf(await response.json());
  }
}

/** Why nobody answered, for whoever decides: no address, and nothing of what was asked. */
const reasonOf = (error: unknown): string => {
  if (error instanceof QuestionRefused) return `The register refused the question (${error.message}).`;
  if (error instanceof BrokenCircuitError) return 'The register has failed several times; it is not asked for a while.';
  return error instanceof TaskCancelledError
    ? 'The register did not answer in time.'
    : 'The register could not be reached, or its answer could not be read.';
};

/** Throws where the answer is not one: what cannot be read is an outage, not "not found". */
const answerOf = (body: unknown): RegisterAnswer => {
  const { found, summary }: { found?: unknown; summary?: unknown } = Object(body);
  if (found === false) return { outcome: 'NOT_FOUND', summary: null };
  if (found === true && typeof summary === 'string' && summary !== '')
    return { outcome: 'FOUND', summary: summary.slice(0, 1_000) };
  throw new Error('the answer of the register cannot be read');
};
