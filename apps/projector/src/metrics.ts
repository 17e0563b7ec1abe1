import { Counter, Gauge, Histogram } from 'prom-client';
import { createMetricsRegistry, type MetricsRegistry } from '@app/platform';
import type { Applied, ProjectionState } from '@app/read-models';

/** What a projector measures of itself. */
export type ProjectorMetrics = Readonly<{
  registry: MetricsRegistry;
  applied: (applied: Applied) => void;
  troubled: () => void;
  /** Where the projections stand, as they were asked last. */
  standing: (states: readonly ProjectionState[]) => void;
  released: (reason: string) => void;
}>;

/** The measurements, in a registry of their own. */
export const projectorMetrics = (): ProjectorMetrics => {
  const registry = createMetricsRegistry('projector');
  const registers = [registry];
  const events = new Counter({ name: 'shanyraq_projector_events_total', help: 'Events taken in', registers });
  const troubles = new Counter({ name: 'shanyraq_projector_troubles_total', help: 'Batches that failed', registers });
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
    standing: standingGauges(registers),
    released: (reason) => claims.inc({ reason }),
  };
};

const standingGauges = (registers: MetricsRegistry[]): ProjectorMetrics['standing'] => {
  const gauge = (name: string, help: string) =>
    new Gauge({ name, help, labelNames: ['projection'] as const, registers });
  const position = gauge('shanyraq_projection_position', 'Log position that the projection includes');
  const lag = gauge('shanyraq_projection_lag_seconds', 'Of how many seconds what was recorded may be missing');
  const held = gauge('shanyraq_projection_quarantined', 'Documents held back because an event could not be folded');
  return (states) => {
    for (const state of states) {
      const projection = `${state.name}-v${state.version}`;
      held.set({ projection }, state.quarantined);
      if (state.position !== null) position.set({ projection }, state.position);
      if (state.lagSeconds !== null) lag.set({ projection }, state.lagSeconds);
    }
  };
};
