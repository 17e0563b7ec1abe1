import { describe, expect, it } from '@jest/globals';
import { createLogger } from '@app/platform';
import { projectorMetrics } from './metrics.js';
import { startStatusServer } from './status-server.js';
import type { Stores } from '@app/stores';

describe('the measurements of a projector', () => {
  it('are trouble, told and counted, where it cannot be asked how the projections stand', async () => {
    const told: { err: { message: string } }[] = [];
    const logger = createLogger({
      name: 'projector',
      level: 'info',
      destination: { write: (line) => told.push(JSON.parse(line)) },
    });
    // Nothing else is asked of the stores.
    const stores = { readModels: { partitionStates: async () => Promise.reject(new TypeError('no owner')) } };
    const parts = { stores: stores as unknown as Stores, metrics: projectorMetrics(), embeddedStores: [], logger };
    const server = await startStatusServer(parts, '127.0.0.1', 0);
    try {
      const answer = await fetch(`${server.url}/metrics`);
      expect(await answer.text()).toMatch(/^shanyraq_projector_troubles_total(\{[^}]*\})? 1$/m);
      expect(told.map(({ err }) => err.message)).toEqual(['no owner']);
    } finally {
      await server.stop();
    }
  });
});
