/** What was counted, and up to which position of the log at least. */
export type Counted = Readonly<{ position: number | null }>;

/** Counts that cost less than this are made anew each time. */
const cheapMs = 50;

/** A count is cached for so many times as long as it took: counting then takes at most a twentieth of the time. */
const times = 20;

/** Of so many different questions; the one asked first goes first. */
const mostKept = 100;

/**
 * Keeps counts over many documents for a while, so that a list does not count them with every page; asked by two at once, it counts
 * once. Fails as the count does, and keeps nothing of it then.
 */
export class KeptCounts<Answer extends Counted> {
  readonly #kept = new Map<string, Kept<Answer>>();

  /** The count under a key, kept or made; `atLeast` is the position of the log that it must include, null for any. */
  async of(key: string, atLeast: number | null, count: () => Promise<Answer>): Promise<Answer> {
    const kept = this.#kept.get(key);
    if (kept && performance.now() < kept.span.until) {
      const answer = await kept.answer;
      if (atLeast === null || (answer.position ?? -1) >= atLeast) return answer;
    }
    return this.#make(key, count);
  }

  #make(key: string, count: () => Promise<Answer>): Promise<Answer> {
    const span = { until: Infinity };
    const answer = timed(count, span);
    this.#kept.delete(key);
    this.#kept.set(key, { answer, span });
    const [first] = this.#kept.keys();
    if (first !== undefined && this.#kept.size > mostKept) this.#kept.delete(first);
    return answer;
  }
}

/** Until when a count is kept: it never ends while it is being made. */
type Span = { until: number };
type Kept<Answer> = Readonly<{ answer: Promise<Answer>; span: Span }>;

const timed = async <Answer>(count: () => Promise<Answer>, span: Span): Promise<Answer> => {
  const started = performance.now();
  try {
    const answer = await count();
    const took = performance.now() - started;
    span.until = took < cheapMs ? 0 : performance.now() + times * took;
    return answer;
  } catch (error) {
    span.until = 0;
    throw error;
  }
};
