import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { KeptCounts } from './kept-counts.js';

/** Counts that take so many milliseconds of a clock that only they move. */
const counting = (milliseconds: number) => {
  const clock = { now: 0 };
  jest.spyOn(performance, 'now').mockImplementation(() => clock.now);
  const counted = { times: 0 };
  const count = async (): Promise<{ position: number; count: number }> => {
    clock.now += milliseconds;
    counted.times += 1;
    return { position: 100 * counted.times, count: counted.times };
  };
  return { clock, counted, count };
};

afterEach(() => {
  jest.restoreAllMocks();
});

describe('kept counts', () => {
  it('keep a dear count for twenty times as long as it took', async () => {
    const { clock, count } = counting(200);
    const kept = new KeptCounts();
    expect(await kept.of('all', null, count)).toEqual({ position: 100, count: 1 });
    clock.now += 3_999;
    expect(await kept.of('all', null, count)).toEqual({ position: 100, count: 1 });
    clock.now += 1;
    expect(await kept.of('all', null, count)).toEqual({ position: 200, count: 2 });
  });

  it('make a cheap count anew each time', async () => {
    const { count } = counting(49);
    const kept = new KeptCounts();
    await kept.of('all', null, count);
    expect(await kept.of('all', null, count)).toEqual({ position: 200, count: 2 });
  });

  it('count anew where the kept one does not include the position asked for', async () => {
    const { count } = counting(200);
    const kept = new KeptCounts();
    await kept.of('all', null, count);
    expect(await kept.of('all', 100, count)).toEqual({ position: 100, count: 1 });
    expect(await kept.of('all', 101, count)).toEqual({ position: 200, count: 2 });
  });

  it('count once for two who ask at once, and apart for two questions', async () => {
    const { count, counted } = counting(200);
    const kept = new KeptCounts();
    await Promise.all([kept.of('all', null, count), kept.of('all', null, count), kept.of('some', null, count)]);
    expect(counted.times).toBe(2);
  });

  it('keep nothing of a count that failed', async () => {
    const { count } = counting(200);
    const kept = new KeptCounts();
    const failing = () => Promise.reject(new Error('the store is away'));
    await expect(kept.of('all', null, failing)).rejects.toThrow('the store is away');
    expect(await kept.of('all', null, count)).toEqual({ position: 100, count: 1 });
  });
});
