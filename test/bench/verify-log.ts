import { join } from 'node:path';
import { runWorker } from './worker.js';

/** How quickly a log is verified by one way of reading it. `toBare`: beside a loop that parses the same bytes and hashes them; `cpu`: microseconds of this process an event. */
export type Verified = Readonly<{ perSecond: number; toBare: number; cpu: number }>;

/** The verification of a whole log, and the tree over it. Rates are events a second, memory is MiB. */
export type VerifyingSpeed = Readonly<{
  events: number;
  bare: Readonly<{ perSecond: number; cpu: number }>;
  /** The same loop with the events read from the server as bytes: nothing that reads there is quicker. */
  bareOverWire: Readonly<{ perSecond: number; cpu: number }>;
  overWire: Verified;
  /** By the file, as `audit verify --log FILE` reads it. */
  byFile: Verified;
  /** More than before the run, at the most that was seen. */
  memory: number;
  /** Entries a second that are taken into the tree, and the bytes of its tiles in MongoDB, of a million entries. */
  tree: Readonly<{ perSecond: number; bytesPerMillion: number }>;
}>;

/** Lays down a log of so many events, and one of ten times as many, and verifies all of each, in a process of its own. */
export const measureVerification = async (
  mongoUrl: string,
  folder: string,
  events: number,
): Promise<readonly VerifyingSpeed[]> => {
  const measure = (count: number) =>
    runWorker<object, VerifyingSpeed>('verification', {
      mongoUrl,
      folder: join(folder, `log-${count}`),
      events: count,
    });
  return [await measure(events), await measure(10 * events)];
};
