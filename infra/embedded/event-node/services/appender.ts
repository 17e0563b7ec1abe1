import { setTimeout as delay } from 'node:timers/promises';
import type { Append, EventLog, Outcome } from '../log/event-log.js';
import { unavailable } from '../wire/refusal.js';

export type AppendOutcome = Exclude<Outcome, { kind: 'in-flight' }> | Readonly<{ kind: 'timed-out' }>;

/** How long the real server leaves an append without an answer that repeats one in flight. */
const repeatTimeoutMs = 2_300;

/** The way into the log for both kinds of append. */
export class Appender {
  private stopping = false;

  constructor(private readonly log: EventLog) {}

  /** Throws a `Refusal` while the node is stopping. */
  async append(append: Append): Promise<AppendOutcome> {
    if (this.stopping) throw unavailable();
    const outcome = await this.log.append(append);
    if (outcome.kind !== 'in-flight') return outcome;
    await delay(repeatTimeoutMs, undefined, { ref: false });
    return { kind: 'timed-out' };
  }

  /** Accepts nothing any more. */
  stop(): void {
    this.stopping = true;
  }
}
