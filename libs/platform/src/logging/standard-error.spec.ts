import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { standardErrorLines } from './standard-error.js';

const failing = (code: string) => Object.assign(new Error(code), { code });

/** Lets the turns of some milliseconds go by. */
const pass = (milliseconds: number) => jest.advanceTimersByTime(milliseconds);

describe('lines for standard error', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('are written together, once a turn', () => {
    const written: string[] = [];
    const lines = standardErrorLines((bytes) => written.push(String(bytes)) && bytes.length);
    lines.write('one\n');
    lines.write('two\n');
    expect(written).toEqual([]);
    pass(1);
    expect(written).toEqual(['one\ntwo\n']);
  });

  it('are written in full and in order where the reader takes a little at a time, or nothing for a while', () => {
    let written = '';
    let calls = 0;
    const lines = standardErrorLines((bytes) => {
      calls += 1;
      if (calls % 3 === 0) throw failing('EAGAIN');
      written += String(bytes.subarray(0, 5));
      return Math.min(5, bytes.length);
    });
    for (let line = 0; line < 10; line += 1) lines.write(`line ${line}\n`);
    const whole = Array.from({ length: 10 }, (_, line) => `line ${line}\n`).join('');
    pass(1_000);
    expect(written).toBe(whole);
  });

  it('are given up where nobody reads any more', () => {
    let calls = 0;
    const lines = standardErrorLines(() => {
      calls += 1;
      throw failing('EPIPE');
    });
    lines.write('one\n');
    pass(1_000);
    expect(calls).toBe(1);
  });

  it('are not kept without bound for a reader that does not read', () => {
    let offered = 0;
    const lines = standardErrorLines((bytes) => {
      offered = bytes.length;
      throw failing('EAGAIN');
    });
    const line = `${'x'.repeat(65_535)}\n`;
    for (let count = 0; count < 200; count += 1) lines.write(line);
    pass(1);
    expect(offered).toBeGreaterThan(4_000_000);
    expect(offered).toBeLessThan(4_400_000);
  });
});
