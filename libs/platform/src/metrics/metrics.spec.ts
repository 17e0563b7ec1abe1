import { describe, expect, it } from '@jest/globals';
import { commandMetrics, createMetricsRegistry, httpMetrics, storeMetrics } from './metrics.js';

describe('the metrics', () => {
  it('count requests by route and status, commands by outcome, and show which store answers', async () => {
    const registry = createMetricsRegistry('api');
    httpMetrics(registry).observe({ method: 'POST', route: '/cases/:id/payments', status: 200, seconds: 0.004 });
    commandMetrics(registry).count('RecordPayment', 'done');
    storeMetrics(registry).set('event-store', false);

    const lines = (await registry.metrics()).split('\n').filter((line) => line.startsWith('shanyraq_'));
    expect(lines).toEqual(
      expect.arrayContaining([
        'shanyraq_http_request_duration_seconds_bucket{le="0.005",service="api",method="POST",route="/cases/:id/payments",status="200"} 1',
        'shanyraq_http_request_duration_seconds_bucket{le="0.0025",service="api",method="POST",route="/cases/:id/payments",status="200"} 0',
        'shanyraq_commands_total{command="RecordPayment",outcome="done",service="api"} 1',
        'shanyraq_store_reachable{store="event-store",service="api"} 0',
      ]),
    );
  });
});
