import type { HealthDto } from '@app/contracts';
import { checkHealth, type HealthCheck, type StoreMetrics } from '@app/platform';

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
