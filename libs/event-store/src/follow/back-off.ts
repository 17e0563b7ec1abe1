import { setTimeout as delay } from 'node:timers/promises';

export type BackOffLimits = Readonly<{ first: number; longest: number }>;

/** Waits that double from one failure to the next, until something succeeds. */
export class BackOff {
  #next: number;

  constructor(private readonly limits: BackOffLimits) {
    this.#next = limits.first;
  }

  /** Also resolves, at once, when aborted. */
  async wait(signal: AbortSignal): Promise<void> {
    const wait = this.#next;
    this.#next = Math.min(wait * 2, this.limits.longest);
    await delay(wait, undefined, { signal }).catch(() => undefined);
  }

  reset(): void {
    this.#next = this.limits.first;
  }
}
