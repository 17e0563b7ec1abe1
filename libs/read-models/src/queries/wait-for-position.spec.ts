import { describe, expect, it } from '@jest/globals';
import { positionWaiter } from './wait-for-position.js';

describe('waiting for a position', () => {
  it('is answered at once where the position is there', async () => {
    const wait = positionWaiter(async () => 100);
    expect(await wait(100, 1_000)).toEqual({ reached: true, position: 100 });
  });

  it('is answered as soon as the position comes', async () => {
    let position = 0;
    const wait = positionWaiter(async () => (position += 10));
    expect(await wait(50, 5_000)).toEqual({ reached: true, position: 50 });
  });

  it('ends with where the read side stands when the time is over', async () => {
    expect(await positionWaiter(async () => 40)(50, 20)).toEqual({ reached: false, position: 40 });
    expect(await positionWaiter(async () => null)(50, 20)).toEqual({ reached: false, position: null });
  });

  it('looks once for all who wait, and not at all when nobody does', async () => {
    let looks = 0;
    const wait = positionWaiter(async () => {
      looks += 1;
      return looks < 3 ? null : looks;
    });
    await Promise.all(Array.from({ length: 50 }, () => wait(3, 5_000)));
    expect(looks).toBe(3);
    expect(await wait(4, 5_000)).toEqual({ reached: true, position: 4 });
    expect(looks).toBe(4);
  });

  it('fails for all who wait when the position cannot be read, and starts anew for the next', async () => {
    let away = true;
    const wait = positionWaiter(async () => {
      if (away) throw new Error('away');
      return 7;
    });
    const both = await Promise.allSettled([wait(5, 1_000), wait(6, 1_000)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    away = false;
    expect(await wait(7, 1_000)).toEqual({ reached: true, position: 7 });
  });
});
