import { randomUUID } from 'node:crypto';
import type { Servers } from './pipeline.js';
import { runWorker } from './worker.js';

/** The projector between its two limits. */
export type ReadSide = Readonly<{
  events: number;
  subscriptionPerSecond: number;
  bulkWritePerSecond: number;
  projectorPerSecond: number;
  projectorToSlowerLimit: number;
  /** Percent of the projector's time, by what it waited for or did. */
  projectorShares: Readonly<Record<string, number>>;
  whatIf: WhatIf;
}>;

/** One question about all open cases: seconds for the first asker and the next, and of the latter those of reading. */
export type WhatIf = Readonly<{ cases: number; firstSeconds: number; seconds: number; readingSeconds: number }>;

const openCases = 10_000;

type Projected = Readonly<{ events: number; perSecond: number; shares: Record<string, number>; document: object }>;

/** Lays down so many whole cases, then measures the projector over them, and each of its limits alone. */
export const measureReadSide = async (
  servers: Servers,
  cases: number,
  progress: (step: string) => void,
): Promise<ReadSide> => {
  const run = `bench-${randomUUID()}`;
  const prefixes = [`case-${run}`];
  progress('laying down cases');
  const { events } = await runWorker<object, { events: number }>('fill', { servers, cases, inFlight: 64, run });
  progress('projector');
  const projected = await runWorker<object, Projected>('projector', { servers, prefixes });
  progress('raw subscription');
  const subscription = await runWorker<object, { perSecond: number }>('raw-subscription', {
    url: servers.eventStoreUrl,
    prefixes,
    events,
  });
  progress('raw bulkWrite');
  const bulk = await runWorker<object, { perSecond: number }>('raw-bulk-write', {
    url: servers.mongoUrl,
    database: 'shanyraq_bench_test',
    documents: cases,
    rounds: Math.max(1, Math.round(events / cases)),
    bulk: 500,
    document: projected.document,
  });
  progress('what-if');
  const whatIf = await runWorker<object, WhatIf>('what-if', { mongoUrl: servers.mongoUrl, cases: openCases });
  return {
    whatIf,
    events: projected.events,
    subscriptionPerSecond: subscription.perSecond,
    bulkWritePerSecond: bulk.perSecond,
    projectorPerSecond: projected.perSecond,
    projectorToSlowerLimit:
      Math.round((projected.perSecond / Math.min(subscription.perSecond, bulk.perSecond)) * 100) / 100,
    projectorShares: projected.shares,
  };
};
