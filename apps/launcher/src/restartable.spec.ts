import { describe, expect, it } from '@jest/globals';
import { CannotRun } from './cannot-run.js';
import type { Child } from './child.js';
import { restartable } from './restartable.js';

/** A process that runs until it is asked to stop. */
const childAt = (url: string): Child => {
  let end: () => void = () => undefined;
  const ended = new Promise<{ how: string; lastWords: string }>((resolve) => {
    end = () => resolve({ how: 'SIGTERM', lastWords: '' });
  });
  return { url, ended, stop: async () => end() };
};

describe('a process whose code changes', () => {
  const never = new AbortController().signal;

  it('is stopped and started again, and goes on being supervised without a word of a death', async () => {
    const said: string[] = [];
    const started: string[] = [];
    const start = async () => {
      started.push('start');
      return childAt(`http://${started.length}`);
    };
    const process = await restartable({ name: 'api', start, say: (words) => said.push(words), giveUp: fail }, never);
    await process.restart();
    expect(started).toEqual(['start', 'start']);
    expect(said).toEqual(['The api runs again, with what was changed.']);
    await process.stop();
  });

  it('waits for the next change where it cannot be started', async () => {
    const said: string[] = [];
    let starts = 0;
    const start = async () => {
      starts += 1;
      if (starts === 2) throw new CannotRun('There is a fault.');
      return childAt('http://one');
    };
    const process = await restartable({ name: 'api', start, say: (words) => said.push(words), giveUp: fail }, never);
    await process.restart();
    await process.restart();
    expect(said).toEqual([
      'There is a fault. The api is started again with the next change.',
      'The api runs again, with what was changed.',
    ]);
    await process.stop();
  });

  it('gives up a start that will never be ready where a newer change comes', async () => {
    const said: string[] = [];
    let starts = 0;
    let hangs: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => (hangs = resolve));
    const start = async (signal: AbortSignal) => {
      starts += 1;
      if (starts !== 2) return childAt('http://one');
      hangs();
      return new Promise<Child>((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
    };
    const process = await restartable({ name: 'api', start, say: (words) => said.push(words), giveUp: fail }, never);
    void process.restart();
    await hanging;
    await process.restart();
    expect([starts, said]).toEqual([3, ['The api runs again, with what was changed.']]);
    await process.stop();
  });
});

const fail = (sentence: string): never => {
  throw new Error(sentence);
};
