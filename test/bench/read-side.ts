import type { MemoryQuarter } from './memory.js';
import type { Servers } from './pipeline.js';
import { runWorker } from './worker.js';

/** The projector between its two limits. */
export type ReadSide = Readonly<{
  events: number;
  /** Whole sample cases written by the load generator, which decides, seals and chains each event. */
  loadPerSecond: number;
  subscriptionPerSecond: number;
  bulkWritePerSecond: number;
  projectorPerSecond: number;
  projectorToSlowerLimit: number;
  /** Percent of the projector's time, by what it waited for or did. */
  projectorShares: Readonly<Record<string, number>>;
  projectorMemory: readonly MemoryQuarter[];
  /** The deadline board filled anew, compared and switched. */
  rebuildPerSecond: number;
  whatIf: WhatIf;
}>;

/** One question about all open cases: seconds for the first asker and the next, and of the latter those of reading. */
export type WhatIf = Readonly<{ cases: number; firstSeconds: number; seconds: number; readingSeconds: number }>;

const openCases = 10_000;
const prefixes = ['case-', 'complaint-', 'dwelling-'];

type Filled = Readonly<{ events: number; after: number | null; perSecond: number }>;
type Projected = Readonly<{
  events: number;
  perSecond: number;
  shares: Record<string, number>;
  memory: readonly MemoryQuarter[];
  rebuildPerSecond: number;
  document: object;
}>;
type Rate = Readonly<{ perSecond: number }>;

/** Lays down so many whole cases, then measures the projector over them, and each of its limits alone. */
export const measureReadSide = async (
  servers: Servers,
  cases: number,
  progress: (step: string) => void,
): Promise<ReadSide> => {
  const { eventStoreUrl: url, mongoUrl } = servers;
  progress('laying down cases');
  const { events, after, perSecond } = await runWorker<object, Filled>('fill', { servers, cases, inFlight: 64 });
  progress('projector');
  const projected = await runWorker<object, Projected>('projector', { servers, prefixes, after, expected: events });
  progress('raw subscription');
  const subscription = await runWorker<object, Rate>('raw-subscription', { url, prefixes, events, after });
  progress('raw bulkWrite');
  const bulk = await runWorker<object, Rate>('raw-bulk-write', {
    url: mongoUrl,
    database: 'shanyraq_bench_test',
    documents: Math.min(cases, 2_000),
    rounds: 10,
    bulk: 500,
    document: projected.document,
  });
  progress('what-if');
  const whatIf = await runWorker<object, WhatIf>('what-if', { mongoUrl, cases: openCases });
  const slower = Math.min(subscription.perSecond, bulk.perSecond);
  return {
    events: projected.events,
    loadPerSecond: perSecond,
    subscriptionPerSecond: subscription.perSecond,
    bulkWritePerSecond: bulk.perSecond,
    projectorPerSecond: projected.perSecond,
    projectorToSlowerLimit: Math.round((projected.perSecond / slower) * 100) / 100,
    projectorShares: projected.shares,
    projectorMemory: projected.memory,
    rebuildPerSecond: projected.rebuildPerSecond,
    whatIf,
  };
};
