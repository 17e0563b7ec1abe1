import { setTimeout as after } from 'node:timers/promises';

/** What came of waiting: whether the position is included, and where the read side stands (null before the first event). */
export type WaitOutcome = Readonly<{ reached: boolean; position: number | null }>;

/** Waits, at most so many milliseconds, until every projection includes a log position. Throws where MongoDB is away. */
export type PositionWait = (position: number, milliseconds: number) => Promise<WaitOutcome>;

type Waiter = Readonly<{
  position: number;
  until: number;
  resolve: (outcome: WaitOutcome) => void;
  reject: (error: unknown) => void;
}>;

/** How long the shared poller rests between two looks: briefly at first, as the usual wait is short, then longer. */
const restMs = { first: 4, longest: 25, growth: 1.2 };

/** One poller for all who wait: it looks while somebody waits, and rests otherwise. */
export const positionWaiter = (read: () => Promise<number | null>): PositionWait => {
  let waiting: readonly Waiter[] = [];

  /** Answers who need not wait longer; whether there were any. */
  const settle = (position: number | null): boolean => {
    const now = performance.now();
    const reaches = (waiter: Waiter): boolean => position !== null && waiter.position <= position;
    const done = waiting.filter((waiter) => reaches(waiter) || waiter.until <= now);
    waiting = waiting.filter((waiter) => !done.includes(waiter));
    for (const waiter of done) waiter.resolve({ reached: reaches(waiter), position });
    return done.length > 0;
  };
  const poll = async (): Promise<void> => {
    let rest = restMs.first;
    try {
      while (waiting.length > 0) {
        rest = settle(await read()) ? restMs.first : Math.min(rest * restMs.growth, restMs.longest);
        if (waiting.length > 0) await after(rest);
      }
    } catch (error) {
      const failed = waiting;
      waiting = [];
      for (const { reject } of failed) reject(error);
    }
  };

  return (position, milliseconds) =>
    new Promise((resolve, reject) => {
      const idle = waiting.length === 0;
      waiting = [...waiting, { position, until: performance.now() + milliseconds, resolve, reject }];
      if (idle) void poll();
    });
};
