import type { OnProgress } from './log-until.js';

/** What was looked at, with the places at which it is not as it ought to be; none where it is. */
export type Seen<One> = One & Readonly<{ paths: readonly string[] }>;

/** Looks at a page of documents: for the first time, or again at those that differed. */
export type LookAt<One> = (page: readonly One[], again: boolean) => Promise<readonly Seen<One>[]>;

/** How many documents are looked at together: folding them holds up whatever else the process does. */
const together = 40;

/**
 * Looks at documents page by page, and at those that differ again at the end: a projector may have been writing them. Answers those that
 * differ still. Throws what `look` throws, and when aborted.
 */
export const lookTwice = async <One>(
  look: LookAt<One>,
  documents: readonly One[],
  signal: AbortSignal,
  onProgress?: OnProgress,
): Promise<readonly Seen<One>[]> => {
  const lookThrough = async (ones: readonly One[], again: boolean): Promise<readonly Seen<One>[]> => {
    const differing: Seen<One>[] = [];
    for (let first = 0; first < ones.length; first += together) {
      signal.throwIfAborted();
      const page = ones.slice(first, first + together);
      differing.push(...(await look(page, again)).filter(({ paths }) => paths.length > 0));
      if (!again) onProgress?.((first + page.length) / ones.length);
    }
    return differing;
  };
  return lookThrough(await lookThrough(documents, false), true);
};
