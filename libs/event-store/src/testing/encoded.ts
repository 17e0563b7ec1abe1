import { createHash, randomUUID } from 'node:crypto';
import type { EncodedEvent, JsonObject } from '../event-store.js';

/** An encoded event for specs of what lies below the codec; its hash is made up. */
export const encoded = (data: JsonObject = { amount: 1 }, id: string = randomUUID()): EncodedEvent => ({
  id,
  type: 'CoinsAdded',
  data,
  metadata: {
    eventId: id,
    actor: 'clerk-1',
    onBehalfOf: null,
    office: null,
    correlationId: 'c-1',
    causationId: null,
    recordedAt: '2025-03-07T10:00:00Z',
    effectiveAt: '2025-03-07T10:00:00Z',
    schema: 2,
    rulebook: null,
    requestDigest: 'd',
    prevHash: '0',
    hash: createHash('sha256').update(JSON.stringify(data)).digest('hex'),
  },
});
