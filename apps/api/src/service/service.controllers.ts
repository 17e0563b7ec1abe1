import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { HealthDto } from '@app/contracts';
import { checkHealth, storeMetrics, type HealthCheck, type MetricsRegistry, type StoreMetrics } from '@app/platform';
import type { Stores } from '@app/stores';
import { AllowEverybody } from '../http/auth/allow.decorator.js';
import type { ApiReply } from '../http/request.js';
import type { CalendarWatch } from './calendar-watch.js';
import { proofLogWarnings, type ProofLogWatch } from './proof-log-watch.js';

/** Asks the stores whether they answer and the calendar how far it goes, and keeps the metrics of it. */
export class Readiness {
  readonly #stores: StoreMetrics;

  constructor(
    private readonly checks: readonly HealthCheck[],
    private readonly registry: MetricsRegistry,
    private readonly watches: Readonly<{
      calendar: CalendarWatch;
      stores: Pick<Stores['watch'], 'sentence'>;
      proofLog: ProofLogWatch;
    }>,
    readonly embeddedStores: readonly string[],
  ) {
    this.#stores = storeMetrics(registry);
  }

  async check(): Promise<HealthDto> {
    const { status, checks } = await checkHealth(this.checks);
    for (const check of checks) this.#stores.set(check.name, check.status === 'up');
    const { calendar, stores, proofLog } = this.watches;
    const health = await proofLog.health();
    const differ = stores.sentence === null ? [] : [stores.sentence];
    const warnings = [...differ, ...(await calendar.warnings()), ...proofLogWarnings(health)];
    return { status, checks, warnings, proofLog: health, embeddedStores: this.embeddedStores };
  }

  /** What was measured so far; asks the stores first, so that their state is of now. */
  async measured(): Promise<string> {
    await this.check();
    return this.registry.metrics();
  }
}

/** Whether this process lives, and whether it can work. */
@ApiTags('Service')
@Controller(['health', 'api/v1/health'])
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @AllowEverybody()
  @ApiOperation({ summary: 'Tell whether the process lives' })
  @ApiOkResponse({ type: HealthDto })
  live(): HealthDto {
    return { status: 'up', checks: [], warnings: [], proofLog: null, embeddedStores: this.readiness.embeddedStores };
  }

  @Get('ready')
  @AllowEverybody()
  @ApiOperation({ summary: 'Tell whether the process can work: 503 where something that it needs is down' })
  @ApiOkResponse({ type: HealthDto })
  @ApiServiceUnavailableResponse({ type: HealthDto })
  async ready(@Res({ passthrough: true }) reply: ApiReply): Promise<HealthDto> {
    const health = await this.readiness.check();
    reply.code(health.status === 'up' ? 200 : 503);
    return health;
  }
}

/** Measurements in Prometheus' text format. They name no person and no case. */
@ApiTags('Service')
@Controller(['metrics', 'api/v1/metrics'])
export class MetricsController {
  constructor(private readonly readiness: Readiness) {}

  @Get()
  @AllowEverybody()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({ summary: 'Read the measurements, for Prometheus' })
  @ApiOkResponse({
    description: 'The measurements in the text format of Prometheus.',
    content: { 'text/plain': { schema: { type: 'string' } } },
  })
  metrics(): Promise<string> {
    return this.readiness.measured();
  }
}
