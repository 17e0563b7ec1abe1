import { setImmediate } from 'node:timers/promises';
import { CommandError } from '../errors.js';

/** Other clients wait no longer than this for a long read. */
const sliceMs = 4;

/** Lets others have their turn during long work, ends it when its time is up, and counts what it keeps in memory. */
export class Pace {
  /** Bytes of documents that are kept for the batches to come. */
  keptBytes = 0;

  private sliceEnd = performance.now() + sliceMs;
  private readonly deadline: number;

  constructor(maxTimeMs = 0) {
    this.deadline = maxTimeMs > 0 ? performance.now() + maxTimeMs : Infinity;
  }

  /** To be awaited between steps where it answers a promise. Throws MaxTimeMSExpired (50). */
  rest(): Promise<void> | undefined {
    const now = performance.now();
    if (now > this.deadline) throw new CommandError(50, 'operation exceeded time limit');
    return now > this.sliceEnd ? this.giveWay() : undefined;
  }

  private async giveWay(): Promise<void> {
    await setImmediate();
    this.sliceEnd = performance.now() + sliceMs;
  }
}
