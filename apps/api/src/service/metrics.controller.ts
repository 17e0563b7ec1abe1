import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AllowEverybody } from '../http/auth/allow.decorator.js';
import { Measurements } from './measurements.js';

/** Measurements in Prometheus' text format. They name no person and no case. */
@ApiTags('Service')
@Controller(['metrics', 'api/v1/metrics'])
export class MetricsController {
  constructor(private readonly measurements: Measurements) {}

  @Get()
  @AllowEverybody()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({ summary: 'Measurements for Prometheus' })
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  metrics(): Promise<string> {
    return this.measurements.read();
  }
}
