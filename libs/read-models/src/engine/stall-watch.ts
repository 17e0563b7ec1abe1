import type { Position } from '@app/event-store';

/** Nothing comes from the log any more, and yet it goes on: the reader has to be connected anew. */
export class StalledReader extends Error {
  override readonly name = 'StalledReader';
  constructor(readonly after: Position | null) {
    super(`nothing comes from the log after position ${after ?? 'none'}, and yet it goes on`);
  }
}

/** Whether the log holds an event that is followed after a position. */
export type HasMore = (after: Position | null) => Promise<boolean>;

/** Notices a reader to whom nothing comes although the log goes on. */
export type StallWatch = Readonly<{
  /** Something came. */
  heard: () => void;
  /**
   * Nothing came for a while. Answers whether the reader is under suspicion: the log had more when it was last looked at.
   * Throws `StalledReader` where that is so for the second time, with nothing heard between.
   */
  silent: (after: Position | null) => Promise<boolean>;
}>;

/** A watch that looks at the log after so many milliseconds of silence. */
export const stallWatch = (hasMore: HasMore, everyMs: number): StallWatch => {
  let since = performance.now();
  let suspected = false;
  return {
    heard: () => {
      since = performance.now();
      suspected = false;
    },
    silent: async (after) => {
      if (performance.now() - since < everyMs) return suspected;
      since = performance.now();
      const more = await hasMore(after);
      if (more && suspected) throw new StalledReader(after);
      suspected = more;
      return suspected;
    },
  };
};
