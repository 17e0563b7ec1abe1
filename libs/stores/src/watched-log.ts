import { OutcomeUnknown, StoreUnavailable, type EventStore } from '@app/event-store';
import type { StoresWatch } from './stores-watch.js';

/**
 * The log, of which nothing is read or written while it is not the one of the read models: what was away may come back as an older one,
 * so it is looked at before it is used again. Every call may throw `StoresDiffer`; where the log ends is told all the same.
 */
export const watchedLog = (log: EventStore, watch: StoresWatch): EventStore => {
  const guarded = async <T>(use: () => Promise<T>): Promise<T> => {
    await watch.assertLog();
    try {
      return await use();
    } catch (error) {
      if (isLoss(error)) watch.doubt();
      throw error;
    }
  };
  const guardedRun = async function* <T>(run: () => AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
    await watch.assertLog();
    try {
      for await (const item of run()) {
        watch.assertFit();
        yield item;
      }
    } catch (error) {
      if (isLoss(error)) watch.doubt();
      throw error;
    }
  };
  return {
    append: (stream, expected, events) => guarded(() => log.append(stream, expected, events)),
    read: (stream, fromRevision) => guarded(() => log.read(stream, fromRevision)),
    eventAt: (position) => guarded(() => log.eventAt(position)),
    follow: (options) => guardedRun(() => log.follow(options)),
    written: (after, signal) => guardedRun(() => log.written(after, signal)),
    lastPosition: () => log.lastPosition(),
    lastEvent: () => log.lastEvent(),
    close: () => log.close(),
  };
};

const isLoss = (error: unknown): boolean => error instanceof StoreUnavailable || error instanceof OutcomeUnknown;
