import { calendarDecider, calendarStream, calendarsOf } from '@app/domain';
import { StoreUnavailable, type CommandPipeline } from '@app/event-store';
import { VaultUnavailable } from '@app/vault';
import type { DutyPastItsDay, RecordMissed } from './duty-recorder.js';
import type { DutySource } from './duty-sources.js';

export type DutyWatchParts = Readonly<{
  sources: readonly DutySource[];
  pipeline: CommandPipeline;
  /** Now, ISO 8601. */
  now: () => string;
  /** Told of each duty that was recorded as missed, here and now. */
  onMissed?: (duty: DutyPastItsDay) => void;
  /** Told of a duty whose stream cannot be asked; the others are watched all the same. */
  onTrouble?: (duty: DutyPastItsDay, error: unknown) => void;
}>;

/** How many duties are recorded side by side. */
const sideBySide = 16;

/** A source, and who asks about its duties under the calendar as it is known. */
type Watched = Readonly<{ source: DutySource; record: RecordMissed }>;

/**
 * Records that duties were missed: looks at the read models for what is owed past its day, and asks the case or the complaint
 * itself, under the calendar as it is known now. What it looks at may lag or be built anew, and several may watch: the decision
 * rests on the stream, and each duty has one idempotency key for each day on which it was due.
 */
export class DutyWatch {
  #watched: readonly Watched[] | null = null;
  #corrections = 0;

  constructor(private readonly parts: DutyWatchParts) {}

  /** One look at all that is overdue, until aborted. Throws where a store is away; the next look makes up for it. */
  async pass(signal?: AbortSignal): Promise<void> {
    const watched = await this.#watchedNow();
    const asOf = this.parts.now();
    for (const one of watched) await this.#look(one, asOf, signal);
  }

  /** The same until a correction of the calendar comes: the pipeline keeps what it knows of a stream by the decider that folded it. */
  async #watchedNow(): Promise<readonly Watched[]> {
    const { sources, pipeline } = this.parts;
    const { corrections } = (await pipeline.load(calendarStream, calendarDecider)).state;
    if (this.#watched !== null && corrections.length === this.#corrections) return this.#watched;
    const { current } = calendarsOf(corrections);
    this.#corrections = corrections.length;
    this.#watched = sources.map((source) => ({ source, record: source.recorderUnder(current) }));
    return this.#watched;
  }

  async #look({ source, record }: Watched, asOf: string, signal: AbortSignal | undefined): Promise<void> {
    let place: string | null = null;
    for (;;) {
      const overdue = await source.overdueAfter(place, asOf);
      const last = overdue.at(-1);
      if (last === undefined) return;
      for (let first = 0; first < overdue.length; first += sideBySide) {
        if (signal?.aborted) return;
        await Promise.all(overdue.slice(first, first + sideBySide).map((duty) => this.#ask(record, duty, asOf)));
      }
      place = last.place;
    }
  }

  async #ask(record: RecordMissed, duty: DutyPastItsDay, at: string): Promise<void> {
    const { onMissed, onTrouble } = this.parts;
    try {
      if (await record(duty, at)) onMissed?.(duty);
    } catch (error) {
      if (error instanceof StoreUnavailable || error instanceof VaultUnavailable) throw error;
      onTrouble?.(duty, error);
    }
  }
}
