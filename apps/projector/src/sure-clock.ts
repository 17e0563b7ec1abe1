import type { EventStore } from '@app/event-store';

export type SureClockParts = Readonly<{
  log: Pick<EventStore, 'lastEvent'>;
  /** Now by the clock of this process, ISO 8601. */
  now: () => string;
}>;

/** What the clock of this process may be ahead by without anybody noticing, in milliseconds. */
const marginMs = 60_000;

/**
 * Tells which moment has passed for sure: by the clock of this process less a margin, and by the clock of the log. Where events came between two
 * looks, the time at which the server wrote the last of them shows how far the clock here may be ahead; a quiet log says nothing against it.
 */
export class SureClock {
  #position: number | null | undefined;
  #leadMs = 0;

  constructor(private readonly parts: SureClockParts) {}

  /** The moment, ISO 8601; null at the first look, which cannot tell a quiet log from a clock that is ahead. Throws `StoreUnavailable`. */
  async look(): Promise<string | null> {
    const last = await this.parts.log.lastEvent();
    const now = Date.parse(this.parts.now());
    const before = this.#position;
    this.#position = last?.position ?? null;
    if (before === undefined) return null;
    if (last !== null && last.position > (before ?? -1)) this.#leadMs = now - Date.parse(last.created);
    return new Date(now - Math.max(this.#leadMs, marginMs)).toISOString();
  }
}
