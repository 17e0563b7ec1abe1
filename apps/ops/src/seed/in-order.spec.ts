import { describe, expect, it } from '@jest/globals';
import { inOrder } from './in-order.js';

describe('jobs done a few at once', () => {
  it('are answered in order, however long each takes', async () => {
    const turns: (() => void)[] = [];
    const waiting = inOrder(3, 3, (index) => new Promise<number>((resolve) => (turns[index] = () => resolve(index))));
    for (const index of [2, 0, 1]) turns[index]?.();
    expect(await waiting).toEqual([0, 1, 2]);
  });

  it('are never more at once than allowed', async () => {
    let running = 0;
    let most = 0;
    await inOrder(20, 4, async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
    });
    expect(most).toBe(4);
  });

  it('stop at the first failure, which is thrown', async () => {
    const begun: number[] = [];
    const work = async (index: number): Promise<void> => {
      begun.push(index);
      if (index === 2) throw new Error('the third fails');
    };
    await expect(inOrder(10, 1, work)).rejects.toThrow('the third fails');
    expect(begun).toEqual([0, 1, 2]);
  });
});
