import { Overloaded } from '../errors.js';
import { Slots } from '../slots.js';

export type AdmissionLimits = Readonly<{
  /** Commands carried out at once, over all streams. */
  maxInFlight: number;
  /** Commands that may wait for their turn; one more is `Overloaded`. */
  maxWaiting: number;
  /** A command that waited longer than this is not begun any more. */
  maxWaitMs: number;
}>;

/** Works on one stream go one after the other; works on different streams side by side, up to a bound. */
export class Admission {
  readonly #tails = new Map<string, Promise<unknown>>();
  readonly #slots: Slots;
  #waiting = 0;

  constructor(private readonly limits: AdmissionLimits) {
    this.#slots = new Slots(limits.maxInFlight);
  }

  /** Throws `Overloaded` without having begun the work; what the work throws passes. */
  async run<T>(stream: string, work: () => Promise<T>): Promise<T> {
    if (this.#waiting >= this.limits.maxWaiting) throw new Overloaded('too many commands are waiting');
    this.#waiting += 1;
    const since = performance.now();
    const before = this.#tails.get(stream) ?? Promise.resolve();
    const done = before.then(() => this.#slots.run(() => this.#begin(work, since)));
    // The next one starts anyway. The caller of this one gets the error.
    const tail = done.catch(() => undefined);
    this.#tails.set(stream, tail);
    try {
      return await done;
    } finally {
      if (this.#tails.get(stream) === tail) this.#tails.delete(stream);
    }
  }

  #begin<T>(work: () => Promise<T>, since: number): Promise<T> {
    this.#waiting -= 1;
    if (performance.now() - since > this.limits.maxWaitMs) throw new Overloaded('the command waited too long');
    return work();
  }
}
