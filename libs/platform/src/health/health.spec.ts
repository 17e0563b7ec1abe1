import { describe, expect, it } from '@jest/globals';
import { checkHealth } from './health.js';

const up = { name: 'a', check: async () => 1 };

describe('health', () => {
  it('is up where everything answers', async () => {
    expect(await checkHealth([up])).toEqual({ status: 'up', checks: [{ name: 'a', status: 'up' }] });
  });

  it('is down where one thing fails, throws or stays silent, and says which', async () => {
    const failing = { name: 'b', check: async () => Promise.reject(new Error('away')) };
    const throwing = {
      name: 'c',
      check: () => {
        throw new Error('away');
      },
    };
    const silent = { name: 'd', check: () => new Promise(() => undefined) };
    expect(await checkHealth([up, failing, throwing, silent], 20)).toEqual({
      status: 'down',
      checks: [
        { name: 'a', status: 'up' },
        { name: 'b', status: 'down' },
        { name: 'c', status: 'down' },
        { name: 'd', status: 'down' },
      ],
    });
  });
});
