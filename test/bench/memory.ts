/** Memory of a process over one quarter of a run, in MiB: the most that was resident, and the least heap (what is left after collections). */
export type MemoryQuarter = Readonly<{ events: number; residentMost: number; heapLeast: number }>;

/** Watches the memory of this process while events go through it. */
export const watchMemory = (expected: number, everyMs = 200) => {
  const samples: { events: number; resident: number; heap: number }[] = [];
  let events = 0;
  const look = (): void => {
    const { rss, heapUsed } = process.memoryUsage();
    samples.push({ events, resident: rss, heap: heapUsed });
  };
  const timer = setInterval(look, everyMs);
  return {
    took: (more: number): void => {
      events += more;
    },
    /** The four quarters of what was expected. */
    stop: (): readonly MemoryQuarter[] => {
      clearInterval(timer);
      look();
      return [1, 2, 3, 4].flatMap((quarter) => {
        const until = (expected * quarter) / 4;
        const within = samples.filter((sample) => sample.events <= until && sample.events >= until - expected / 4);
        if (within.length === 0) return [];
        return [
          {
            events: Math.round(until),
            residentMost: mebibytes(Math.max(...within.map(({ resident }) => resident))),
            heapLeast: mebibytes(Math.min(...within.map(({ heap }) => heap))),
          },
        ];
      });
    },
  };
};

const mebibytes = (bytes: number): number => Math.round(bytes / 2 ** 20);
