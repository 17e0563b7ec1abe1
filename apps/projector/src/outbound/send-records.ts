import type { Config, Logger } from '@app/platform';
import { partitionOf, type Leases } from '@app/read-models';
import { again } from '../again.js';
import type { ProjectorMetrics } from '../metrics.js';
import type { Stores } from '@app/stores';
import { monitoringSystemAt } from './monitoring-system.js';
import { Sender } from './sender.js';

export type SendingParts = Readonly<{
  stores: Pick<Stores, 'readModels' | 'watch'>;
  leases: Pick<Leases, 'held'>;
  metrics: Pick<ProjectorMetrics, 'unsent'>;
  logger: Logger;
  config: Pick<Config, 'monitoringSystemUrl'>;
  signal: AbortSignal;
}>;

const everyMs = 1_000;

/** How often every row is looked at, beginning with the start. */
const checkEveryMs = 3_600_000;

/** Who holds this partition sends: one process at a time, but for a moment when it changes hands. */
const sending = partitionOf('stage-records');

/**
 * Tells the monitoring information system of every stage, where this process is the one to do it, until aborted; a failed
 * look is made up for by the next.
 */
export const sendRecords = async ({ stores, leases, metrics, logger, config, signal }: SendingParts): Promise<void> => {
  const { monitoringSystemUrl } = config;
  if (monitoringSystemUrl === null) {
    logger.warn('MONITORING_SYSTEM_URL is not set: the monitoring information system is told nothing (paragraph 11)');
    return;
  }
  const { outbox } = stores.readModels;
  const now = (): string => new Date().toISOString();
  const sender = new Sender({
    outbox,
    system: monitoringSystemAt(monitoringSystemUrl),
    now,
    onDead: ({ record: { id, caseId } }, why) => logger.error({ id, caseId, why }, 'a stage record was refused'),
  });
  let checkedAt = -Infinity;
  const send = async (): Promise<void> => {
    if (performance.now() - checkedAt > checkEveryMs) {
      await outbox.check(now());
      checkedAt = performance.now();
    }
    await sender.pass();
  };
  const look = async (): Promise<void> => {
    stores.watch.assertFit();
    try {
      if (leases.held.epochs.has(sending)) await send();
    } finally {
      for (const { recordId, state } of outbox.takeForged())
        logger.error({ recordId, state }, 'a row of stage-deliveries was not written by this system: it was put aside');
    }
    metrics.unsent(await outbox.unsent(), now());
  };
  await again(look, { everyMs, signal, logger, failed: 'stage records could not be sent' });
};
