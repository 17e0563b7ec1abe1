import { describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { createLogger, createMetricsRegistry, httpMetrics } from '@app/platform';
import { createAdapter } from '../adapter.js';
import { InFlight } from '../in-flight.js';
import { ProblemFilter } from '../problems/problem.filter.js';
import { AllowEverybody } from './allow.decorator.js';

describe('an api with a route that declares no permission', () => {
  @Controller('open')
  class OpenController {
    @Get('one')
    one(): string {
      return 'seen';
    }

    @Get('two')
    @AllowEverybody()
    two(): string {
      return 'seen';
    }
  }

  it('does not start, and names the route', async () => {
    const logger = createLogger({ name: 'api', level: 'error' });
    const adapter = createAdapter({
      page: null,
      logger,
      metrics: httpMetrics(createMetricsRegistry('api')),
      inFlight: new InFlight(),
      problems: new ProblemFilter(logger),
      stopping: () => false,
    });
    const module = await Test.createTestingModule({ controllers: [OpenController] }).compile();
    const starting = module.createNestApplication(adapter, { bodyParser: false }).init();
    await expect(starting).rejects.toThrow('GET /open/one declares no permission (use @Allow)');
  });
});
