import { describe, expect, it } from '@jest/globals';
import { withKeepAlive } from './connection.js';

describe('the address given to the client', () => {
  it.each([
    ['esdb://h:2113', 'esdb://h:2113?keepAliveInterval=10000&keepAliveTimeout=5000'],
    ['esdb://h:2113?tls=false', 'esdb://h:2113?tls=false&keepAliveInterval=10000&keepAliveTimeout=5000'],
    ['esdb://h?KEEP_ALIVE_INTERVAL=20000', 'esdb://h?KEEP_ALIVE_INTERVAL=20000&keepAliveTimeout=5000'],
    ['esdb://h?keepAliveInterval=-1&keepAliveTimeout=-1', 'esdb://h?keepAliveInterval=-1&keepAliveTimeout=-1'],
  ])('of %s keeps the connection watched, as far as it does not say how itself', (url, given) => {
    expect(withKeepAlive(url)).toBe(given);
  });
});
