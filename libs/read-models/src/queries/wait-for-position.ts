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

/** How long the shared poller rests between two looks. */
const restMs = 4;

/** One poller for all who wait: it looks while somebody waits, and rests otherwise. */
export const positionWaiter = (read: () => Promise<number | null>): PositionWait => {
  let waiting: readonly Waiter[] = [];

  const settle = (position: number | null): void => {
    const now = performance.now();
    const reaches = (waiter: Waiter): boolean => position !== null && waiter.position <= position;
    const done = waiting.filter((waiter) => reaches(waiter) || waiter.until <= now);
    waiting = waiting.filter((waiter) => !done.includes(waiter));
    for (const waiter of done) waiter.resolve({ reached: reaches(waiter), position });
  };
  const poll = async (): Promise<void> => {
    try {
      while (waiting.length > 0) {
        settle(await read());
        if (waiting.length > 0) await after(restMs);
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
