import { describe, expect, it } from '@jest/globals';
import { progressOn } from './progress.js';

/** A stream that remembers what was written to it. */
const screen = (isTTY: boolean) => {
  const written: string[] = [];
  const stream = { isTTY, columns: 40, write: (text: string) => written.push(text) > 0 };
  // Of a terminal's stream only these are used.
  return { written, stream: stream as unknown as NodeJS.WriteStream };
};

describe('progress', () => {
  it('is one line that moves in a terminal', () => {
    const { written, stream } = screen(true);
    const progress = progressOn(stream, {});
    progress.step('Starting the stores');
    progress.step('Entering the sample cases');
    progress.clear();
    expect(written).toEqual(['\r\u001B[2KStarting the stores', '\r\u001B[2KEntering the sample cases', '\r\u001B[2K']);
  });

  it('is cut to the width of the terminal', () => {
    const { written, stream } = screen(true);
    progressOn(stream, {}).step('x'.repeat(100));
    expect(written).toEqual([`\r\u001B[2K${'x'.repeat(39)}`]);
  });

  it.each([
    ['where the stream is no terminal', false, {}],
    ['in CI', true, { CI: 'true' }],
  ])('is silent %s', (_, isTTY, env) => {
    const { written, stream } = screen(isTTY);
    const progress = progressOn(stream, env);
    progress.step('Starting the stores');
    progress.clear();
    expect(written).toEqual([]);
  });
});
