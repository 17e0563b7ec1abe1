import { writeSync } from 'node:fs';
import type { DestinationStream } from 'pino';

/** Writes what it can of some bytes and answers how many; throws with `code` EAGAIN where none can be taken now. */
export type Sink = (bytes: Buffer) => number;

/** So much may wait for a reader that does not read; what comes then is not kept. */
const maxWaitingBytes = 4_194_304;
const retryMs = 20;

/**
 * Lines for standard error, written together once a turn of the event loop, and at the end of the process. A reader that is
 * slow is waited for without holding anything up; one that is gone is not waited for.
 */
export const standardErrorLines = (sink: Sink = (bytes) => writeSync(2, bytes)): DestinationStream => {
  let waiting: string[] = [];
  let left: Buffer = Buffer.alloc(0);
  let waitingBytes = 0;
  let planned = false;

  const flush = (): void => {
    planned = false;
    left = Buffer.concat([left, Buffer.from(waiting.join(''))]);
    waiting = [];
    left = unwritten(left, sink);
    waitingBytes = left.length;
    if (left.length > 0) {
      planned = true;
      setTimeout(flush, retryMs).unref();
    }
  };
  process.once('exit', flush);
  return {
    write: (line) => {
      if (waitingBytes > maxWaitingBytes) return;
      waiting.push(line);
      waitingBytes += line.length;
      if (!planned) setImmediate(flush);
      planned = true;
    },
  };
};

/** What is left of bytes once the sink takes no more; nothing where it is broken. */
const unwritten = (bytes: Buffer, sink: Sink): Buffer => {
  let rest = bytes;
  try {
    while (rest.length > 0) rest = rest.subarray(sink(rest));
    return rest;
  } catch (error) {
    const again = typeof error === 'object' && error !== null && 'code' in error && error.code === 'EAGAIN';
    return again ? rest : Buffer.alloc(0);
  }
};
