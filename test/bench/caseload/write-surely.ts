import { setTimeout as pause } from 'node:timers/promises';
import {
  OutcomeUnknown,
  RevisionConflict,
  StoreUnavailable,
  type EncodedEvent,
  type EventStore,
} from '@app/event-store';
import { VaultUnavailable } from '@app/vault';

/** How often a store that does not answer is asked again, and how long it is left alone before. */
const attempts = 20;
const pauseMs = 500;

/** What is answered, asked again while a store is away. Throws what it threw last. */
export const surely = async <T>(ask: (attempt: number) => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask(attempt);
    } catch (error) {
      if (attempt === attempts || !isPassing(error)) throw error;
      await pause(pauseMs);
    }
  }
};

const isPassing = (error: unknown): boolean =>
  error instanceof StoreUnavailable || error instanceof OutcomeUnknown || error instanceof VaultUnavailable;

type NextEvents = Readonly<{ stream: string; revision: number; events: readonly EncodedEvent[] }>;

/**
 * Appends the next events of a stream, `revision` events being there before. Where no answer came, looks whether they are there: by
 * their hashes, so that those of another are never taken for them. Answers their position; null where the stream holds others.
 */
export const appendSurely = (store: EventStore, { stream, revision, events }: NextEvents): Promise<number | null> =>
  surely(async (attempt) => {
    const there = attempt > 1 ? await positionOf(store, { stream, revision, events }) : null;
    if (there !== null) return there;
    try {
      return (await store.append(stream, revision === 0 ? 'none' : revision - 1, events)).position;
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
      return attempt > 1 ? positionOf(store, { stream, revision, events }) : null;
    }
  });

const positionOf = async (store: EventStore, { stream, revision, events }: NextEvents): Promise<number | null> => {
  const stored = await store.read(stream, revision);
  const last = stored[events.length - 1];
  return last && last.metadata.hash === events.at(-1)?.metadata.hash ? last.position : null;
};
