import { StoresDiffer, type EventStore } from '@app/event-store';
import { isReadModelsUnavailable, type LogMark, type ReadModels } from '@app/read-models';

/** What is looked at. */
export type Watched = Readonly<{
  log: Pick<EventStore, 'lastPosition' | 'eventAt' | 'read'>;
  guard: ReadModels['guard'];
  /** Told what does not fit, and null once everything fits again. */
  onChanged?: ((sentence: string | null) => void) | undefined;
  /** Told that the read models were begun anew: this process has to start anew, too. */
  onBegunAnew?: ((error: Error) => void) | undefined;
}>;

/** How often it is looked. */
const everyMs = 1_000;

/** What an operator can do where the log is not the one of the read models. */
const goOn =
  'put the newer log back; or, where it is lost, fold everything anew of this one: `npm run -s ops -- begin-anew`';

/**
 * Looks again and again whether the log holds what the read models have seen of it, and whether their checkpoints are ours. Where not,
 * nothing is answered of either: what is shown would be of a log that is not there (decision 0038).
 */
export class StoresWatch {
  #sentence: string | null = null;
  #begun: number | null = null;
  #isGuarded = false;
  #looking: Promise<void> | null = null;
  #isSure = false;
  #timer: NodeJS.Timeout | null = null;

  constructor(private readonly parts: Watched) {}

  /** Looks once, and from then on each second. Throws where a store is away at the first look. */
  async start(): Promise<this> {
    await this.look();
    this.#timer = setInterval(() => void this.look().catch(() => undefined), everyMs).unref();
    return this;
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  /** What does not fit, in a sentence that says what to do; null where everything does, as far as is known. */
  get sentence(): string | null {
    return this.#sentence;
  }

  /** Throws `StoresDiffer` where something is known not to fit. */
  assertFit(): void {
    if (this.#sentence !== null) throw new StoresDiffer(this.#sentence);
  }

  /** The same, sure of the log: one that was away is looked at again, as it may be another by now. Throws what the stores throw. */
  async assertLog(): Promise<void> {
    if (!this.#isSure) await this.look();
    this.assertFit();
  }

  /** The log was away. */
  doubt(): void {
    this.#isSure = false;
  }

  /** Throws where a store is away; what was known holds then. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => (this.#looking = null));
    return this.#looking;
  }

  async #look(): Promise<void> {
    try {
      const found = await this.#found();
      this.#isSure = true;
      if (found === this.#sentence) return;
      this.#sentence = found;
      this.parts.onChanged?.(found);
    } catch (error) {
      // While only the read models are away the log is the one that it was.
      if (!isReadModelsUnavailable(error)) this.#isSure = false;
      throw error;
    }
  }

  async #found(): Promise<string | null> {
    const { guard } = this.parts;
    const { mark, begun } = await guard.mark();
    this.#begun ??= begun;
    if (begun !== this.#begun) {
      const sentence = 'the read models were begun anew: this process starts anew, too';
      this.parts.onBegunAnew?.(new StoresDiffer(sentence));
      return sentence;
    }
    return (await this.#logAgainst(mark)) ?? (await this.#checkpoints(mark !== null));
  }

  async #logAgainst(mark: LogMark | null): Promise<string | null> {
    if (mark === null) return null;
    if (!mark.isTrue) return `the mark of the read models on the log was altered: find out who did; then ${goOn}`;
    // A mark that fits any log
    return mark.position === 0 ? null : this.#eventAgainst(mark);
  }

  async #eventAgainst({ position, hash }: LogMark): Promise<string | null> {
    const { log } = this.parts;
    const end = (await log.lastPosition()) ?? 0;
    if (end < position)
      return `the log is older than the read models: they have seen it up to position ${position}, and it ends at ${end}; ${goOn}`;
    const event = await log.eventAt(position);
    if (event?.metadata.hash === hash) return null;
    return `the log is not the one of the read models: at position ${position} it does not hold the event that they have seen; ${goOn}`;
  }

  /** Before the log says that they are guarded, checkpoints carry no MAC. */
  async #checkpoints(hasMark: boolean): Promise<string | null> {
    const { guard, log } = this.parts;
    this.#isGuarded ||= (await log.read('outside-log')).length > 0;
    if (!this.#isGuarded) return null;
    const moved = await guard.movedCheckpoints();
    if (moved.length > 0)
      return `a checkpoint was not written by this system, so documents may be missing: ${listed(moved)}; find out who moved it, then fold everything anew: \`npm run -s ops -- begin-anew\``;
    if (hasMark || !(await guard.hasBegun())) return null;
    return `the mark of the read models on the log was removed: find out who did; then ${goOn}`;
  }
}

const mostNamed = 5;

const listed = (names: readonly string[]): string =>
  [...names.slice(0, mostNamed), ...(names.length > mostNamed ? [`${names.length - mostNamed} more`] : [])].join(', ');
