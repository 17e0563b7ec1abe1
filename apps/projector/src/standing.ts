import { Gauge, type Registry } from 'prom-client';
import type { Behind, ProjectionReport } from '@app/read-models';

/** Takes down where the projections stand, and what each has not taken in yet. */
export type Standing = (reports: readonly ProjectionReport[], behind: ReadonlyMap<string, Behind>) => void;

/** The measurements of every projection; of its last verification from when there was one. */
export const standingGauges = (registers: Registry[]): Standing => {
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
