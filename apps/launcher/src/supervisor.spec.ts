import { describe, expect, it } from '@jest/globals';
import type { Child, Ending } from './child.js';
import { doubling, supervise, type Supervised } from './supervisor.js';

/** A process that dies when the test says so. */
const mortal = () => {
  let die: (ending: Ending) => void = () => undefined;
  const ended = new Promise<Ending>((resolve) => {
    die = resolve;
  });
  const stop = async (): Promise<void> => die({ how: 'SIGTERM', lastWords: '' });
  const child: Child = { url: 'http://127.0.0.1:1', ended, stop };
  return { child, die };
};

/** A supervisor over mortal processes; `next` resolves with each sentence it says. */
const watched = async (start: (life: number) => Child) => {
  const said: string[] = [];
  let heard: (sentence: string) => void = () => undefined;
  const next = (words: string) =>
    new Promise<void>((resolve) => {
      if (said.some((sentence) => sentence.includes(words))) return resolve();
      heard = (sentence) => {
        if (sentence.includes(words)) resolve();
      };
    });
  const say = (sentence: string): void => {
    said.push(sentence);
    heard(sentence);
  };
  let lives = 0;
  const plan = {
    name: 'projector',
    start: async () => start((lives += 1)),
    say,
    giveUp: (sentence: string) => say(`gave up: ${sentence}`),
    pauseBefore: () => 0,
  };
  const supervised: Supervised = await supervise(plan, new AbortController().signal);
  return { said, next, supervised, lives: () => lives };
};

describe('a supervised process', () => {
  it('is started again when it dies, and both are said', async () => {
    const [first, second] = [mortal(), mortal()];
    const { said, next, supervised, lives } = await watched((life) => (life === 1 ? first.child : second.child));
    first.die({ how: 'SIGKILL', lastWords: '' });
    await next('runs again');
    await supervised.stop();
    expect(said).toEqual([
      'The projector ended unexpectedly (SIGKILL); starting it again in 0 ms (1 of 5).',
      'The projector runs again.',
    ]);
    expect(lives()).toBe(2);
  });

  it('is given up with its last words when it dies for the sixth time within a minute', async () => {
    const { said, next } = await watched(() => {
      const { child, die } = mortal();
      die({ how: 'exit code 1', lastWords: 'The disk is full.' });
      return child;
    });
    await next('gave up');
    expect(said.at(-1)).toBe('gave up: The projector died 6 times within a minute (exit code 1). The disk is full.');
    expect(said.filter((sentence) => sentence.includes('starting it again'))).toHaveLength(5);
  });

  it('is given up when it cannot be started any more', async () => {
    const first = mortal();
    const { said, next } = await watched((life) => {
      if (life === 1) return first.child;
      throw new Error('Port 3000 is in use.');
    });
    first.die({ how: 'SIGKILL', lastWords: '' });
    await next('gave up');
    expect(said.at(-1)).toBe(
      'gave up: The projector died 6 times within a minute (it did not get ready). Port 3000 is in use.',
    );
  });

  it('is not started again once it is stopped', async () => {
    const only = mortal();
    const { said, supervised, lives } = await watched(() => only.child);
    await supervised.stop();
    expect({ said, lives: lives() }).toEqual({ said: [], lives: 1 });
  });

  it('waits twice as long before each restart', () => {
    expect([1, 2, 3, 4, 5].map(doubling)).toEqual([250, 500, 1000, 2000, 4000]);
  });
});
