import type { LogBatch } from '@app/event-store';
import { within } from './pause.js';

/** How long nothing may come before that is told. */
const idleMs = 1_000;

/**
 * Batches as they come, the next one pulled while one is being taken in; `nothing` for each second in which none came. At the
 * end, however it comes, `stop` is aborted and the log let go of. Throws what pulling throws.
 */
export async function* pulledBatches(
  batches: AsyncIterable<LogBatch>,
  stop: AbortController,
): AsyncGenerator<LogBatch | 'nothing'> {
  const iterator = batches[Symbol.asyncIterator]();
  let next = pull(iterator);
  try {
    for (;;) {
      const pulled = await within(idleMs, next);
      if (pulled === 'late') yield 'nothing';
      else {
        if (pulled.done) return;
        next = pull(iterator);
        yield pulled.value;
      }
    }
  } finally {
    stop.abort();
    await next.catch(() => undefined);
  }
}

/** The next batch. Where an error ends the run, nobody is left to take it, and its failure is nobody's. */
const pull = (batches: AsyncIterator<LogBatch>): Promise<IteratorResult<LogBatch>> => {
  const next = batches.next();
  next.catch(() => undefined);
  return next;
};
