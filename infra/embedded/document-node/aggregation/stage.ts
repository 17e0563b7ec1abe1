import type { Pace } from '../reading/pace.js';
import { keptSource, type Source } from '../reading/query.js';

/** A stage of a pipeline: makes of the documents before it the documents after it. */
export type Stage = (source: Source) => Source;

/** A source whose documents are made all at once, when the first is asked for. */
export const later = (make: (pace: Pace) => Promise<Buffer[]>): Source => {
  let made: Source | undefined;
  return {
    next: async (pace) => {
      made ??= keptSource(await make(pace), pace);
      return made.next(pace);
    },
  };
};

/** A stage that makes of each document any number of documents. */
export const each =
  (transform: (document: Buffer) => readonly Buffer[]): Stage =>
  (source) => {
    let waiting: readonly Buffer[] = [];
    let at = 0;
    return {
      next: async (pace) => {
        while (at === waiting.length) {
          await pace.rest();
          const document = await source.next(pace);
          if (document === null) return null;
          waiting = transform(document);
          at = 0;
        }
        return waiting[at++] ?? null;
      },
    };
  };
