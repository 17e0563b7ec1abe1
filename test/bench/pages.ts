import type { Servers } from './pipeline.js';
import { runWorker } from './worker.js';

/** Latencies in milliseconds of one page of a list, and of the very find that it sends by the bare driver. */
export type ListPages = Readonly<{
  name: string;
  items: number;
  p50: number;
  p95: number;
  bareP50: number;
  bareP95: number;
}>;

/** Seconds that the figures of all cases by office and route take: now, at a position long past, and their documents by the bare driver. */
export type FigureTimes = Readonly<{ now: number; past: number; bare: number }>;

/** The lists over so many cases; their documents were put in place without the log. */
export type PagesAt = Readonly<{
  cases: number;
  rows: number;
  documents: number;
  fillSeconds: number;
  lists: readonly ListPages[];
  figures: FigureTimes;
}>;

/** Measures the pages of the lists at each scale, in a database of its own each. */
export const measurePages = async (
  { mongoUrl }: Servers,
  scales: readonly number[],
  { seconds, progress }: Readonly<{ seconds: number; progress: (step: string) => void }>,
): Promise<readonly PagesAt[]> => {
  const measured: PagesAt[] = [];
  for (const cases of scales) {
    progress(`pages over ${cases} cases`);
    measured.push(await runWorker<object, PagesAt>('pages', { mongoUrl, cases, seconds }));
  }
  return measured;
};
