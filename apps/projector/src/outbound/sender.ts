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

/** However long the outage is: what cannot be sent now is sent later, and an alarm tells of it meanwhile. */
const longestWaitMs = 600_000;

/** Sends what is new to the monitoring information system, and again what failed, with growing waits. */
export class Sender {
  constructor(private readonly parts: SenderParts) {}

  /** One look, which ends at the first record that cannot be sent now. Throws where MongoDB is away; the next pass goes on from there. */
  async pass(): Promise<void> {
    const { outbox, now } = this.parts;
    await outbox.collect(now());
    for (const delivery of await outbox.due(now())) if (!(await this.#send(delivery))) return;
  }

  /** Answers false where the system does not answer as it should. */
  async #send(delivery: Delivery): Promise<boolean> {
    const { outbox, system, now, onDead } = this.parts;
    const reception = await system.send(delivery.record);
    switch (reception.kind) {
      case 'TAKEN':
        await outbox.sent(delivery, now());
        return true;
      case 'LATER':
        await outbox.failed(delivery, reception.why, this.#nextTry(delivery.attempts));
        return false;
      case 'NEVER':
        await outbox.dead(delivery, reception.why, now());
        onDead?.(delivery, reception.why);
        return true;
    }
  }

  #nextTry(attempts: number): string {
    const { now, random = Math.random } = this.parts;
    const wait = Math.min(1_000 * 2 ** Math.min(attempts, 20), longestWaitMs);
    return new Date(Date.parse(now()) + wait * (0.5 + random() / 2)).toISOString();
  }
}
