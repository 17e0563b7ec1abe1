import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { ProofLogStanding } from '@app/proof-log';
import { proofLogGauges } from './proof/proof-log-metrics.js';
import { createMetricsRegistry, type MetricsRegistry } from '@app/platform';
import type { Applied, DocumentCount, Unsent, Behind, ProjectionReport } from '@app/read-models';

/** What a projector measures of itself. */
export type ProjectorMetrics = Readonly<{
  registry: MetricsRegistry;
  applied: (applied: Applied) => void;
  troubled: () => void;
  /** Nothing came from the log although it went on: an alarm. */
  stalled: () => void;
  /** How many partitions of the log this process takes in. */
  held: (partitions: number) => void;
  /** How many partitions no process takes in. */
  unowned: (partitions: number) => void;
  /** Where the projections stand, and what they have not taken in yet, as they were asked last. */
  standing: Standing;
  /** How many documents each projection has lost, as was asked last: an alarm where it is not 0. */
  documents: (counts: readonly DocumentCount[]) => void;
  released: (reason: string) => void;
  /** A duty was recorded as missed. */
  missed: (rule: string) => void;
  /** How the proof log stands; `now` is ISO 8601. */
  proofLog: (standing: ProofLogStanding, now: string) => void;
  /** What the monitoring information system has not been told yet; `now` is ISO 8601. */
  unsent: (unsent: Unsent, now: string) => void;
}>;

/** The measurements, in a registry of their own. */
export const projectorMetrics = (): ProjectorMetrics => {
  const registry = createMetricsRegistry('projector');
  const registers = [registry];
  const events = new Counter({ name: 'shanyraq_projector_events_total', help: 'Events taken in', registers });
  const troubles = new Counter({ name: 'shanyraq_projector_troubles_total', help: 'Batches that failed', registers });
  const stalls = new Counter({
    name: 'shanyraq_projector_stalls_total',
    help: 'Times that nothing came from the log although it went on',
    registers,
  });
  const seconds = new Histogram({
    name: 'shanyraq_projector_batch_seconds',
    help: 'Time from a batch to its checkpoint',
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
    registers,
  });
  const claims = new Counter({
    name: 'shanyraq_dwelling_claims_released_total',
    help: 'Claims on dwellings released by the reconciler',
    labelNames: ['reason'] as const,
    registers,
  });
  return {
    registry,
    applied: ({ events: count, milliseconds }) => {
      if (count === 0) return;
      events.inc(count);
      seconds.observe(milliseconds / 1000);
    },
    troubled: () => troubles.inc(),
    stalled: () => stalls.inc(),
    ...partitionGauges(registers),
    standing: standingGauges(registers),
    documents: lostGauge(registers),
    released: (reason) => claims.inc({ reason }),
    missed: missedCounter(registers),
    unsent: unsentGauges(registers),
    proofLog: proofLogGauges(registers),
  };
};

const partitionGauges = (registers: MetricsRegistry[]): Pick<ProjectorMetrics, 'held' | 'unowned'> => {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  const held = gauge('shanyraq_projector_partitions', 'Partitions of the log that this process takes in');
  const unowned = gauge('shanyraq_partitions_unowned', 'Partitions of the log that no process takes in');
  return { held: (partitions) => held.set(partitions), unowned: (partitions) => unowned.set(partitions) };
};

const lostGauge = (registers: MetricsRegistry[]): ProjectorMetrics['documents'] => {
  const lost = new Gauge({
    name: 'shanyraq_projection_documents_lost',
    help: 'Documents counted when the projection was verified or rebuilt last that are not there any more',
    labelNames: ['projection'] as const,
    registers,
  });
  return (counts) => {
    lost.reset();
    for (const { projection, documents, counted } of counts) lost.set({ projection }, Math.max(0, counted - documents));
  };
};

const missedCounter = (registers: MetricsRegistry[]): ProjectorMetrics['missed'] => {
  const missed = new Counter({
    name: 'shanyraq_duties_missed_total',
    help: 'Duties recorded as missed by this watch',
    labelNames: ['rule'] as const,
    registers,
  });
  return (rule) => missed.inc({ rule });
};

const unsentGauges = (registers: MetricsRegistry[]): ProjectorMetrics['unsent'] => {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  const waiting = gauge('shanyraq_outbound_waiting', 'Stage records on their way to the monitoring system');
  const dead = gauge('shanyraq_outbound_dead', 'Stage records that the monitoring system refused');
  const oldest = gauge('shanyraq_outbound_oldest_seconds', 'Age of the oldest stage record that is not sent');
  const forged = gauge(
    'shanyraq_outbound_forged',
    'Rows of deliveries that nobody of ours wrote and that were put aside',
  );
  return (unsent, now) => {
    forged.set(unsent.forged);
    waiting.set(unsent.waiting);
    dead.set(unsent.dead);
    oldest.set(unsent.oldestRecordedAt === null ? 0 : (Date.parse(now) - Date.parse(unsent.oldestRecordedAt)) / 1000);
  };
};

/** Takes down where the projections stand, and what each has not taken in yet. */
export type Standing = (reports: readonly ProjectionReport[], behind: ReadonlyMap<string, Behind>) => void;

/** The measurements of every projection; of its last verification from when there was one. */
const standingGauges = (registers: Registry[]): Standing => {
  const gauge = gaugeIn(registers);
  const position = gauge('position', 'Log position that the projection includes');
  const lag = gauge('lag_seconds', 'Lag in seconds');
  const behindBy = gauge('lag_events', 'Events not yet in it, counted up to 10000');
  const held = gauge('quarantined', 'Documents held back because an event could not be folded');
  const verified = verifiedGauges(gauge);
  const rebuilt = gauge('rebuild_percent', 'How far its rebuild is; the last one where none goes on');
  return (reports, behind) => {
    for (const report of reports) {
      const projection = `${report.name}-v${report.version}`;
      held.set({ projection }, report.quarantined);
      behindBy.set({ projection }, behind.get(report.name)?.events ?? 0);
      if (report.position !== null) position.set({ projection }, report.position);
      if (report.lagSeconds !== null) lag.set({ projection }, report.lagSeconds);
      if (report.jobs.rebuild) rebuilt.set({ projection }, report.jobs.rebuild.share * 100);
      if (report.verification) verified(projection, report.verification);
    }
  };
};

const verifiedGauges = (gauge: ReturnType<typeof gaugeIn>) => {
  const at = gauge('verified_timestamp_seconds', 'When it was verified last');
  const inLog = gauge('verified_log_events', 'Events that the log held for it when it was verified last');
  const applied = gauge('verified_applied_events', 'Events in its documents when it was verified last');
  const missing = gauge('verified_missing_events', 'Events that no document had when it was verified last');
  const differing = gauge('verified_differing_documents', 'Documents that were not what the log gives');
  return (
    projection: string,
    { finishedAt, certificate, contents }: NonNullable<ProjectionReport['verification']>,
  ): void => {
    at.set({ projection }, Date.parse(finishedAt) / 1000);
    inLog.set({ projection }, certificate.log.count);
    applied.set({ projection }, certificate.applied.count);
    missing.set({ projection }, certificate.missingEvents);
    differing.set({ projection }, Math.max(certificate.differing.length, contents.differingDocuments));
  };
};

const gaugeIn = (registers: Registry[]) => (name: string, help: string) =>
  new Gauge({ name: `shanyraq_projection_${name}`, help, labelNames: ['projection'] as const, registers });
