import type { ResolvedEvent, StreamingRead } from '@eventstore/db-client';
import { StoreUnavailable } from '../event-store.js';
import type { Session } from './connection.js';
import { readFailure } from './failures.js';

/** Everything that a read brings. Throws `StoreUnavailable` where it brings nothing for so long. */
export const collect = (
  session: Session,
  limitMs: number,
  reading: StreamingRead<ResolvedEvent>,
): Promise<readonly ResolvedEvent[]> =>
  new Promise((resolve, reject) => {
    const events: ResolvedEvent[] = [];
    const fail = (error: unknown): void => {
      leave();
      reject(readFailure(error));
    };
    const giveUp = (): void => fail(new StoreUnavailable(`a read brought nothing for ${limitMs} ms`));
    const timer = setTimeout(giveUp, limitMs);
    const leave = (): void => {
      clearTimeout(timer);
      session.waiting.delete(giveUp);
      // What was read is known by then; a call that cannot be cancelled has ended
      void reading.cancel().catch(() => undefined);
      reading.destroy();
    };
    session.waiting.add(giveUp);
    // The listener for errors stays: one that comes after the end must not end the process.
    reading.on('error', fail);
    reading.on('data', (event: ResolvedEvent) => {
      timer.refresh();
      events.push(event);
    });
    reading.on('end', () => {
      leave();
      resolve(events);
    });
  });
