import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { logLimit, StoreUnavailable } from './event-store.js';

describe('a limit to a read of the log', () => {
  it('ends it as an outage of the event store, so that no other timeout is taken for one', async () => {
    const limit = logLimit(1);
    await once(limit, 'abort');
    expect(() => limit.throwIfAborted()).toThrow(new StoreUnavailable('the log was not read to its end in time'));
  });
});
