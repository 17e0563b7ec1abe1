import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The measurements of one process, to be read at `/metrics` in Prometheus' text format. */
export type MetricsRegistry = Registry;

export const createMetricsRegistry = (service: string): MetricsRegistry => {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  return registry;
};

export type HttpMetrics = Readonly<{
  /** `route` is the pattern, never the address asked for, so that no IIN becomes a label. */
  observe: (request: Readonly<{ method: string; route: string; status: number; seconds: number }>) => void;
}>;

export const httpMetrics = (registry: MetricsRegistry): HttpMetrics => {
  const durations = new Histogram({
    name: 'shanyraq_http_request_duration_seconds',
    help: 'Time from a request to its answer',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  return {
    observe: ({ method, route, status, seconds }) =>
      durations.observe({ method, route, status: String(status) }, seconds),
  };
};

/** `done`, `repeated`, or the code of the problem that the caller was told. */
export type CommandMetrics = Readonly<{ count: (command: string, outcome: string) => void }>;

export const commandMetrics = (registry: MetricsRegistry): CommandMetrics => {
  const results = new Counter({
    name: 'shanyraq_commands_total',
    help: 'Commands by their outcome: done, repeated, or the code of the problem',
    labelNames: ['command', 'outcome'] as const,
    registers: [registry],
  });
  return { count: (command, outcome) => results.inc({ command, outcome }) };
};

export type StoreMetrics = Readonly<{ set: (store: string, reachable: boolean) => void }>;

export const storeMetrics = (registry: MetricsRegistry): StoreMetrics => {
  const states = new Gauge({
    name: 'shanyraq_store_reachable',
    help: '1 where the store answered when it was last asked, else 0',
    labelNames: ['store'] as const,
    registers: [registry],
  });
  return { set: (store, reachable) => states.set({ store }, reachable ? 1 : 0) };
};

export type CalendarMetrics = Readonly<{ daysLeft: (days: number) => void }>;

export const calendarMetrics = (registry: MetricsRegistry): CalendarMetrics => {
  const left = new Gauge({
    name: 'shanyraq_calendar_days_left',
    help: 'Days from today to the last day of the working-day calendar; dates beyond it are pending',
    registers: [registry],
  });
  return { daysLeft: (days) => left.set(days) };
};
