import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { catchUpProgress } from './progress.js';

type Drawn = Readonly<{ stream: NodeJS.WriteStream; text: () => string }>;

/** A stream that says it is a terminal, or not, and keeps what is drawn. */
const streamThat = (isTerminal: boolean): Drawn => {
  const drawn: string[] = [];
  const stream = new PassThrough().on('data', (chunk: Buffer) => drawn.push(chunk.toString()));
  const terminal = {
    isTTY: isTerminal,
    columns: 100,
    cursorTo: () => true,
    clearLine: () => true,
    moveCursor: () => true,
  };
  // The progress line needs of a terminal what is given here.
  return { stream: Object.assign(stream, terminal) as unknown as NodeJS.WriteStream, text: () => drawn.join('') };
};

const log = { from: 100, end: 300 };

describe('the progress of catching up', () => {
  it('is a line that moves with the position, and goes when it is done', () => {
    const { stream, text } = streamThat(true);
    const progress = catchUpProgress(stream, {}, log);
    progress.reached({ position: 200, caughtUp: false });
    progress.reached({ position: 300, caughtUp: true });
    progress.end();
    expect(text()).toContain('Catching up [');
    expect(text()).toContain('0% | ');
  });

  it.each<[string, boolean, NodeJS.ProcessEnv, typeof log]>([
    ['where there is no terminal', false, {}, log],
    ['in CI', true, { CI: 'true' }, log],
    ['where there is nothing to catch up with', true, {}, { from: 300, end: 300 }],
  ])('is not shown %s', (_, isTerminal, env, range) => {
    const { stream, text } = streamThat(isTerminal);
    const progress = catchUpProgress(stream, env, range);
    progress.reached({ position: 300, caughtUp: true });
    progress.end();
    expect(text()).toBe('');
  });
});
