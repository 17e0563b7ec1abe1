import type { MetricsRegistry } from '@app/platform';
import type { Readiness } from './readiness.js';

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
