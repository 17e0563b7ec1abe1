import { describe, expect, it } from '@jest/globals';
import { CommandError } from '../errors.js';
import { WriteQueue } from './write-queue.js';

/** A store of lines with transactions, and how many there were. */
const lineStore = (failing: () => Error | undefined = () => undefined) => {
  const lines: string[] = [];
  let commits = 0;
  const transact = (work: () => void): void => {
    const before = [...lines];
    try {
      work();
      const failure = failing();
      if (failure) throw failure;
      commits += 1;
    } catch (error) {
      lines.splice(0, lines.length, ...before);
      throw error;
    }
  };
  const queue = new WriteQueue(
    transact,
    () => undefined,
    () => undefined,
  );
  const add = (line: string) => queue.run(() => lines.push(line));
  return { lines, queue, add, commits: () => commits };
};

describe('writes that arrive together', () => {
  it('share one transaction, in their order', async () => {
    const { lines, add, commits } = lineStore();
    await Promise.all(['a', 'b', 'c'].map(add));
    expect(lines).toEqual(['a', 'b', 'c']);
    expect(commits()).toBe(1);
  });

  it('are undone whole where they fail, and alone: the others happen', async () => {
    const { lines, add, queue } = lineStore();
    const failing = queue.run(() => {
      lines.push('half');
      throw new CommandError(2, 'no');
    });
    const outcomes = await Promise.allSettled([add('a'), failing, add('b')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(lines).toEqual(['a', 'b']);
  });

  it('run after their preparation, which is outside the transaction', async () => {
    const { lines, queue, commits } = lineStore();
    const seen: number[] = [];
    const prepare = () => void seen.push(commits());
    await queue.run(() => lines.push('a'), prepare);
    await queue.run(() => lines.push('b'), prepare);
    expect(seen).toEqual([0, 1]);
  });

  it('wait for work that has to be alone, and it for them', async () => {
    const { lines, add, queue, commits } = lineStore();
    const alone = () => queue.alone(() => lines.push(`alone after ${commits()}`));
    await Promise.all([add('a'), add('b'), alone(), add('c')]);
    expect(lines).toEqual(['a', 'b', 'alone after 1', 'c']);
    expect(commits()).toBe(2);
  });

  it('do not wait for one another without end: a long group is ended and the rest goes into the next', async () => {
    const { lines, queue, commits } = lineStore();
    const slow = () => {
      const end = performance.now() + 15;
      while (performance.now() < end);
      return lines.push('slow');
    };
    await Promise.all([queue.run(slow), queue.run(slow), queue.run(slow)]);
    expect(lines).toHaveLength(3);
    expect(commits()).toBeGreaterThan(1);
  });

  it('fail with words for people where the disk is full', async () => {
    const { add, lines } = lineStore(() => new Error('ENOSPC: No space left on device'));
    await expect(add('a')).rejects.toMatchObject({ code: 14031, message: expect.stringContaining('Make room') });
    expect(lines).toEqual([]);
  });
});
