import type { Delivery, Outbox } from '@app/read-models';
import type { MonitoringSystem } from './monitoring-system.js';

export type SenderParts = Readonly<{
  outbox: Outbox;
  system: MonitoringSystem;
  /** Now, ISO 8601. */
  now: () => string;
  /** From 0 to 1; spreads what is tried again. */
  random?: () => number;
  onDead?: (delivery: Delivery, why: string) => void;
}>;

/** After so many failures people look at it; with the longest wait that is more than a day. */
const mostAttempts = 150;
const longestWaitMs = 600_000;
/** All records are looked at again every so many passes: one may have come late, out of quarantine. */
const sweepEvery = 100;

/** Sends what is new to the monitoring information system, and again what failed, with growing waits. */
export class Sender {
  #seen: number | null = null;
  #passes = 0;

  constructor(private readonly parts: SenderParts) {}

  /** One look. Throws where MongoDB is away; the next pass goes on from there. */
  async pass(): Promise<void> {
    const { outbox, now } = this.parts;
    const from = this.#passes % sweepEvery === 0 ? null : this.#seen;
    this.#seen = await outbox.collect(from, now());
    this.#passes += 1;
    for (const delivery of await outbox.due(now())) await this.#send(delivery);
  }

  async #send(delivery: Delivery): Promise<void> {
    const { outbox, system, now, onDead } = this.parts;
    const { id } = delivery.record;
    const reception = await system.send(delivery.record);
    if (reception.kind === 'TAKEN') return outbox.sent(id, now());
    if (reception.kind === 'LATER' && delivery.attempts + 1 < mostAttempts)
      return outbox.failed(id, reception.why, this.#nextTry(delivery.attempts));
    await outbox.dead(id, reception.why, now());
    onDead?.(delivery, reception.why);
  }

  #nextTry(attempts: number): string {
    const { now, random = Math.random } = this.parts;
    const wait = Math.min(1_000 * 2 ** Math.min(attempts, 20), longestWaitMs);
    return new Date(Date.parse(now()) + wait * (0.5 + random() / 2)).toISOString();
  }
}
