import type { HealthDto } from '@app/contracts';
import { checkHealth, type HealthCheck, type MetricsRegistry, type StoreMetrics } from '@app/platform';

/** Asks the stores whether they answer, and keeps the metric of it. */
export class Readiness {
  constructor(
    private readonly checks: readonly HealthCheck[],
    private readonly metrics: StoreMetrics,
    readonly embeddedStores: readonly string[],
  ) {}

  async check(): Promise<HealthDto> {
    const { status, checks } = await checkHealth(this.checks);
    for (const check of checks) this.metrics.set(check.name, check.status === 'up');
    return { status, checks, embeddedStores: this.embeddedStores };
  }
}

/** What was measured so far; asks the stores first, so that their state is of now. */
export class Measurements {
  constructor(
    private readonly registry: MetricsRegistry,
    private readonly readiness: Readiness,
  ) {}

  async read(): Promise<string> {
    await this.readiness.check();
    return this.registry.metrics();
  }
}
