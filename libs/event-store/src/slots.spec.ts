import { describe, expect, it } from '@jest/globals';
import { Slots } from './slots.js';

describe('slots', () => {
  it('let so many run at once, and the others in the order they came, also after a failure', async () => {
    const slots = new Slots(2);
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const works = [0, 1, 2, 3, 4].map((nth) =>
      slots.run(async () => {
        begun.push(nth);
        await new Promise<void>((resolve) => ends.push(resolve));
        if (nth === 0) throw new Error('failed');
        return nth;
      }),
    );
    const outcomes = Promise.allSettled(works);
    const afterTheNextEnd = async (): Promise<number[]> => {
      ends.shift()?.();
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
      return [...begun];
    };

    expect(begun).toEqual([0, 1]);
    expect(await afterTheNextEnd()).toEqual([0, 1, 2]);
    expect(await afterTheNextEnd()).toEqual([0, 1, 2, 3]);
    expect(await afterTheNextEnd()).toEqual([0, 1, 2, 3, 4]);
    await afterTheNextEnd();
    await afterTheNextEnd();
    expect((await outcomes).map(({ status }) => status)).toEqual([
      'rejected',
      ...Array.from({ length: 4 }, () => 'fulfilled'),
    ]);
  });
});
